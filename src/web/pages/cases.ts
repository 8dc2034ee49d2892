import { caseName, STATES, type Case, type State } from '../../cases/case.ts';
import { isOpen, OPEN_STATES, stateWords } from '../../cases/states.ts';
import { shorten } from '../../chat/text.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Page, Rooms, Visitor } from '../page.ts';
import { ageOf, clockIn } from '../times.ts';

/** How many cases one page lists, and how much of what was said each line shows (characters). */
const LISTED = 100;
const QUOTE_MAX = 140;

/** What can be listed, by the word in the address. */
const LISTS: Readonly<Record<string, { label: string; states: readonly State[] }>> = {
  open: { label: 'Open', states: OPEN_STATES },
  finished: { label: 'Finished', states: STATES.filter((state) => !OPEN_STATES.includes(state)) },
  all: { label: 'All', states: STATES },
};

/** "Your cases": those this person may see, the most urgent first. */
export const cases: Page = {
  name: 'cases',
  method: 'GET',
  path: '/',
  allow: 'departments',
  async handle({ visitor, rooms, query }) {
    const wanted = query['show'] ?? 'open';
    const list = Object.hasOwn(LISTS, wanted) ? LISTS[wanted] : undefined;
    if (!list) return { type: 'missing' };
    const { states } = list;
    const eyes = visitor.standing;
    const found = await rooms.store.list(visitor.workspace.id, { states, eyes, limit: LISTED + 1 });
    const shown = found.slice(0, LISTED);
    const departments = await rooms.pages.departments(
      visitor.workspace.id,
      shown.map(({ caseId }) => caseId),
    );
    await noteListed(shown, visitor, rooms);
    const now = rooms.now();
    return {
      type: 'show',
      view: 'cases',
      data: {
        lists: Object.entries(LISTS).map(([key, { label }]) => ({ key, label, isCurrent: key === wanted })),
        cases: shown.map((each) => line(each, departments.get(each.caseId) ?? [], visitor, now)),
        limit: found.length > LISTED ? LISTED : null,
      },
    };
  },
};

/** Written down before they are shown: one line with their numbers. */
async function noteListed(
  shown: readonly Case[],
  { workspace, userId }: Visitor,
  { audit }: Rooms,
): Promise<void> {
  if (shown.length === 0) return;
  const numbers = shown.map(({ number }) => number).join(' ');
  await audit.note({
    workspaceId: workspace.id,
    actorId: userId,
    action: 'cases_listed',
    detail: { cases: numbers },
  });
}

function line(found: Case, departments: readonly string[], visitor: Visitor, now: Date) {
  const { policy, workspace, timeZone } = visitor;
  return {
    number: found.number,
    name: caseName(policy.prefix, found.number),
    state: stateWords(found.state),
    isOpen: isOpen(found),
    severity: found.severity,
    kind: kindOf(policy, found.kind).name,
    member: found.member.name,
    age: ageOf(found.openedAt, now),
    opened: clockIn(timeZone)(found.openedAt),
    departments: departments.map((key) => workspace.departments[key]?.name ?? key).join(', '),
    language: found.language,
    quote: shorten(found.quote.replaceAll(/\s+/g, ' ').trim(), QUOTE_MAX),
  };
}
