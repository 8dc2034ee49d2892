import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { State } from '../../src/cases/case.ts';
import type { Place } from '../../src/chat/ref.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { NewIntake, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, deliveryIdOf, fresh, jobs, message, nothing, START } from './record.ts';

// What somebody writes to the bot alone: to which case it belongs, and what becomes of the rest.

let record: TestRecord;
let store: Store;
let time = START;
beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => time });
});
afterAll(() => record.drop());

const none = { history: [] };
const DM = 'D1';

type WordsOptions = {
  workspaceId: string;
  userId?: string;
  answers?: string;
  communities?: string[];
  messageId?: string;
  at?: Date;
};

/** Words to the bot alone. */
function direct({
  workspaceId,
  userId = 'member',
  answers,
  communities,
  messageId = fresh('d'),
  at = time,
}: WordsOptions) {
  const event = {
    kind: 'message_posted' as const,
    workspaceId,
    eventId: null,
    at,
    channelId: DM,
    messageId,
    parentChannelId: null,
    isDirect: true,
    message: message({ workspaceId, channelId: DM, messageId, userId, text: 'It is blue' }),
    ...(answers !== undefined && { answers }),
    ...(communities && { communities }),
  };
  const intake: NewIntake = { key: `message/${DM}/${messageId}`, meaning: 'message', kind: null, event };
  return { event, intake };
}

interface Case {
  workspaceId: string;
  caseId: number;
  /** What was said to the member. */
  said: string;
}

/** A case about which the member got words of ours. */
async function written(workspaceId: string, where: 'dm' | 'thread' = 'dm', userId = 'member'): Promise<Case> {
  const source = message({ workspaceId, userId });
  const place: Place =
    where === 'dm'
      ? { type: 'dm', workspaceId, userId }
      : { type: 'thread', workspaceId, channelId: 'C1', messageId: source.ref.messageId };
  const { file } = await store.open(candidate(source), () => ({
    change: { ...none, replies: [{ markdown: 'Which one?', authorId: null, place, send: true }] },
    answer: null,
  }));
  const said = fresh('s');
  await post(workspaceId, `reply-${file.replies[0]!.replyId}`, said);
  return { workspaceId, caseId: file.case.caseId, said };
}

async function post(workspaceId: string, key: string, messageId: string) {
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, key);
  time = new Date(time.getTime() + 1_000);
  await store.deliver(
    deliveryId,
    async () => ({ posted: { workspaceId, channelId: DM, messageId } }),
    () => none,
  );
}

const move = ({ workspaceId, caseId }: Case, state: State) =>
  store.change({ workspaceId, caseId }, () => ({ change: { ...none, set: { state } }, answer: null }));
const caseOf = async (options: WordsOptions) =>
  (await store.caseOfWords(direct(options).event))?.case.caseId ?? null;
const hints = async (workspaceId: string) =>
  (
    await record.pool.query<{ place: Place }>(
      `select place from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'hint'`,
      [workspaceId],
    )
  ).rows.map(({ place }) => place);
const kept = async (workspaceId: string) =>
  (await record.pool.query('select 1 from hearback.intake where workspace_id = $1', [workspaceId])).rowCount;

describe('what a member writes to the bot belongs to', () => {
  it('the case about which they were last written to in private', async () => {
    const workspaceId = fresh('slack:W');
    const first = await written(workspaceId);
    const second = await written(workspaceId);
    await written(workspaceId, 'thread');
    await written(workspaceId, 'dm', 'somebody else');
    expect(await caseOf({ workspaceId })).toBe(second.caseId);

    await move(second, 'dismissed');
    expect(await caseOf({ workspaceId })).toBe(first.caseId);
  });

  it('the case whose message they answer, were it an older or a dismissed one', async () => {
    const workspaceId = fresh('slack:W');
    const first = await written(workspaceId);
    await written(workspaceId);
    expect(await caseOf({ workspaceId, answers: first.said })).toBe(first.caseId);
    await move(first, 'dismissed');
    expect(await caseOf({ workspaceId, answers: first.said })).toBe(first.caseId);
  });

  it('a case that has ended as well', async () => {
    const workspaceId = fresh('slack:W');
    const only = await written(workspaceId);
    for (const state of ['solved', 'closed', 'closed_unconfirmed', 'reopened'] as const) {
      await move(only, state);
      expect(await caseOf({ workspaceId })).toBe(only.caseId);
    }
  });

  it('no case where they answer something else of ours, such as a reminder', async () => {
    const workspaceId = fresh('slack:W');
    await written(workspaceId);
    const key = fresh('notice');
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    await store.say(workspaceId, { key, place, body: { type: 'notice', title: 'A reminder', blocks: [] } });
    await post(workspaceId, key, 'reminder');
    expect(await caseOf({ workspaceId, answers: 'reminder' })).toBeNull();
  });

  it('the same case as the words of their own that they answer', async () => {
    const workspaceId = fresh('slack:W');
    const first = await written(workspaceId);
    const { event } = direct({ workspaceId, messageId: 'own' });
    await store.addMessage(first, { role: 'member', snapshot: event.message }, nothing);
    const second = await written(workspaceId);
    expect(await caseOf({ workspaceId, answers: 'own' })).toBe(first.caseId);
    // Found once more after a gap.
    expect(await caseOf({ workspaceId, messageId: 'own' })).toBe(first.caseId);
    expect(await caseOf({ workspaceId, answers: 'never seen' })).toBe(second.caseId);
  });

  it('the case of whichever community wrote to them last, where the platform names none', async () => {
    const [one, two] = [fresh('discord:1'), fresh('discord:2')];
    await written(one);
    const there = await written(two);
    expect(await caseOf({ workspaceId: one, communities: [one, two] })).toBe(there.caseId);
    expect(await caseOf({ workspaceId: one })).not.toBe(there.caseId);
  });

  it('never a case of somebody else, whatever they answer', async () => {
    const people = ['ann', 'ben', 'cem'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.constantFrom(...people),
            where: fc.constantFrom('dm' as const, 'thread' as const),
          }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.constantFrom(...people),
        fc.option(fc.nat(4), { nil: undefined }),
        async (cases, userId, nth) => {
          const workspaceId = fresh('slack:W');
          const all: (Case & { who: string })[] = [];
          for (const { who, where } of cases) all.push({ ...(await written(workspaceId, where, who)), who });
          const answers = nth === undefined ? undefined : all[nth % all.length]!.said;
          const found = await store.caseOfWords(
            direct({ workspaceId, userId, ...(answers && { answers }) }).event,
          );
          return found === null || found.case.member.userId === userId;
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('what somebody writes to the bot', () => {
  it('is taken in in the community of its case, and known when it comes again', async () => {
    const [one, two] = [fresh('discord:1'), fresh('discord:2')];
    await written(two);
    const { intake } = direct({ workspaceId: one, communities: [one, two] });
    expect(await store.takeIn(intake)).toBe(true);
    expect(await store.takeIn(intake)).toBe(false);
    const [job] = (await jobs(record.pool, 'record-message')).slice(-1);
    const taken = await store.intake(Number(job!.data['intakeId']));
    expect(taken?.event).toMatchObject({ workspaceId: two, message: { ref: { workspaceId: two } } });
    expect(taken?.event).not.toHaveProperty('communities');
    expect(await hints(one)).toEqual([]);
  });

  it('about no case is not kept, and they are told once a day how to be heard', async () => {
    const workspaceId = fresh('slack:W');
    for (const _ of [1, 2, 3])
      expect(await store.takeIn(direct({ workspaceId, userId: 'new' }).intake)).toBe(false);
    expect(await kept(workspaceId)).toBe(0);
    expect(await hints(workspaceId)).toEqual([{ type: 'dm', workspaceId, userId: 'new' }]);
    time = new Date(time.getTime() + 86_400_000);
    await store.takeIn(direct({ workspaceId, userId: 'new' }).intake);
    expect(await hints(workspaceId)).toHaveLength(2);
  });

  it('is no reason to write to them when it is found long afterwards, or they want to be left alone', async () => {
    const workspaceId = fresh('slack:W');
    const privacy = createPrivacy(record.pool, { now: () => time, seal: noSeal });
    await store.takeIn(direct({ workspaceId, userId: 'late', at: START }).intake);
    await privacy.optOut({ workspaceId, userId: 'quiet' }, null);
    await store.takeIn(direct({ workspaceId, userId: 'quiet' }).intake);
    expect(await hints(workspaceId)).toEqual([]);
  });

  it('is not kept of somebody who does not want to be recorded, in a case of theirs as well', async () => {
    const workspaceId = fresh('slack:W');
    const privacy = createPrivacy(record.pool, { now: () => time, seal: noSeal });
    await written(workspaceId);
    await privacy.optOut({ workspaceId, userId: 'member' }, null);
    expect(await store.takeIn(direct({ workspaceId }).intake)).toBe(false);
    expect(await kept(workspaceId)).toBe(0);
  });

  it('is edited and deleted in the community it was recorded in, and of other words nothing is kept', async () => {
    const [one, two] = [fresh('discord:1'), fresh('discord:2')];
    const found = await written(two);
    const { event } = direct({ workspaceId: two });
    await store.addMessage(found, { role: 'member', snapshot: event.message }, nothing);
    const at = {
      workspaceId: one,
      eventId: null,
      at: after(9),
      channelId: DM,
      parentChannelId: null,
      communities: [one, two],
    };
    const edit = (messageId: string): NewIntake => ({
      key: `edit/${messageId}`,
      meaning: 'edit',
      kind: null,
      event: { ...at, kind: 'message_edited', messageId, text: 'It is red', threadRoot: null },
    });
    expect(await store.takeIn(edit(event.messageId))).toBe(true);
    expect(await store.takeIn(edit('unknown'))).toBe(false);
    expect([await kept(one), await kept(two)]).toEqual([0, 1]);
  });
});

describe('an edit', () => {
  it('is told of with what stood there before, once, in each case it belongs to', async () => {
    const workspaceId = fresh('slack:W');
    const found = await written(workspaceId);
    const { event } = direct({ workspaceId });
    await store.addMessage(found, { role: 'member', snapshot: event.message }, nothing);
    const asked: object[] = [];
    const edit = (text: string, minute: number) =>
      store.addVersion(event.message.ref, { text, at: after(minute) }, ({ case: { caseId } }, said) => {
        asked.push({ caseId, ...said });
        return { ...none, deliveries: [] };
      });
    await edit('It is red', 2);
    await edit('It is red', 2);
    // Overtaken by the later one.
    await edit('It is green', 1);
    expect(asked).toEqual([
      { caseId: found.caseId, authorId: 'member', before: 'It is blue', after: 'It is red' },
    ]);
  });
});
