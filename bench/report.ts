import { cpus, totalmem } from 'node:os';

/** One measured thing beside its yardstick, which was measured in the same run. */
export interface Figure {
  /** What was measured, such as `jobs with Redis`. */
  what: string;
  value: number;
  yardstick: number;
  unit: string;
  /** What `value / yardstick` should be: at least, or at most. */
  target: { atLeast: number } | { atMost: number };
}

interface Finished extends Figure {
  ratio: number;
  isMet: boolean;
}

/**
 * Prints the figures of a benchmark: a line each, and with `--json` one object on the last line, which begins with the figure that is
 * furthest from its target.
 * @param sizes how much was measured, and with which servers
 */
export function report(name: string, figures: readonly Figure[], sizes: Record<string, unknown>): void {
  const all = figures.map(finished);
  for (const { what, value, yardstick, unit, ratio, target, isMet } of all)
    process.stdout.write(
      `${what}: ${value} ${unit}, beside ${yardstick} ${unit}: ratio ${ratio}, wanted ${wanted(target)}: ${isMet ? 'met' : 'NOT MET'}\n`,
    );
  if (!process.argv.includes('--json')) return;
  const worst = all.toSorted((a, b) => margin(a) - margin(b))[0];
  const environment = {
    node: process.version,
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memoryMb: Math.round(totalmem() / 2 ** 20),
  };
  process.stdout.write(
    `${JSON.stringify({ name, ...pick(worst), ...sizes, environment, figures: all.map((each) => ({ what: each.what, ...pick(each) })) })}\n`,
  );
}

/** The middle one, of an odd number. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** To three digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function finished(figure: Figure): Finished {
  const ratio = rounded(figure.value / figure.yardstick);
  const isMet = 'atLeast' in figure.target ? ratio >= figure.target.atLeast : ratio <= figure.target.atMost;
  return { ...figure, value: rounded(figure.value), yardstick: rounded(figure.yardstick), ratio, isMet };
}

/** Above 1: better than wanted. */
function margin({ ratio, target }: Finished): number {
  return 'atLeast' in target ? ratio / target.atLeast : target.atMost / ratio;
}

function wanted(target: Figure['target']): string {
  return 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
}

function pick(figure: Finished | undefined) {
  if (!figure) return {};
  const { value, yardstick, ratio, unit, target, isMet } = figure;
  return { value, yardstick, ratio, unit, target, isMet };
}
