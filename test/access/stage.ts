import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { Change } from '../../src/cases/change.ts';
import type { Answer, ChatCommand, Complete } from '../../src/chat/command.ts';
import { commandRunner, completer, type Desk } from '../../src/commands/desk/run.ts';
import { commands } from '../../src/commands/index.ts';
import { NotPossible } from '../../src/errors.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { createAudit } from '../../src/store/audit.ts';
import type { CasePages } from '../../src/store/case-pages-port.ts';
import { createCasePages } from '../../src/store/case-pages.ts';
import { createSearch } from '../../src/store/search.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createGifts } from '../../src/store/create-gifts.ts';
import { createDuty } from '../../src/store/duty.ts';
import { createDigests } from '../../src/store/digests.ts';
import { createTopics } from '../../src/store/topics.ts';
import { createHeat } from '../../src/store/heat.ts';
import { createIdentities } from '../../src/store/identities.ts';
import { createPeople } from '../../src/store/people.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import type { Store } from '../../src/store/store.ts';
import { noSeal } from '../../src/store/seal.ts';
import { candidate, message } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { NOW } from '../support/factories.ts';
import { chat, CHANNELS, HOME, OTHER, PEOPLE, policy, type Who } from './community.ts';

export type Column = 'case' | 'excluded' | 'leads' | 'closed' | 'said' | 'elsewhere';

/** How the door answered. Everything that is neither of the refusals is an answer to somebody who was let in. */
export type Outcome = 'let in' | 'no right' | 'unknown' | 'own' | 'not yours';

export interface Heard {
  outcome: Outcome;
  /** Everything they were told. */
  words: string;
  answer: Answer | null;
}

export interface Ask {
  as: Who;
  name: string;
  from: ChatCommand['from'];
  values: Record<string, string>;
  workspaceId?: string;
  channelId?: string;
  target?: ChatCommand['target'];
}

export interface Stage {
  record: TestRecord;
  store: Store;
  desk: Desk;
  pages: CasePages;
  /** What an adapter would hand on. */
  command(what: Ask): ChatCommand;
  complete: Complete;
  ask(what: Ask): Promise<Heard>;
  /** What every table holds. The clock stands still, so the same rows are the same text. */
  dump(): Promise<Record<string, string>>;
  numbers: Record<Column, number>;
  close(): Promise<void>;
}

/** The record, the real commands and the two communities of `community.ts`. */
export async function openStage(): Promise<Stage> {
  const record = await testRecord();
  const now = () => NOW;
  const store = createStore(record.pool, { now });
  const desk: Desk = {
    store,
    privacy: createPrivacy(record.pool, { now, seal: noSeal }),
    audit: createAudit(record.pool, { now }),
    gifts: createGifts(record.pool, { now, seal: noSeal }),
    people: createPeople(record.pool, { now }),
    identities: createIdentities(record.pool, { now }),
    digests: createDigests(record.pool, { now }),
    topics: createTopics(record.pool, { now }),
    heat: createHeat(record.pool, { now, log: pino({ level: 'silent' }) }),
    search: createSearch(record.pool, { now }),
    duty: createDuty(record.pool, { now }),
    links: { createDashboard: async () => null, createDownload: async () => null },
    policy: () => policy,
    policies: () => [policy],
    chat: () => chat,
    compose: createComposer(loadTemplates('templates')),
    now,
    log: pino({ level: 'silent' }),
  };
  const run = commandRunner(commands, desk);
  const asked = ({
    as,
    name,
    from,
    values,
    workspaceId = HOME,
    channelId = CHANNELS.open,
    target = null,
  }: Ask): ChatCommand => ({
    interactionId: randomUUID(),
    workspaceId,
    channelId,
    threadRoot: null,
    by: { userId: PEOPLE[as], name: as, groups: null, locale: null },
    from,
    name,
    values,
    target,
  });
  return {
    record,
    store,
    desk,
    pages: createCasePages(record.pool),
    command: asked,
    complete: completer(commands, desk),
    ask: (what: Ask) => hear(() => run(asked(what))),
    dump: () => dumpOf(record.pool),
    numbers: await seed(store),
    close: () => record.drop(),
  };
}

async function hear(work: () => Promise<Answer>): Promise<Heard> {
  try {
    const answer = await work();
    const words = JSON.stringify(answer);
    return {
      outcome: /for the people who look after feedback/.test(words) ? 'no right' : 'let in',
      words,
      answer,
    };
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { outcome: outcomeOf(error.message), words: error.message, answer: null };
  }
}

function outcomeOf(sentence: string): Outcome {
  if (sentence.startsWith('There is no case ')) return 'unknown';
  if (/is about what you said yourself/.test(sentence)) return 'own';
  if (/not belong to a community of yours/.test(sentence)) return 'not yours';
  return 'let in';
}

/** Cases of all sorts in both communities. @returns their numbers; `elsewhere` is one that only the other community has. */
async function seed(store: Store): Promise<Record<Column, number>> {
  const open = async (workspaceId: string, userId: string, change: Partial<Change>) => {
    const source = message({ workspaceId, userId, text: 'SECRET words' });
    const place = { type: 'thread' as const, workspaceId, channelId: 'C1', messageId: source.ref.messageId };
    const { file } = await store.open(candidate(source), () => ({
      change: {
        history: [{ action: 'opened', actorId: PEOPLE.flagger }],
        notes: [{ authorId: PEOPLE.lead, text: 'SECRET note' }],
        replies: [{ markdown: 'SECRET draft', authorId: null, place, send: false }],
        ...change,
      },
      answer: null,
    }));
    return file.case.number;
  };
  const qa = {
    departments: ['qa'],
    cc: { add: [{ userId: PEOPLE.reader }], by: PEOPLE.lead },
  };
  const out = (...people: Who[]) =>
    people.map((who) => ({ userId: PEOPLE[who], reason: 'accused' as const, by: PEOPLE.lead }));
  const numbers = {
    case: await open(HOME, PEOPLE.member, qa),
    excluded: await open(HOME, PEOPLE.member, {
      ...qa,
      exclude: out('accused', 'moderator', 'department', 'reader'),
    }),
    leads: await open(HOME, PEOPLE.member, { ...qa, set: { audience: 'leads' }, exclude: out('accused') }),
    closed: await open(HOME, PEOPLE.member, { ...qa, set: { state: 'dismissed', closedAt: NOW } }),
    said: await open(HOME, PEOPLE.self, qa),
  };
  let elsewhere = 0;
  while (elsewhere <= Math.max(...Object.values(numbers))) elsewhere = await open(OTHER, PEOPLE.member, {});
  return { ...numbers, elsewhere };
}

async function dumpOf(pool: TestRecord['pool']): Promise<Record<string, string>> {
  const tables = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'hearback' order by 1",
  );
  const dump: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ all: string | null }>(
      `select string_agg(t::text, E'\\n' order by t::text) as all from hearback."${name}" t`,
    );
    dump[name] = rows[0]?.all ?? '';
  }
  return dump;
}
