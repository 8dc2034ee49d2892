import { tellsOf } from './language-tells.ts';
import { wordsOfLanguage } from './words-of-language.ts';

/** What a text says of the language it is in. */
export interface Detected {
  /** ISO 639-1, such as `da`. */
  language: string;
  /** Nothing else is likely. */
  sure: boolean;
  /** What it may be as well, itself included: whatever else is known of the person decides between them. */
  couldBe: string[];
}

/** Shorter texts say nothing: "ok", "hi there" (bytes of UTF-8, so that four Japanese characters do). */
const TELLING_BYTES = 9;
/** Up to here a language nobody answers in is not believed: two short words are Italian, Albanian or anything. */
const SHORT_BYTES = 17;
/** The least a language must score (0-1). Real sentences have 0.65 and more, a pair of foreign words less. */
const SCORE_MIN = 0.6;
/** Languages that score as near as this to the best one may be it as well: chosen so that all of test/replies/language/chat-sentences.ts come out right. */
const NEAR = 0.035;
const NEAR_WHEN_SHORT = 0.07;
/** So near, a language that we answer in is taken before one that we do not. */
const TIE = 0.02;

type Score = [language: string, score: number];

/**
 * The language of what somebody wrote in a chat; null when it is too short or unclear to say.
 * @param candidates the languages we answer in. All others compete as well, so that Norwegian does not pass for Danish.
 */
export async function detectLanguage(text: string, candidates: readonly string[]): Promise<Detected | null> {
  const words = wordsOfLanguage(text);
  const bytes = Buffer.byteLength(words);
  if (bytes < TELLING_BYTES) return null;
  const scores = await scoresOf(words);
  const [best] = scores;
  if (!best || best[1] < SCORE_MIN) return null;
  const near = bytes < SHORT_BYTES ? NEAR_WHEN_SHORT : NEAR;
  const found = choose(words.toLowerCase().split(' '), scores, near, candidates);
  return bytes < SHORT_BYTES && !candidates.includes(found.language) ? null : found;
}

function choose(
  words: readonly string[],
  scores: readonly Score[],
  near: number,
  candidates: readonly string[],
): Detected {
  const likely = scores.filter(([, score]) => (scores[0]?.[1] ?? 0) - score < near);
  const told = mostTold(words, likely);
  if (told !== null) return { language: told, sure: true, couldBe: [told] };
  const tied = likely
    .filter(([, score]) => (likely[0]?.[1] ?? 0) - score < TIE)
    .map(([language]) => language);
  const language = tied.find((each) => candidates.includes(each)) ?? tied[0] ?? '';
  return { language, sure: likely.length === 1, couldBe: likely.map(([each]) => each) };
}

/** The one that more of the words belong to than to any other; null when the words do not decide. */
function mostTold(words: readonly string[], likely: readonly Score[]): string | null {
  const counted = likely.map(([language]): Score => [language, tellsOf(language, words)]);
  const [first, second] = counted.toSorted(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

let loading: Promise<(text: string) => Score[]> | null = null;

/** The detector's tables take about 30 MB and 0.4 s: read when the first text comes, and then kept. */
function scoresOf(text: string): Promise<Score[]> {
  loading ??= import('eld/extrasmall').then(
    ({ eld }) =>
      (words) =>
        Object.entries(eld.detect(words).getScores()).toSorted(([, a], [, b]) => b - a),
  );
  // Whatever was in the way may be gone when the next text comes.
  loading.catch(() => (loading = null));
  return loading.then((detect) => detect(text));
}
