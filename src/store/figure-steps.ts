import type { FigureTime } from './figures-port.ts';

/** The steps of a time, in which what happened is counted. */
export interface Steps {
  /** A part of a statement's beginning: when each step begins. */
  table: string;
  /** The number of the step in which `f.at` is: quicker than asking each moment for its day. */
  nth: string;
  /** When the step of a number begins. */
  startOf(nth: string): string;
  values: unknown[];
}

/** @param from the number of its first placeholder; the first two are the ends of the time */
export function stepsOf({ from: since, until, step, timeZone }: FigureTime, from: number): Steps {
  const [first, last, stepAt, zone] = [0, 1, 2, 3].map((place) => `$${from + place}`);
  const start = `(date_trunc(${stepAt}, ${first}::timestamptz at time zone ${zone}) + nth * ('1 ' || ${stepAt})::interval) at time zone ${zone}`;
  return {
    table: `bounds as materialized (select array(select ${start} from generate_series(0, 800) as nth where ${start} < ${last}) as starts)`,
    nth: 'width_bucket(f.at, (select starts from bounds))',
    startOf: (nth) => `(select starts from bounds)[${nth}]`,
    values: [since, until, step, timeZone],
  };
}
