import type { Texts } from '../texts/index.ts';

/** The share of promises that were kept, in whole percent; null where none was due. 100 only when all of them were. */
function keptPercent({ kept, broken }: { kept: number; broken: number }): number | null {
  const all = kept + broken;
  return all === 0 ? null : Math.floor((100 * kept) / all);
}

/** Promises to members in words: "92% kept, 23 of 25". */
export function keptWords(promises: { kept: number; broken: number }, { rules: { words } }: Texts): string {
  const percent = keptPercent(promises);
  return percent === null
    ? words.noneDue
    : words.kept(percent, promises.kept, promises.kept + promises.broken);
}
