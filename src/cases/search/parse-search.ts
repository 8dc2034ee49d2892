import { NotPossible } from '../../errors.ts';
import { nearest } from '../../policy/nearest.ts';
import { ALIASES, FILTERS, type Draft, type SearchNames } from './filters.ts';
import type { SearchQuery } from './search-query.ts';
import { tokensOf, type Token } from './tokens.ts';

/** More than this nobody types; it is something that was pasted (characters). */
const SEARCH_MAX = 400;
/** Words, phrases and values of filters. */
const PARTS_MAX = 30;

/**
 * What somebody looks for: words, "phrases", -what is not to be there, and filters such as `kind:refund older:7d`; `FB-12` is a case.
 * Takes whatever is typed.
 * @throws {NotPossible} with the place of what is not understood, and what to write in its place
 */
export function parseSearch(typed: string, names: SearchNames): SearchQuery {
  if (typed.length > SEARCH_MAX)
    throw new NotPossible(({ search }) => search.faults.tooLong(typed.length, SEARCH_MAX));
  const draft: Draft = { terms: [] };
  const tokens = tokensOf(typed);
  if (tokens.length > PARTS_MAX) throw new NotPossible(({ search }) => search.faults.tooMany(PARTS_MAX));
  for (const token of tokens) {
    if (token.filter !== null) addFilter(draft, token, names);
    else addTerm(draft, token, names);
  }
  if (draft.terms.length === 0 && Object.keys(draft).length === 1)
    throw new NotPossible(({ search }) => search.faults.nothing());
  return draft;
}

function addFilter(draft: Draft, token: Token, names: SearchNames): void {
  const { place, filter: typed, text, isNot } = token;
  const name = own(ALIASES, typed ?? '') ?? typed ?? '';
  const filter = own(FILTERS, name);
  const known = Object.keys(FILTERS);
  if (!filter) {
    const meant = nearest(name, [...known, ...Object.keys(ALIASES)]);
    const all = known.map((each) => `${each}:`).join(' ');
    throw new NotPossible(({ search }) => search.faults.unknownFilter(place, name, meant, all));
  }
  if (isNot) throw new NotPossible(({ search }) => search.faults.turnedFilter(place, name));
  const values = token.isQuoted ? [text] : text.split(',');
  const said = values.map((value) => value.trim()).filter((value) => /[\p{L}\p{N}]/u.test(value));
  if (said.length === 0)
    throw new NotPossible(({ search }) => search.faults.emptyFilter(place, name, filter.example));
  for (const value of said) filter.add(draft, { text: value, token: { ...token, filter: name }, names });
}

function own<T>(all: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** What has no letter and no digit is no word: `%` finds nothing and hides nothing. */
function addTerm(draft: Draft, { text, isQuoted, isNot }: Token, { prefix }: SearchNames): void {
  const number = isQuoted || isNot ? null : caseNumber(text, prefix);
  if (number !== null) draft.numbers = [...(draft.numbers ?? []), number];
  else if (/[\p{L}\p{N}]/u.test(text)) draft.terms = [...draft.terms, { text, isPhrase: isQuoted, isNot }];
}

function caseNumber(text: string, prefix: string): number | null {
  const [head = '', tail = ''] = text.split('-');
  if (head.toUpperCase() !== prefix || text !== `${head}-${tail}`) return null;
  return /^\d{1,9}$/.test(tail) ? Number(tail) : null;
}
