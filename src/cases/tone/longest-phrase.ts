import { reachedFrom, type Node, type PhraseEnd } from './phrase-graph.ts';
import type { ToneReason } from './reasons.ts';
import type { Word } from './words.ts';

/** A phrase in a row of words: up to, not including, the word at `end`. */
export interface PhraseFound {
  end: number;
  reason: ToneReason;
}

/** The longest phrase that begins with the word at `from`; null when none does. */
export function longestPhrase(graph: Node, words: readonly Word[], from: number): PhraseFound | null {
  let longest: PhraseFound | null = null;
  let nodes = new Set([graph]);
  for (let at = from; at < words.length && nodes.size > 0; at += 1) {
    const word = words[at]!;
    if (at > from && word.before === 'stop') break;
    const follower = words[at + 1]?.before === 'space' ? words[at + 1]! : null;
    nodes = reachedFrom(
      [...nodes].flatMap((node) => stepsBy(node, word.folded)),
      follower === null,
    );
    const opens = from === 0 || words[from]!.before !== 'space';
    const end = [...nodes].flatMap(({ ends }) => ends).find((each) => holds(each, opens, follower));
    if (end) longest = { end: at + 1, reason: end.reason };
  }
  return longest;
}

function stepsBy({ words, stems, any }: Node, word: string): Node[] {
  const begun = stems.flatMap(([stem, next]) => (word.startsWith(stem) ? [next] : []));
  return [...(words.get(word) ?? []), ...begun, ...any];
}

function holds({ opens, notBefore }: PhraseEnd, clauseOpens: boolean, follower: Word | null): boolean {
  return (!opens || clauseOpens) && !(follower && notBefore.has(follower.folded));
}
