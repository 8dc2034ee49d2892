import { caseName, STATES, type Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/states.ts';
import { shorten } from '../../chat/text.ts';
import { departmentName, kindName, kindNames } from '../../policy/lookup.ts';
import { SEVERITIES } from '../../policy/schema.ts';
import { addressOf, caseQuery, cursorText, type Query } from '../filters.ts';
import { choices } from '../choices.ts';
import { noteListed } from '../note-listed.ts';
import type { Page, Visit, Visitor } from '../page.ts';
import { ageOf, clockIn } from '../times.ts';
import { versionOf } from '../version.ts';

/** How many cases one page lists, and how much of what was said each line shows (characters). */
const LISTED = 50;
const QUOTE_MAX = 140;
/** Counted up to so many: nobody waits for a number that says "a lot". */
const COUNTED = 1_000;

type Parts = Pick<Visit, 'rooms' | 'query' | 'names' | 'channels' | 'known'> & { visitor: Visitor };

/** The cases this person may see, by what the address asks for. What is open comes the most urgent first, else the newest. */
export const cases: Page = {
  name: 'cases',
  method: 'GET',
  path: '/',
  allow: 'departments',
  async handle(parts) {
    const { visitor, rooms, query, known } = parts;
    const { filter, which, order, after, faults } = caseQuery(query, visitor);
    const frame = {
      ...(await frameOf(which, filter.channelId, parts)),
      none: noneWords(which, query, visitor),
    };
    if (faults.length > 0)
      return { type: 'show', status: 400, view: 'cases', data: { ...frame, ...NOTHING, faults } };
    const { id } = visitor.workspace;
    const eyes = visitor.standing;
    const [{ cases: shown, next }, count] = await Promise.all([
      rooms.lists.part(id, filter, eyes, { order, after, limit: LISTED }),
      rooms.lists.count(id, filter, eyes, COUNTED + 1),
    ]);
    const version = versionOf([count, next, shown.map(({ caseId, version: each }) => [caseId, each])]);
    if (known === version) return { type: 'same' };
    const departments = await rooms.pages.departments(
      id,
      shown.map(({ caseId }) => caseId),
    );
    await noteListed(shown, visitor, rooms);
    const nameOf = await parts.names(
      id,
      shown.flatMap(({ handlerId }) => handlerId ?? []),
    );
    const now = rooms.now();
    return {
      type: 'show',
      view: 'cases',
      version,
      data: {
        ...frame,
        faults,
        cases: shown.map((each) => line(each, departments.get(each.caseId) ?? [], visitor, { now, nameOf })),
        count: countWords(count, order, visitor),
        next: next && addressOf('/', query, { after: cursorText(next) }),
        first: after && addressOf('/', query, { after: undefined }),
      },
    };
  },
};

const NOTHING = { cases: [], count: null, next: null, first: null };

function countWords(count: number, order: 'urgent' | 'newest', { texts }: Visitor): string | null {
  const { counted, more, urgentFirst, newestFirst } = texts.dashboard.cases;
  if (count === 0) return null;
  return `${count > COUNTED ? more(COUNTED) : counted(count)}, ${order === 'urgent' ? urgentFirst : newestFirst}`;
}

/** What somebody reads who finds no case, with where to look instead. */
function noneWords(which: string, query: Query, { texts }: Visitor): string {
  const { none, noneOpen, noneFit } = texts.dashboard.cases;
  if (isFiltered(query) || !['open', 'all'].includes(which)) return noneFit;
  return which === 'open' ? noneOpen : none;
}

/** The tabs, and the filter with what was typed. */
async function frameOf(which: string, channelId: string | undefined, parts: Parts) {
  const { visitor, query } = parts;
  const { texts, policy, workspace } = visitor;
  const { cases: words, states, severities } = texts.dashboard;
  const groups = { open: words.open, finished: words.finished, all: words.all };
  const option = (key: string, label: string, field: string) => ({
    key,
    label,
    isChosen: query[field] === key,
  });
  const kinds = kindNames(policy, workspace, texts.common.code).map(([key, name]) =>
    option(key, name, 'kind'),
  );
  return {
    tabs: Object.entries(groups).map(([key, label]) => ({
      label,
      url: addressOf('/', query, { state: key, after: undefined }),
      isCurrent: key === which,
    })),
    fields: [
      {
        name: 'state',
        options: [...Object.entries(groups), ...STATES.map((state) => [state, states[state]] as const)]
          .filter(([key], index, all) => all.findIndex(([other]) => other === key) === index)
          .map(([key, label]) => ({ key, label, isChosen: key === which })),
        any: null,
      },
      {
        name: 'severity',
        options: SEVERITIES.toReversed().map((each) => option(each, severities[each], 'severity')),
      },
      { name: 'kind', options: kinds },
      ...(await choices(parts, channelId)),
    ].map((field) => ({ any: words.any, ...field, label: labelOf(field.name, visitor) })),
    days: ['from', 'to'].map((name) => ({ name, label: labelOf(name, visitor), value: query[name] ?? '' })),
    isFiltered: isFiltered(query),
  };
}

function labelOf(name: string, { texts }: Visitor): string {
  const labels: Readonly<Record<string, string>> = texts.dashboard.fields;
  return labels[name] ?? name;
}

function isFiltered(query: Query): boolean {
  return Object.entries(query).some(([name, value]) => !['state', 'after'].includes(name) && value !== '');
}

/** Null: nobody does, nor has to any more. */
function handlerWords(
  found: Case,
  { dashboard }: Visitor['texts'],
  nameOf: (userId: string) => string,
): string | null {
  if (found.handlerId !== null) return nameOf(found.handlerId);
  return isOpen(found) ? dashboard.cases.nobody : null;
}

function line(
  found: Case,
  departments: readonly string[],
  visitor: Visitor,
  { now, nameOf }: { now: Date; nameOf(userId: string): string },
) {
  const { policy, workspace, timeZone, texts } = visitor;
  const { code } = texts.common;
  return {
    number: found.number,
    name: caseName(policy.prefix, found.number),
    state: texts.dashboard.states[found.state],
    isOpen: isOpen(found),
    severity: { key: found.severity, label: texts.dashboard.severities[found.severity] },
    kind: kindName(policy, found, code),
    member: found.member.name,
    handler: handlerWords(found, texts, nameOf),
    age: ageOf(found.openedAt, now, code),
    opened: clockIn(timeZone, code)(found.openedAt),
    departments: departments.map((key) => departmentName(workspace, key, code)).join(', '),
    language: found.language,
    quote: shorten(found.quote.replaceAll(/\s+/g, ' ').trim(), QUOTE_MAX),
  };
}
