import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Standing } from '../../src/cases/access.ts';
import { parseSearch } from '../../src/cases/search/parse-search.ts';
import { createDigests } from '../../src/store/digests.ts';
import { createDuty } from '../../src/store/duty.ts';
import { createStore } from '../../src/store/create-store.ts';
import { noSeal } from '../../src/store/seal.ts';
import { createSearch } from '../../src/store/search.ts';
import type { NewCase } from '../../src/store/store.ts';
import type { Asked } from './dashboard.ts';
import { COMMUNITY, NOW } from './sizes.ts';

/** Somebody who handles one case in forty. */
const HANDLER: Standing = {
  workspaceId: COMMUNITY,
  userId: 'H30',
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
  roles: new Set(['moderator']),
  departments: new Set(),
};
const DAY_MS = 86_400_000;
const QUERIES = {
  'a frequent word': 'password',
  'several words': 'app crashes upload',
  'a phrase': '"log in"',
  'a slip of the pen': 'pasword recieve',
  'words and filters': 'password state:open kind:refund newer:26w',
  'a number': 'FB-17',
  'no hit': 'xylophone',
};

/** What people ask of the record by commands and clicks, and what the program asks for a digest. */
export function work(pool: Pool): Asked {
  const now = () => NOW;
  const store = createStore(pool, { now, seal: noSeal });
  const duty = createDuty(pool, { now });
  const search = createSearch(pool, { now });
  const digests = createDigests(pool, { now });
  return {
    'open a case': () =>
      store.open(newCase(), () => ({
        change: {
          history: [{ action: 'opened', actorId: 'U1' }],
          clocks: [{ op: 'start', kind: 'first_response', dueAt: new Date(NOW.getTime() + DAY_MS) }],
        },
        answer: null,
      })),
    'list mine': async () => {
      // As gatherMyCases does it, without asking a platform who is there.
      await duty.tasks(HANDLER);
      await duty.untaken(HANDLER);
      await duty.alongside(HANDLER);
      await duty.week(HANDLER);
    },
    next: async () => {
      await duty.offer(HANDLER);
      await duty.pass(HANDLER, null);
    },
    ...Object.fromEntries(
      Object.entries(QUERIES).map(([name, typed]) => {
        const query = parseSearch(typed, {
          prefix: 'FB',
          kinds: { refund: 'Refund' },
          departments: {},
          userId: 'H30',
        });
        return [`search for ${name}`, () => search.find(COMMUNITY, query, { eyes: HANDLER, limit: 10 })];
      }),
    ),
    'digest of a week': () => {
      const period = { from: new Date(NOW.getTime() - 7 * DAY_MS), to: NOW };
      const before = { from: new Date(NOW.getTime() - 14 * DAY_MS), to: period.from };
      return digests.facts({
        scope: { workspaceId: COMMUNITY, eyes: 'channel', departments: null, kinds: null },
        period,
        before,
        asOf: NOW,
        until: new Date(NOW.getTime() + 7 * DAY_MS),
        praise: ['praise'],
        unsatisfied: ['refund'],
      });
    },
  };
}

/** A flag on a message that nobody has flagged. */
function newCase(): NewCase {
  const ref = { workspaceId: COMMUNITY, channelId: 'C1', messageId: randomUUID() };
  const text = 'The app crashes whenever I upload a picture.';
  const author = { userId: 'U17', name: 'Member 17', isBot: false };
  const permalink = `https://chat.example/${ref.messageId}`;
  return {
    workspaceId: COMMUNITY,
    kind: 'bug',
    severity: 'normal',
    member: { userId: author.userId, name: author.name },
    source: ref,
    thread: null,
    permalink,
    quote: text,
    origin: null,
    handlerId: null,
    language: 'en',
    languageFrom: 'workspace',
    audience: 'staff',
    openedAt: NOW,
    reporters: ['U18'],
    messages: [{ role: 'source', snapshot: { ref, author, text, postedAt: NOW, permalink, files: [] } }],
  };
}
