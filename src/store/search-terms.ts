import { z } from 'zod';
import type { Term } from '../cases/search/search-query.ts';
import { near } from '../cases/search/slips.ts';
import { rows, type Sql } from './sql.ts';

/** What is looked for, as the index understands it. */
export interface Sought {
  /** For `::tsquery`; null: no words. */
  all: string | null;
  /** What none of the case's texts may have. */
  none: string | null;
  /** Words without accents, `en@stem`, and beginnings of words, by which what was found is marked. */
  marks: { words: string[]; stems: string[]; beginnings: string[] };
}

const wordRow = z.object({
  nth: z.number(),
  place: z.number(),
  plain: z.string(),
  stems: z.array(z.string()),
  stops: z.array(z.string()),
});
type Word = z.infer<typeof wordRow> & { near: string[] };

const DICTIONARIES = `(values ('en', 'english_stem'::regdictionary), ('da', 'danish_stem'), ('fr', 'french_stem'), ('pt', 'portuguese_stem'))
  as language (code, dictionary)`;

/** $1 the terms. Whoever leaves accents out means the same word: it is stemmed as others wrote it. */
const ANALYSE = `with word as (
    select nth::int, place::int, written, plain, array[written, plain] || array(
      select known.word from hearback.search_word known where known.plain collate "C" = each.plain order by known.word limit 8) as forms
    from (select nth, place, written, hearback.search_fold(left(written, 60)) as plain
      from unnest($1::text[]) with ordinality as term (typed, nth),
        unnest(string_to_array(hearback.search_clean(typed), ' ')) with ordinality as each (written, place) where written <> '') each)
  select nth, place, plain,
    array(select distinct code || '@' || hearback.search_fold(stem) from ${DICTIONARIES}, unnest(forms) as form,
      unnest(ts_lexize(dictionary, left(form, 60))) as stem where stem <> '') as stems,
    array(select code from ${DICTIONARIES} where ts_lexize(dictionary, written) = '{}') as stops
  from word order by nth, place`;

/** @param loosely also what is near a word, or begins with it: for when nothing else is found */
export async function soughtBy(sql: Sql, terms: readonly Term[], loosely: boolean): Promise<Sought> {
  const typed = terms.map(({ text }) => text);
  const found = typed.length === 0 ? [] : await rows(sql, wordRow, ANALYSE, [typed]);
  const likely = loosely ? await likelyWords(sql, terms, found) : new Map<string, string[]>();
  const words: Word[] = found.map((word) => ({ ...word, near: likely.get(word.plain) ?? [] }));
  const of = (isNot: boolean) =>
    terms.flatMap((term, nth) => (term.isNot === isNot ? [{ term, nth: nth + 1 }] : []));
  const meant = words.filter(({ nth }) => terms[nth - 1]?.isNot === false);
  const optional = optionalIn(meant.filter(({ nth }) => terms[nth - 1]?.isPhrase === false));
  const asked = (wanted: ReturnType<typeof of>, stops: ReadonlySet<string>) =>
    wanted.flatMap(({ term, nth }) => {
      const own = words.filter((word) => word.nth === nth);
      if (own.length === 0) return [];
      if (term.isPhrase) return [own.map(({ plain }) => lexeme(plain)).join(' <-> ')];
      return [own.map((word) => anyForm(word, stops)).join(' & ')];
    });
  return {
    all: joined(asked(of(false), optional), ' & '),
    none: joined(asked(of(true), new Set()), ' | '),
    marks: marksOf(meant, terms),
  };
}

/** Languages in which some of the words say something by themselves: there the small words may be missing. */
function optionalIn(words: readonly Word[]): Set<string> {
  const stops = new Set(words.flatMap((word) => word.stops));
  return new Set([...stops].filter((code) => words.some((word) => !word.stops.includes(code))));
}

function anyForm({ plain, stems, stops, near: alike }: Word, optional: ReadonlySet<string>): string {
  const forms = [
    lexeme(plain),
    ...stems.map(lexeme),
    ...stops.filter((code) => optional.has(code)).map((code) => lexeme(`${code}@`)),
    ...alike.map(lexeme),
    ...(isBeginning(plain, alike) ? [`${lexeme(plain)}:*`] : []),
  ];
  return `(${forms.join(' | ')})`;
}

/** Only where it is looked for loosely: then what is near has the word itself. */
function isBeginning(plain: string, alike: readonly string[]): boolean {
  return plain.length >= 4 && alike.includes(plain);
}

function marksOf(words: readonly Word[], terms: readonly Term[]): Sought['marks'] {
  const loose = words.filter(({ nth }) => terms[nth - 1]?.isPhrase === false);
  return {
    words: [...new Set(words.flatMap(({ plain, near: alike }) => [plain, ...alike]))],
    stems: [...new Set(loose.flatMap(({ stems }) => stems))],
    beginnings: loose.flatMap(({ plain, near: alike }) => (isBeginning(plain, alike) ? [plain] : [])),
  };
}

function joined(parts: readonly string[], by: string): string | null {
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(by);
}

/** Whatever is in it, it stays one lexeme. https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
function lexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

const nearRow = z.object({ wanted: z.string(), plain: z.string() });

/** What begins with a text: a range of the index, whatever the text is. */
const BEGINS = (column: string, head: string) =>
  `${column} collate "C" >= ${head} and ${column} collate "C" < ${head} || U&'\\+10ffff'`;

/** $1 words. Those that begin or end like one of them, whichever case they stand in: what nobody may see is not found by them. */
const ALIKE = `select wanted, known.plain from unnest($1::text[]) as wanted,
    lateral (select case when length(wanted) < 6 then 2 else 3 end as size) s,
    lateral (select plain from hearback.search_word where ${BEGINS('plain', 'left(wanted, size)')}
      union select plain from hearback.search_word where ${BEGINS('reverse(plain)', 'reverse(right(wanted, size))')}) known
  where length(known.plain) between length(wanted) - 2 and length(wanted) + 2`;

/** Words that somebody who typed these could have meant, themselves among them. */
async function likelyWords(
  sql: Sql,
  terms: readonly Term[],
  words: readonly z.infer<typeof wordRow>[],
): Promise<Map<string, string[]>> {
  const typed = words
    .filter(({ nth, plain }) => {
      const term = terms[nth - 1];
      return term && !term.isPhrase && !term.isNot && plain.length >= 4;
    })
    .map(({ plain }) => plain);
  const wanted = [...new Set(typed)];
  if (wanted.length === 0) return new Map();
  const found = await rows(sql, nearRow, ALIKE, [wanted]);
  return new Map(
    wanted.map((word) => {
      const alike = found.filter((each) => each.wanted === word).map(({ plain }) => plain);
      return [word, [word, ...near(word, alike)]];
    }),
  );
}
