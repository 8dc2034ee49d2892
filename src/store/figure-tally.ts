/** How much there is of each thing that is counted, and how many waited how long. */
export interface Tally {
  counts: number[];
  /** Pairs: which length (see `lengths`), and how many of it. */
  waits: Int32Array;
}

/** Some tallies together. */
export interface Sum {
  counts: number[];
  /** By length; a hole is none. */
  waits: number[];
}

/** Each different length of a wait has a number (s): there are some hundred of them (hearback.figure_wait). */
const lengths: number[] = [];
const numbers = new Map<number, number>();

function numberOf(length: number): number {
  const known = numbers.get(length);
  if (known !== undefined) return known;
  numbers.set(length, lengths.length);
  return lengths.push(length) - 1;
}

/** Sums by what they are of. */
export type Sums = Map<string, Sum>;

/** The sum of a key, which begins with nothing. */
export function sumOf(sums: Sums, key: string): Sum {
  const known = sums.get(key);
  if (known) return known;
  const made: Sum = { counts: [], waits: [] };
  sums.set(key, made);
  return made;
}

export function add({ counts, waits }: Sum, tally: Tally): void {
  for (const [nth, count] of tally.counts.entries()) counts[nth] = (counts[nth] ?? 0) + count;
  for (let at = 0; at < tally.waits.length; at += 2) {
    const length = tally.waits[at]!;
    waits[length] = (waits[length] ?? 0) + tally.waits[at + 1]!;
  }
}

/** What a question says of a tally: its counts, and the lengths (s) of more waits, and of fewer, apart by commas. */
interface Counted {
  counts: readonly number[];
  more: string | null;
  fewer: string | null;
}

export function take(sum: Sum, { counts, more, fewer }: Counted): void {
  for (const [nth, each] of counts.entries()) sum.counts[nth] = (sum.counts[nth] ?? 0) + each;
  for (const [lengthsOf, by] of [
    [more, 1],
    [fewer, -1],
  ] as const)
    for (const each of lengthsOf?.split(',') ?? []) {
      const length = numberOf(Number(each));
      sum.waits[length] = (sum.waits[length] ?? 0) + by;
    }
}

export function talliesOf(sums: Sums): Map<string, Tally> {
  return new Map([...sums].map(([key, sum]) => [key, tallyOf(sum)]));
}

function tallyOf({ counts, waits }: Sum): Tally {
  const pairs: number[] = [];
  waits.forEach((many, length) => many !== 0 && pairs.push(length, many));
  return { counts, waits: Int32Array.from(pairs) };
}

export function together(one: Sum, other: Sum): Sum {
  const sum: Sum = { counts: [...one.counts], waits: one.waits.slice() };
  add(sum, tallyOf(other));
  return sum;
}

export const isNothing = ({ counts, waits }: Sum): boolean =>
  counts.every((each) => each === 0) && !waits.some((many) => many > 0);

/** How many there are, and the length in their middle (s), as `percentile_cont` says it: half waited longer. */
export function middleOf({ waits }: Sum): { answered: number; waitedS: number | null } {
  const there: number[] = [];
  let answered = 0;
  waits.forEach((many, length) => {
    if (many > 0) there.push(length);
    answered += many;
  });
  if (answered === 0) return { answered, waitedS: null };
  there.sort((a, b) => lengths[a]! - lengths[b]!);
  const at = (rank: number): number => {
    let upto = 0;
    return lengths[there.find((length) => (upto += waits[length]!) >= rank)!]!;
  };
  return { answered, waitedS: (at(Math.floor((answered + 1) / 2)) + at(Math.floor(answered / 2) + 1)) / 2 };
}
