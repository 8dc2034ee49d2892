import { caseName } from '../../cases/case.ts';
import type { Excerpt } from '../../cases/search/excerpt.ts';
import { searchNamesIn } from '../../cases/search/names-in.ts';
import { parseSearch } from '../../cases/search/parse-search.ts';
import { searchCursorIn } from '../../cases/search/search-cursor.ts';
import { NotPossible } from '../../errors.ts';
import { kindName } from '../../policy/lookup.ts';
import type { Hit } from '../../store/search-port.ts';
import { addressOf, Reading } from '../filters.ts';
import { noteListed } from '../note-listed.ts';
import type { Page, Visitor } from '../page.ts';
import { clockIn } from '../times.ts';
import { versionOf } from '../version.ts';

/** How many cases one page lists. */
const LISTED = 25;

/** Cases by words and filters, as `/feedback search` finds them: what this person may see, and may read in it. */
export const search: Page = {
  name: 'search',
  method: 'GET',
  path: '/search',
  allow: 'departments',
  async handle({ visitor, rooms, query, known }) {
    const { workspace, standing, texts } = visitor;
    const reading = new Reading(query, visitor);
    const q = reading.text('q') ?? '';
    const after = reading.text('after');
    if (after !== undefined && searchCursorIn(after) === null) reading.fault('after', reading.words.page);
    const frame = { ...NOTHING, q, faults: reading.done(), help: q === '' ? texts.search.help : null };
    if (q === '' && frame.faults.length === 0) return { type: 'show', view: 'search', data: frame };
    const asked = frame.faults.length > 0 ? null : understood(q, visitor, reading);
    if (!asked) {
      const isMistyped = frame.faults.every(({ field }) => field === 'q');
      return { type: 'show', status: 400, view: 'search', data: { ...frame, isMistyped } };
    }
    const found = await rooms.search.find(workspace.id, asked, {
      eyes: standing,
      limit: LISTED,
      ...(after !== undefined && { after }),
    });
    const version = versionOf([
      q,
      found.next,
      found.hits.map(({ case: { caseId, version: each }, excerpt }) => [caseId, each, excerpt]),
    ]);
    if (known === version) return { type: 'same' };
    await noteListed(
      found.hits.map((hit) => hit.case),
      visitor,
      rooms,
    );
    return {
      type: 'show',
      view: 'search',
      version,
      data: {
        ...frame,
        head: headOf(found.hits.length, found.next, after === undefined, visitor),
        advice: found.hits.length === 0 ? texts.search.noneAdvice : null,
        hits: found.hits.map((hit) => shown(hit, visitor)),
        next: found.next && addressOf('/search', query, { after: found.next }),
      },
    };
  },
};

const NOTHING = { path: '/search', isMistyped: false, head: null, advice: null, hits: [], next: null };

/** What was typed as a query; null when it is none, with the place of what is wrong among the faults. */
function understood(q: string, { texts, policy, workspace, userId }: Visitor, reading: Reading) {
  const names = searchNamesIn(policy, workspace, userId);
  try {
    return parseSearch(q, names);
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    reading.fault('q', error.in(texts));
    return null;
  }
}

function headOf(
  count: number,
  next: string | null,
  isFirst: boolean,
  { texts: { search: words } }: Visitor,
): string {
  if (count === 0) return words.none;
  if (!isFirst) return words.foundFurther(count);
  return next === null ? words.found(count) : words.foundMore(count);
}

function shown({ case: found, excerpt, foundIn, at }: Hit, { texts, policy, timeZone }: Visitor) {
  const where = { answer: texts.search.inAnswer, note: texts.search.inNote, case: null, message: null }[
    foundIn
  ];
  return {
    number: found.number,
    name: caseName(policy.prefix, found.number),
    member: found.member.name,
    state: texts.dashboard.states[found.state],
    kind: kindName(policy, found, texts.common.code),
    where,
    at: clockIn(timeZone, texts.common.code)(at),
    parts: partsOf(excerpt),
  };
}

/** The excerpt in pieces, those that were found marked. */
function partsOf({ text, marks }: Excerpt): { text: string; isMark: boolean }[] {
  const ends = [...marks, [text.length, text.length] as const];
  let at = 0;
  return ends.flatMap(([from, to]) => {
    const pieces = [
      { text: text.slice(at, from), isMark: false },
      { text: text.slice(from, to), isMark: true },
    ];
    at = to;
    return pieces.filter((piece) => piece.text !== '');
  });
}
