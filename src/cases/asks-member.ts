import type { Reply } from './case.ts';

/** Addresses, what is quoted and code: a question mark in there asks nobody anything. */
const NO_WORDS = /https?:\/\/\S+|`[^`]*`|^ *>.*$/gm;

/** A question mark as any of the languages people answer in writes it. */
const QUESTION = /[?？؟]/u;

/**
 * Whether words to the member ask them something, so that the case waits for them once they have arrived: details they were
 * asked for by the templates, or any question that a person typed.
 */
export function asksMember({ purpose, authorId, asks, markdown }: Reply): boolean {
  if (purpose !== 'answer' && purpose !== 'update') return false;
  return asks.length > 0 || (authorId !== null && QUESTION.test(markdown.replace(NO_WORDS, '')));
}
