import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import type { Person } from '../src/chat/message.ts';
import { AppError, RateLimited } from '../src/errors.ts';
import { recordTold } from '../src/record-told.ts';
import { recordMessage, type Recorder } from '../src/record.ts';
import { createStore } from '../src/store/create-store.ts';
import { createTopics } from '../src/store/topics.ts';
import { chat, PEOPLE, policy } from './access/community.ts';
import { composerOf } from './replies/factory.ts';
import { message } from './store/record.ts';
import { testRecord, type TestRecord } from './support/database.ts';
import { NOW } from './support/factories.ts';

let record: TestRecord;
let counted = 0;

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record?.drop());

/** What recording uses, with a platform that says this of whoever it is asked about. */
function recorder(about: () => Promise<Partial<Person>>): Recorder & { asked: string[] } {
  const [workspace] = policy.workspaces;
  const store = createStore(record.pool, { now: () => NOW });
  const asked: string[] = [];
  counted += 1;
  return {
    asked,
    store,
    topics: { said: async () => null },
    once: store.once({ interaction: `record-${counted}`, workspaceId: workspace!.id }),
    policy,
    workspace: workspace!,
    chat: {
      ...chat,
      fetchContext: async () => [],
      fetchPerson: async (workspaceId, userId) => {
        asked.push(userId);
        return { ...(await chat.fetchPerson(workspaceId, userId)), ...(await about()) };
      },
    },
    compose: composerOf({ 'en/apologise': 'Sorry.', 'da/apologise': 'Undskyld.' }),
    now: NOW,
    log: pino({ level: 'silent' }),
  };
}

const flagged = (text: string) => ({
  message: message({ workspaceId: policy.workspaces[0]!.id, userId: PEOPLE.member, text }),
  by: 'U0HANDLER',
  kind: 'feedback',
  severity: null,
  note: '',
});

describe('the language of a case', () => {
  it('is found in the text, and the platform is not asked', async () => {
    const using = recorder(async () => ({ locale: 'en-US' }));
    const { file } = await recordMessage(flagged('Hvorfor er der ingen der svarer mig?'), using);
    expect(file.case).toMatchObject({ language: 'da', languageFrom: 'detected' });
    expect(using.asked).toEqual([]);
  });

  it('is what the platform says of its author, where the text does not tell', async () => {
    const using = recorder(async () => ({ locale: 'da-DK' }));
    const what = flagged('??');
    const { file } = await recordMessage(what, using);
    expect(file.case).toMatchObject({ language: 'da', languageFrom: 'locale' });
    expect(using.asked).toEqual([what.message.author.userId]);
  });

  it('costs no case when the platform cannot say', async () => {
    const broken = new AppError('PLATFORM_UNAVAILABLE', 'Slack is down.', 'backoff');
    const { file, isNew } = await recordMessage(
      flagged('??'),
      recorder(() => Promise.reject(broken)),
    );
    expect(isNew).toBe(true);
    expect(file.case).toMatchObject({ language: 'en', languageFrom: 'workspace' });
  });

  it('waits for its turn where the limits of the platform ask for it', async () => {
    const wait = new RateLimited('slack', 2_000, null);
    await expect(
      recordMessage(
        flagged('??'),
        recorder(() => Promise.reject(wait)),
      ),
    ).rejects.toBe(wait);
  });

  it('of what came by mail is that of its words', async () => {
    const told = {
      member: { userId: '', name: 'Fru Olsen' },
      origin: 'mail',
      by: 'U0HANDLER',
      kind: 'feedback',
      severity: null,
      files: [],
      id: 'told-1',
    };
    const using = recorder(async () => ({ locale: 'en-US' }));
    const { file } = await recordTold({ ...told, text: 'Jeg har ikke fået min pakke endnu' }, using);
    expect(file.case).toMatchObject({ language: 'da', languageFrom: 'detected' });
    const short = await recordTold(
      { ...told, text: '??' },
      recorder(async () => ({ locale: 'da-DK' })),
    );
    expect(short.file.case).toMatchObject({ language: 'en', languageFrom: 'workspace' });
    expect(using.asked).toEqual([]);
  });
});

describe('a message that is a case already', () => {
  const praise = { ...flagged('Thank you all so much!'), kind: 'praise' };
  praise.message.mentions = [PEOPLE.moderator, PEOPLE.lead];

  it('is joined without asking the platform about anybody in it', async () => {
    const first = recorder(async () => ({}));
    expect((await recordMessage(praise, first)).isNew).toBe(true);
    expect(first.asked).toEqual(expect.arrayContaining([PEOPLE.moderator, PEOPLE.lead]));

    const again = recorder(async () => ({}));
    expect((await recordMessage({ ...praise, by: 'U0OTHER' }, again)).isNew).toBe(false);
    expect(again.asked).not.toContain(PEOPLE.moderator);
    expect(again.asked).not.toContain(PEOPLE.lead);
  });

  it('and is none any more when it counts, is asked about after all: nothing is opened without it', async () => {
    const using = recorder(async () => ({}));
    const other = { ...praise, message: { ...flagged('Thanks a lot!').message, mentions: [PEOPLE.lead] } };
    const mistaken = { ...using, store: { ...using.store, isCase: async () => true } };
    await expect(recordMessage(other, mistaken)).rejects.toMatchObject({ code: 'NOT_YET' });

    expect((await recordMessage(other, using)).isNew).toBe(true);
    expect(using.asked).toContain(PEOPLE.lead);
  });
});

it('opens a case of praise at once where the platform asks for a long wait, and says whom it may have missed', async () => {
  const wait = new RateLimited('slack', 60_000, null);
  const using = recorder(() => Promise.reject(wait));
  const what = { ...flagged('Thank you very much for the wonderful help with my order!'), kind: 'praise' };
  what.message.mentions = [PEOPLE.moderator];

  const { file, isNew } = await recordMessage(what, using);

  expect(isNew).toBe(true);
  expect(file.praised).toEqual([]);
  const { rows } = await record.pool.query(
    "select 1 from hearback.delivery where case_id = $1 and body->>'title' = 'Kind words have not reached everybody'",
    [file.case.caseId],
  );
  expect(rows).toHaveLength(1);
});

it('says nothing to the member of a case that nobody is to answer, whatever steps its kind has', async () => {
  const using = recorder(async () => ({}));
  const kinds = {
    ...policy.kinds,
    feedback: { ...policy.kinds['feedback']!, answer: 'never' as const, steps: ['apologise'] },
  };

  const { file } = await recordMessage(flagged('You are all useless'), {
    ...using,
    policy: { ...policy, kinds },
  });

  expect(file.replies).toEqual([]);
});

describe('a member who says again what they have an open case about', () => {
  const comparing = () => ({
    ...recorder(async () => ({})),
    policy: { ...policy, topics: { ...DEFAULTS, duplicates: 7 * 86_400_000 } },
    topics: createTopics(record.pool, { now: () => NOW }),
  });
  const DEFAULTS = { members: 3, within: 1, window: 1, across: true };
  const words = 'I was charged twice for one order';
  /** Notes what a case is about, as its job does. */
  const noted = async (caseId: number) =>
    createTopics(record.pool, { now: () => NOW }).find(caseId, () => ({
      workspaces: null,
      without: [],
      since: new Date(NOW.getTime() - 86_400_000),
    }));

  it('has one case: its handler reads the words, and whoever flagged them is thanked', async () => {
    const { file: first } = await recordMessage(flagged(words), comparing());
    await noted(first.case.caseId);
    const again = { ...flagged(words), by: 'U0OTHER' };
    again.message.postedAt = NOW;
    const { file, isNew } = await recordMessage(again, comparing());
    expect({ isNew, caseId: file.case.caseId }).toEqual({ isNew: false, caseId: first.case.caseId });
    expect(file.reporters).toEqual(['U0HANDLER', 'U0OTHER']);
    const { rows } = await record.pool.query<{ title: string; to: string }>(
      `select body ->> 'title' as title, place ->> 'userId' as to from hearback.delivery
       where case_id = $1 and body ->> 'type' = 'notice' and place ->> 'type' = 'dm'`,
      [first.case.caseId],
    );
    expect(rows).toContainEqual({ title: 'Thank you for your flag', to: 'U0OTHER' });
    const store = createStore(record.pool, { now: () => NOW });
    const steps = await store.history({ workspaceId: first.case.workspaceId, caseId: first.case.caseId }, 50);
    expect(steps.map(({ action }) => action)).toEqual(expect.arrayContaining(['member_wrote', 'said_again']));

    const third = await recordMessage(again, comparing());
    expect(third.file.case.caseId).toBe(first.case.caseId);
  });

  it('has two where others say the same, and where each flag is a case', async () => {
    const { file: first } = await recordMessage(flagged('The parcel arrived damaged'), comparing());
    await noted(first.case.caseId);
    const other = flagged('The parcel arrived damaged');
    other.message.author.userId = 'U0SOMEBODY';
    expect((await recordMessage(other, comparing())).isNew).toBe(true);
    const using = comparing();
    const never = { ...using, policy: { ...using.policy, topics: false as const } };
    expect((await recordMessage(flagged('The parcel arrived damaged'), never)).isNew).toBe(true);
  });
});
