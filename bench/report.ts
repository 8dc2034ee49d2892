import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';

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
 * furthest from its target. With `--save` that object is kept in bench/results, from where `npm run bench -- report` takes it into the docs.
 * @param sizes how much was measured, and with which servers
 */
export function report(name: string, figures: readonly Figure[], sizes: Record<string, unknown>): void {
  const { text, json } = linesOf(name, figures, sizes);
  for (const line of text) process.stdout.write(`${line}\n`);
  if (process.argv.includes('--save'))
    writeFileSync(
      join(packageRoot(), 'bench', 'results', `${name}.json`),
      `${JSON.stringify(json, null, 2)}\n`,
    );
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(json)}\n`);
}

/** What `report` prints. */
export function linesOf(name: string, figures: readonly Figure[], sizes: Record<string, unknown>) {
  const all = figures.map(finished);
  const worst = all.toSorted((a, b) => margin(a) - margin(b))[0];
  const environment = {
    on: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memoryMb: Math.round(totalmem() / 2 ** 20),
  };
  return {
    text: all.map(
      ({ what, value, yardstick, unit, ratio, target, isMet }) =>
        `${what}: ${value} ${unit}, beside ${yardstick} ${unit}: ratio ${ratio}, wanted ${wanted(target)}: ${isMet ? 'met' : 'NOT MET'}`,
    ),
    json: {
      name,
      ...pick(worst),
      ...sizes,
      environment,
      figures: all.map((each) => ({ what: each.what, ...pick(each) })),
    },
  };
}

/** The middle one, of an odd number. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that so great a share of them does not exceed. @param share 0.99 for the 99th percentile */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
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
