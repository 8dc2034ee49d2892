import { da } from './da.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { longestPhrase } from './longest-phrase.ts';
import { phraseGraph, type Node } from './phrase-graph.ts';
import { pt } from './pt.ts';
import { REASONS, type ToneReason, type ToneWhy } from './reasons.ts';
import { shoutingIn } from './shouting.ts';
import { sparedIn, type Span } from './spared.ts';
import type { ToneList } from './tone-list.ts';
import { fold, wordsOf, type Word } from './words.ts';

/** A part of a text that whoever gets it may take badly. `start` up to, not including, `end` of the text. */
export interface ToneFinding extends Span {
  phrase: string;
  why: ToneWhy;
  /** What `texts.rules.tone` says of it. */
  reason: ToneReason | 'shouting';
  /** What to write in its place, in the language of the phrase; null where there is no one answer. */
  instead: string | null;
}

/** Languages the check knows, by their folder's name in `templates/`. */
export const TONE_LISTS: Readonly<Record<string, ToneList>> = { en, da, fr, pt };

/** Beyond this a text is judged up to here only (characters): more than anybody may send. */
const MAX_LENGTH = 20_000;
/** "It is *not* that …": so near before a phrase (words). */
const NEAR = 4;

interface Judge {
  list: ToneList;
  graph: Node;
  unless: ReadonlySet<string>;
  joins: ReadonlySet<string>;
  loud: ReadonlySet<string>;
  friendly: ReadonlySet<string>;
}

/** Made when a language is first asked for, and the same ever after: a list does not change while the program runs. */
const judges = new Map<string, Judge>();

/**
 * Phrases that belittle, blame, shout or argue, in order and not overlapping. It knows phrases, not what is meant: a
 * hint for whoever wrote the text, nothing to refuse it for. Quotes, code, addresses and names are not judged.
 * Never throws; takes time in proportion to the text.
 * @param languages such as `da` or `pt-BR`; those without a list are left out
 * @param names of people and communities the text may be about
 */
export function checkTone(
  text: string,
  languages: readonly string[],
  names: readonly string[] = [],
): ToneFinding[] {
  const judged = text.slice(0, MAX_LENGTH);
  const known = new Set(languages.map((language) => language.toLowerCase().split(/[-_]/)[0] ?? ''));
  const asked = [...known].flatMap((language) => judgeFor(language) ?? []);
  const spared = sparedIn(judged);
  const findings = asked.flatMap((judge) => phrasesIn(judged, judge, spared, names));
  const phrases = apart(findings.toSorted((a, b) => a.start - b.start || b.end - a.end));
  const loud = new Set(asked.flatMap((judge) => [...judge.loud]));
  const friendly = new Set(asked.flatMap((judge) => [...judge.friendly]));
  const words = withoutNames(judged, wordsOf(judged, 'joins', spared), names, 'joins');
  const shouted = shoutingIn(judged, words, loud, friendly, spared)
    .flatMap((span) => around(span, phrases))
    .filter(({ start, end }) => /[\p{L}!?‼⁉❗❓！？]/u.test(judged.slice(start, end)))
    .map((span) => findingOf(judged, span, 'shouting', null));
  return [...phrases, ...shouted].toSorted((a, b) => a.start - b.start);
}

function judgeFor(language: string): Judge | null {
  const list = Object.hasOwn(TONE_LISTS, language) ? TONE_LISTS[language] : undefined;
  if (!list) return null;
  const judge = judges.get(language) ?? judgeOf(list);
  judges.set(language, judge);
  return judge;
}

function judgeOf(list: ToneList): Judge {
  const setOf = (words: string) => new Set(words.split(/\s+/).map(fold));
  return {
    list,
    graph: phraseGraph(list),
    unless: setOf(list.unless),
    joins: setOf(list.joins),
    loud: setOf(list.loud),
    friendly: setOf(list.friendly),
  };
}

function phrasesIn(
  text: string,
  { list, graph, unless, joins }: Judge,
  spared: readonly Span[],
  names: readonly string[],
): ToneFinding[] {
  const words = withoutNames(text, wordsOf(text, list.apostrophe, spared), names, list.apostrophe).map(
    (word, index, all): Word =>
      word.before === 'space' && joins.has(all[index - 1]?.folded ?? '')
        ? { ...word, before: 'clause' }
        : word,
  );
  const findings: ToneFinding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = longestPhrase(graph, words, at);
    if (!found || isNotMeant(words, at, unless)) continue;
    const span = { start: words[at]!.start, end: words[found.end - 1]!.end };
    findings.push(findingOf(text, span, found.reason, list.phrases[found.reason].instead ?? null));
    at = found.end - 1;
  }
  return findings;
}

function isNotMeant(words: readonly Word[], at: number, unless: ReadonlySet<string>): boolean {
  for (let back = at; back > 0 && back > at - NEAR && words[back]?.before === 'space'; back -= 1)
    if (unless.has(words[back - 1]!.folded)) return true;
  return false;
}

/** Names are no words of the writer's. A name of one word counts as it is written; very short ones are left in. */
function withoutNames(
  text: string,
  words: readonly Word[],
  names: readonly string[],
  apostrophe: ToneList['apostrophe'],
): Word[] {
  const rows = names
    .map((name) =>
      wordsOf(name, apostrophe, []).map(({ folded, start, end }) => ({ folded, as: name.slice(start, end) })),
    )
    .filter((row) => row.length > 1 || (row[0]?.folded.length ?? 0) > 3);
  const kept: Word[] = [];
  let skipped = false;
  for (let at = 0; at < words.length; at += 1) {
    const row = rows.find((each) =>
      each.every(({ folded, as }, index) => {
        const word = words[at + index];
        return word?.folded === folded && (each.length > 1 || text.slice(word.start, word.end) === as);
      }),
    );
    if (row) at += row.length - 1;
    else kept.push(skipped ? { ...words[at]!, before: 'stop' } : words[at]!);
    skipped = row !== undefined;
  }
  return kept;
}

/** Of findings that overlap, the first stays, and the longer of two that begin together. */
function apart(findings: readonly ToneFinding[]): ToneFinding[] {
  const kept: ToneFinding[] = [];
  for (const finding of findings) if (finding.start >= (kept.at(-1)?.end ?? 0)) kept.push(finding);
  return kept;
}

/** What is left of a span beside these, without the spaces around it. */
function around(span: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let start = span.start;
  for (const each of taken) {
    if (each.end <= start || each.start >= span.end) continue;
    if (each.start > start) left.push({ start, end: each.start });
    start = Math.max(start, each.end);
  }
  if (start < span.end) left.push({ start, end: span.end });
  return left;
}

function findingOf(
  text: string,
  { start, end }: Span,
  reason: ToneFinding['reason'],
  instead: string | null,
): ToneFinding {
  const whole = text.slice(start, end);
  const from = start + (whole.length - whole.trimStart().length);
  const phrase = whole.trim();
  const why = reason === 'shouting' ? 'shouting' : REASONS[reason];
  return { start: from, end: from + phrase.length, phrase, why, reason, instead };
}
