import { longestPhrase } from '../tone/longest-phrase.ts';
import { phraseGraph, type Node } from '../tone/phrase-graph.ts';
import { sparedIn } from '../tone/spared.ts';
import { TONE_LISTS } from '../tone/check-tone.ts';
import type { ToneReason } from '../tone/reasons.ts';
import type { ToneList } from '../tone/tone-list.ts';
import { wordsOf, type Word } from '../tone/words.ts';
import { NOT_WORDS, PRAISE_FACES, PRAISE_WORDS, UPSET_FACES, UPSET_WORDS } from './mood-words.ts';
import type { Mood } from './stir.ts';

/** Beyond this a message is judged up to here only (characters): it is asked of everything that is said. */
const MAX_LENGTH = 600;
/** "I am *not* really happy": so near before a word (words). */
const NEAR = 3;
/** Swear words of one language that are none in another: "tant pis". */
const ELSEWHERE_HARMLESS: ReadonlySet<string> = new Set(['pis', 'cu', 'tg', 'svin', 'besta']);

/** Manners: "no thanks" is nothing. */
const POLITE: ReadonlySet<string> = new Set(
  'thanks thank thankyou tak tusindtak merci obrigado obrigada'.split(' '),
);

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const upset = setOf(UPSET_WORDS);
const praise = setOf(PRAISE_WORDS);
const not = setOf(NOT_WORDS);

/** Insults and swear words of a language, from what we warn moderators of in their own answers. */
interface Harsh {
  apostrophe: ToneList['apostrophe'];
  graph: Node;
}
let harsh: Harsh[] | null = null;

/**
 * Whether something said is upset, kind or neither, by its words in English, Danish, French and Portuguese. It knows words, not
 * what is meant: a number for counting, never a judgement of a person. Quotes, code and addresses are not judged. Never throws.
 */
export function moodOf(text: string): Mood {
  const judged = text.slice(0, MAX_LENGTH);
  const spared = sparedIn(judged);
  const words = { joins: wordsOf(judged, 'joins', spared), splits: wordsOf(judged, 'splits', spared) };
  const [kind, angry] = counted(words.joins, words.splits);
  const up = kind + (judged.match(PRAISE_FACES)?.length ?? 0);
  const down = angry + (judged.match(UPSET_FACES)?.length ?? 0) + harshIn(words);
  if (up === down) return 0;
  return up > down ? 1 : -1;
}

/** Kind and upset words; "not happy" is upset, and "not angry" is nothing. */
function counted(...readings: Word[][]): [kind: number, angry: number] {
  // Each apostrophe is read in both ways (`dont`, `n avez`), and each word counted once by where it ends.
  const kind = new Set<number>();
  const angry = new Set<number>();
  for (const words of readings)
    for (const [index, { folded, end }] of words.entries()) {
      const isPraise = praise.has(folded);
      if (!isPraise && !upset.has(folded)) continue;
      const isDenied = deniedAt(words, index);
      if (isPraise && !isDenied) kind.add(end);
      else if (isPraise ? !POLITE.has(folded) : !isDenied) angry.add(end);
    }
  return [[...kind].filter((end) => !angry.has(end)).length, angry.size];
}

function deniedAt(words: readonly Word[], at: number): boolean {
  for (let back = at; back > 0 && back > at - NEAR && words[back]?.before === 'space'; back -= 1)
    if (not.has(words[back - 1]!.folded)) return true;
  return false;
}

function harshIn(words: Record<ToneList['apostrophe'], Word[]>): number {
  harsh ??= Object.values(TONE_LISTS).map(({ apostrophe, phrases }) => ({
    apostrophe,
    graph: phraseGraph({ apostrophe, phrases: onlyHarsh(phrases) }),
  }));
  const ends = new Set<number>();
  for (const { apostrophe, graph } of harsh)
    for (const [index, word] of words[apostrophe].entries()) {
      const found = longestPhrase(graph, words[apostrophe], index);
      const isOne = found?.end === index + 1;
      if (found && !(isOne && ELSEWHERE_HARMLESS.has(word.folded)))
        ends.add(words[apostrophe][found.end - 1]!.end);
    }
  return ends.size;
}

function onlyHarsh(phrases: ToneList['phrases']): ToneList['phrases'] {
  const HARSH: readonly string[] = ['insult', 'swearing'] satisfies ToneReason[];
  return Object.fromEntries(
    Object.entries(phrases).map(([reason, each]) => [
      reason,
      HARSH.includes(reason) ? each : { phrases: [] },
    ]),
  ) as ToneList['phrases'];
}
