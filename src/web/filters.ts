import { DateTime } from 'luxon';
import { STATES, type State } from '../cases/case.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { SEVERITIES, type Severity } from '../policy/schema.ts';
import type { CaseCursor, CaseFilter } from '../store/case-list-port.ts';
import type { Texts } from '../texts/index.ts';
import type { Visitor } from './page.ts';

/** What of an address could not be read: the field, as people call it, and what to write instead. */
export interface Fault {
  field: string;
  label: string;
  sentence: string;
}

export type Query = Readonly<Record<string, string>>;

/** What stands for several states in an address. */
const GROUPS: Readonly<Record<string, readonly State[]>> = {
  open: OPEN_STATES,
  finished: STATES.filter((state) => !OPEN_STATES.includes(state)),
  all: STATES,
};

/** Longest word of an address that is quoted back (characters). */
const QUOTED = 40;
/** Longer than the id of anybody or anything (characters). */
const ID_MAX = 100;
/** Longest time that figures are counted of (days): two years. */
const DAYS_MAX = 731;

/** Reads an address field by field, and keeps what could not be read with its place. An empty field is one that was left open. */
export class Reading {
  readonly faults: Fault[] = [];
  private readonly read = new Set<string>();

  private readonly query: Query;
  private readonly visitor: Pick<Visitor, 'texts' | 'timeZone'>;

  constructor(query: Query, visitor: Pick<Visitor, 'texts' | 'timeZone'>) {
    this.query = query;
    this.visitor = visitor;
  }

  get words(): Texts['dashboard']['faults'] {
    return this.visitor.texts.dashboard.faults;
  }

  /** What stands there; undefined where nothing does. */
  text(field: string): string | undefined {
    this.read.add(field);
    return this.query[field]?.trim() || undefined;
  }

  fault(field: string, sentence: string): undefined {
    const labels: Readonly<Record<string, string>> = this.visitor.texts.dashboard.fields;
    const label = Object.hasOwn(labels, field) ? labels[field] : undefined;
    this.faults.push({ field, label: label ?? shortened(field), sentence });
  }

  /** @param known what can stand there */
  oneOf<T extends string>(field: string, known: readonly T[]): T | undefined {
    const typed = this.text(field);
    const found = known.find((each) => each === typed);
    return typed === undefined || found ? found : this.fault(field, this.words.unknown(shortened(typed)));
  }

  /** An id of the platform. Of one that nobody has, there is nothing. */
  id(field: string): string | undefined {
    const typed = this.text(field);
    if (typed === undefined || typed.length <= ID_MAX) return typed;
    return this.fault(field, this.words.unknown(shortened(typed)));
  }

  /** Midnight of a day by the clock of whoever asks. @param plus so many days later */
  day(field: string, plus = 0): Date | undefined {
    const typed = this.text(field);
    if (typed === undefined) return undefined;
    const day = /^\d{4}-\d{2}-\d{2}$/.test(typed)
      ? DateTime.fromISO(typed, { zone: this.visitor.timeZone })
      : null;
    if (!day?.isValid || day.year < 2000) return this.fault(field, this.words.date(shortened(typed)));
    return day.plus({ days: plus }).startOf('day').toJSDate();
  }

  /** A time whose ends are days that both belong to it. */
  time(): { from?: Date; until?: Date } {
    const from = this.day('from');
    const until = this.day('to', 1);
    if (from && until && until <= from) this.fault('to', this.words.order);
    else if (from && until && until.getTime() - from.getTime() > (DAYS_MAX + 1) * 86_400_000)
      this.fault('to', this.words.far);
    return { ...(from && { from }), ...(until && { until }) };
  }

  /** Everything else of the address is nothing anybody asked for here. */
  done(): Fault[] {
    for (const field of Object.keys(this.query))
      if (!this.read.has(field)) this.fault(field, this.words.field(shortened(field)));
    return this.faults;
  }
}

/** Which cases an address asks for, and where in the list. */
export function caseQuery(
  query: Query,
  visitor: Visitor,
): {
  filter: CaseFilter;
  which: string;
  order: 'urgent' | 'newest';
  after: CaseCursor | null;
  faults: Fault[];
} {
  const reading = new Reading(query, visitor);
  const { policy, workspace, userId } = visitor;
  const which = reading.oneOf('state', [...Object.keys(GROUPS), ...STATES]) ?? 'open';
  const handler = reading.id('handler');
  const channel = reading.id('channel');
  const severity = reading.oneOf<Severity>('severity', SEVERITIES);
  const kind = reading.oneOf('kind', Object.keys(policy.kinds));
  const department = reading.oneOf('department', Object.keys(workspace.departments));
  const states = GROUPS[which] ?? STATES.filter((state) => state === which);
  const order = states.every((state) => OPEN_STATES.includes(state)) ? 'urgent' : 'newest';
  const filter: CaseFilter = {
    states,
    ...(severity && { severity }),
    ...(kind && { kind }),
    ...(department && { department }),
    ...(handler && { handlerId: handler === 'nobody' ? null : handler === 'me' ? userId : handler }),
    ...(channel && { channelId: channel }),
    ...reading.time(),
  };
  return { filter, which, order, after: cursorIn(reading), faults: reading.done() };
}

/** `<rank>-<microseconds, base 36>-<number>`: what the last case was sorted by. */
export function cursorText({ rank, openedUs, number }: CaseCursor): string {
  return `${rank}-${openedUs.toString(36)}-${number}`;
}

function cursorIn(reading: Reading): CaseCursor | null {
  const typed = reading.text('after');
  if (typed === undefined) return null;
  const [, rank, openedUs, number] = /^([1-4])-([\da-z]{1,11})-([1-9]\d{0,8})$/.exec(typed) ?? [];
  const us = Number.parseInt(openedUs ?? '', 36);
  if (rank === undefined || number === undefined || us > Number.MAX_SAFE_INTEGER) {
    reading.fault('after', reading.words.page);
    return null;
  }
  return { rank: Number(rank), openedUs: us, number: Number(number) };
}

/** The same address with other values; an undefined one is left out. @param path where it leads */
export function addressOf(
  path: string,
  query: Query,
  other: Readonly<Record<string, string | undefined>>,
): string {
  const all = Object.entries({ ...query, ...other }).filter(
    (each): each is [string, string] => each[1] !== undefined && each[1].trim() !== '',
  );
  const written = new URLSearchParams(all).toString();
  return written === '' ? path : `${path}?${written}`;
}

function shortened(typed: string): string {
  return typed.length > QUOTED ? `${typed.slice(0, QUOTED).toWellFormed()}…` : typed;
}
