import type { Pool } from 'pg';
import type { Standing } from '../../src/cases/access.ts';
import { STATES } from '../../src/cases/case.ts';
import { parseSearch } from '../../src/cases/search/parse-search.ts';
import { OPEN_STATES } from '../../src/cases/states.ts';
import type { CaseCursor, CaseFilter } from '../../src/store/case-list-port.ts';
import { createCasePages } from '../../src/store/case-pages.ts';
import { createCaseLists } from '../../src/store/case-parts.ts';
import { createGifts } from '../../src/store/create-gifts.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createFigures } from '../../src/store/figures.ts';
import { noSeal } from '../../src/store/seal.ts';
import { createSearch } from '../../src/store/search.ts';
import { createTopics } from '../../src/store/topics.ts';
import { COMMUNITY, NOW } from './sizes.ts';

/** Somebody who opens pages. */
const person = { workspaceId: COMMUNITY, colleagues: 'uncounted', fellowLeads: 'uncounted' } as const;
const PEOPLE = {
  staff: { ...person, userId: 'mia', roles: new Set(['moderator']), departments: new Set() },
  lead: { ...person, userId: 'lea', roles: new Set(['lead']), departments: new Set() },
  department: { ...person, userId: 'dan', roles: new Set(), departments: new Set(['qa']) },
} satisfies Record<string, Standing>;

const DAY_MS = 86_400_000;
const KINDS = new Map([
  ['refund', 'refund'],
  ['abuse', 'safety'],
  ['bug', 'bug'],
]);
/** As the pages ask. */
const LISTED = 50;
const COUNTED = 1_001;
const NAMES = {
  prefix: 'FB',
  kinds: { refund: 'Refund' },
  departments: { qa: 'QA' },
  userId: 'mia',
};

/** What is asked of a record, by what people call it. */
export type Asked = Record<string, () => Promise<unknown>>;

/** What the pages of the dashboard ask of the record, by page and role: each is one opening of the page. */
export function dashboard(pool: Pool, cases: number): Asked {
  const now = () => NOW;
  const rooms = {
    lists: createCaseLists(pool),
    pages: createCasePages(pool),
    figures: createFigures(pool),
    topics: createTopics(pool, { now }),
    gifts: createGifts(pool, { now, seal: noSeal }),
    store: createStore(pool, { now, seal: noSeal }),
    search: createSearch(pool, { now }),
  };
  const asked: Asked = {};
  for (const [who, eyes] of Object.entries(PEOPLE)) {
    for (const [name, page] of Object.entries(lists(rooms, eyes))) asked[`${name}, ${who}`] = page;
    for (const [name, page] of Object.entries(figures(rooms, eyes))) asked[`${name}, ${who}`] = page;
  }
  const own = Math.floor((cases * 0.7) / 10) * 10 + 1;
  const key = { workspaceId: COMMUNITY, number: own };
  asked['case'] = async () => {
    await rooms.store.guard(key);
    const file = await rooms.store.read(key);
    const by = { workspaceId: COMMUNITY, caseId: file?.case.caseId ?? 0 };
    return Promise.all([
      rooms.pages.messages(by, 200),
      rooms.pages.replies(by, 200),
      rooms.store.history(by, 200),
      rooms.store.notes(by, 200),
    ]);
  };
  return asked;
}

type Rooms = {
  lists: ReturnType<typeof createCaseLists>;
  pages: ReturnType<typeof createCasePages>;
  figures: ReturnType<typeof createFigures>;
  topics: ReturnType<typeof createTopics>;
  gifts: ReturnType<typeof createGifts>;
  search: ReturnType<typeof createSearch>;
};

/** Each filter of the list of cases, and what its later parts cost; looking whether there is news asks the same. */
function lists({ lists: book, pages }: Rooms, eyes: Standing): Record<string, () => Promise<unknown>> {
  const open: CaseFilter = { states: OPEN_STATES };
  const all: CaseFilter = { states: STATES };
  const filters: Record<string, CaseFilter> = {
    open,
    finished: { states: STATES.filter((state) => !OPEN_STATES.includes(state)) },
    all,
    'open urgent': { ...open, severity: 'urgent' },
    'one state': { states: ['waiting_on_member'] },
    dismissed: { states: ['dismissed'] },
    'kind frequent': { ...all, kind: 'feedback' },
    'kind rare, open': { ...open, kind: 'idea' },
    'kind unknown': { ...all, kind: 'nothing' },
    'of a handler': { ...all, handlerId: 'H40' },
    'of a handler, open': { ...open, handlerId: 'H1' },
    'of nobody': { ...all, handlerId: null },
    'of a department': { ...all, department: 'qa' },
    'of a department, open': { ...open, department: 'design' },
    'of a channel': { ...all, channelId: 'C24' },
    'of a month': { ...all, from: new Date('2025-06-01Z'), until: new Date('2025-07-01Z') },
    'several filters': { ...all, kind: 'idea', severity: 'urgent', department: 'design', channelId: 'C20' },
  };
  const page = async (filter: CaseFilter, after: CaseCursor | null) => {
    const order = filter.states.some((state) => !OPEN_STATES.includes(state)) ? 'newest' : 'urgent';
    const [part] = await Promise.all([
      book.part(COMMUNITY, filter, eyes, { order, after, limit: LISTED }),
      book.count(COMMUNITY, filter, eyes, COUNTED),
    ]);
    return pages.departments(
      COMMUNITY,
      part.cases.map(({ caseId }) => caseId),
    );
  };
  const middle = { rank: 3, openedUs: Date.parse('2025-12-01T00:00:00Z') * 1_000, number: 1 };
  return {
    ...Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [`cases ${name}`, () => page(filter, null)]),
    ),
    'cases all, in the middle': () => page(all, middle),
  };
}

function figures(rooms: Rooms, eyes: Standing): Record<string, () => Promise<unknown>> {
  const scope = { workspaceId: COMMUNITY, eyes };
  const time = (days: number) => ({
    from: new Date(NOW.getTime() - days * DAY_MS),
    until: NOW,
    step: days <= 32 ? ('day' as const) : days <= 200 ? ('week' as const) : ('month' as const),
    timeZone: 'Europe/Copenhagen',
  });
  const { figures: book } = rooms;
  const staffOnly = {
    'promises 365': () =>
      Promise.all([book.promises(scope, time(365), NOW), book.openPromises(scope, LISTED)]),
    'playbooks 90': () => book.playbooks(scope, time(90), KINDS),
    'playbooks 365': () => book.playbooks(scope, time(365), KINDS),
    gifts: () =>
      Promise.all([
        book.gifts(scope, '2025-12'),
        rooms.gifts.rows({ workspaceId: COMMUNITY, month: '2026-11' }, eyes, 200),
      ]),
    moods: () => book.moods(COMMUNITY, time(90)),
  };
  return {
    ...Object.fromEntries(
      [7, 30, 90, 365].map((days) => [`barometer ${days}`, () => book.barometer(scope, time(days), 20)]),
    ),
    'barometer 365 of a kind': () => book.barometer({ ...scope, kind: 'bug' }, time(365), 20),
    'barometer 365 of a department': () => book.barometer({ ...scope, department: 'qa' }, time(365), 20),
    topics: () => rooms.topics.list([COMMUNITY], 40, eyes),
    'search by filters': () =>
      rooms.search.find(COMMUNITY, parseSearch('kind:refund state:open older:7d', NAMES), {
        eyes,
        limit: 25,
      }),
    ...(eyes.roles.size > 0 && staffOnly),
  };
}
