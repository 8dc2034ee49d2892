import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import type { DepartmentTurn } from '../../src/cases/change.ts';
import { saidByDepartment, TakenAlready } from '../../src/cases/department.ts';
import { toldDepartment } from '../../src/cases/told-department.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { noSeal } from '../../src/store/seal.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { policy, workspace } from '../support/factories.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import {
  after,
  deliveryIdOf,
  deliveryTo,
  fresh,
  jobs,
  message,
  nothing,
  opened,
  postedMessage,
  START,
} from './record.ts';

let record: TestRecord;
let store: Store;
let workspaceId: string;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

/** A case with a card for QA that is posted as `card` in its channel. */
async function withCard(channelId = 'triage') {
  workspaceId = fresh('slack:T');
  const source = message({ workspaceId });
  const { key } = await opened(store, source, {
    history: [],
    departments: ['qa'],
    deliveries: [deliveryTo(workspaceId, 'card', { type: 'escalation', department: 'qa', cc: false })],
  });
  const card = { workspaceId, channelId, messageId: fresh('card') };
  await store.deliver(
    await deliveryIdOf(record.pool, workspaceId, 'card'),
    async () => ({ posted: card }),
    () => null,
  );
  return { key, card, source };
}
const below = (
  card: { channelId: string; messageId: string },
  text = 'The cache',
  channelId = card.channelId,
) =>
  message({
    workspaceId,
    channelId,
    userId: 'quinn',
    text,
    threadRoot: { channelId: card.channelId, messageId: card.messageId },
  });
const keep = (key: { workspaceId: string; caseId: number }, said: ReturnType<typeof message>) =>
  store.addNote(key, { message: said, text: said.text, department: 'qa' }, nothing);
const noteOf = async ({ ref }: ReturnType<typeof message>) =>
  (
    await record.pool.query<{ text: string; gone: boolean; versions: (string | null)[] }>(
      `select text, deleted_at is not null as gone, array(select v.text from hearback.note_version v where v.note_id = n.note_id order by v.version) as versions
       from hearback.note n where workspace_id = $1 and message_id = $2`,
      [ref.workspaceId, ref.messageId],
    )
  ).rows;

describe('words below a card of ours', () => {
  it('come in for the handler of notes, in the thread and as an answer to the card or to a note', async () => {
    const { key, card } = await withCard();
    const said = below(card);
    const isNote = async (intake: Parameters<Store['takeIn']>[0]) => {
      const before = (await jobs(record.pool, 'record-note')).length;
      return (await store.takeIn(intake)) && (await jobs(record.pool, 'record-note')).length > before;
    };
    const plain = postedMessage(message({ workspaceId, channelId: card.channelId, userId: 'quinn' }));
    const answering = (to: string) => {
      const intake = postedMessage(message({ workspaceId, channelId: card.channelId, userId: 'quinn' }));
      return { ...intake, event: { ...intake.event, answers: to } } as typeof intake;
    };

    expect(await isNote(postedMessage(said))).toBe(true);
    await keep(key, said);
    expect(await isNote(answering(card.messageId))).toBe(true);
    expect(await isNote(answering(said.ref.messageId))).toBe(true);
    expect(await isNote(postedMessage(below(card, 'In a thread of Discord', card.messageId)))).toBe(true);
    expect(await isNote(plain)).toBe(false);
    expect(await isNote(postedMessage(below({ ...card, messageId: 'another' })))).toBe(false);
    expect(await store.cardOfWords(postedMessage(said).event as never)).toEqual({ ...key, department: 'qa' });
  });

  it('are one note however often they come, with every form they had and the last words in front', async () => {
    const { key, card } = await withCard();
    const said = below(card, 'one');

    expect(await keep(key, said)).not.toBeNull();
    expect(await keep(key, said)).toBeNull();
    await store.addVersion(said.ref, { text: 'three', at: after(3) });
    await store.addVersion(said.ref, { text: 'two', at: after(2) });
    await store.addVersion(said.ref, { text: 'three', at: after(4) });
    expect(await noteOf(said)).toEqual([{ text: 'three', gone: false, versions: ['one', 'three', 'two'] }]);
    expect((await store.read(key))?.noteCount).toBe(1);

    await store.addVersion(said.ref, { text: null, at: after(5) });
    expect(await noteOf(said)).toEqual([
      { text: 'three', gone: true, versions: ['one', 'three', 'two', null] },
    ]);
    expect([(await store.read(key))?.noteCount, await store.notes(key, 9)]).toEqual([0, []]);
    expect((await store.history(key, 9)).map(({ action }) => action)).toEqual([
      'note_edited',
      'note_edited',
      'note_deleted',
    ]);
  });

  it('have their edits and deletions taken in, and are looked for after a gap', async () => {
    const { key, card } = await withCard();
    const said = below(card);
    const place = {
      workspaceId,
      eventId: null,
      at: after(1),
      channelId: said.ref.channelId,
      parentChannelId: null,
    };
    const deletion = (messageId: string) =>
      store.takeIn({
        key: `delete/${messageId}`,
        meaning: 'delete',
        kind: null,
        event: { ...place, messageId, kind: 'message_deleted' },
      });
    await keep(key, said);

    expect(await deletion(said.ref.messageId)).toBe(true);
    expect(await deletion('of-nobody')).toBe(false);
    const threads = await store.listeningThreads(workspaceId, 0);
    expect(threads.map(({ root }) => root)).toContainEqual({
      channelId: card.channelId,
      messageId: card.messageId,
    });
    expect(await store.recordedIn(workspaceId, card, START, after(9))).toContainEqual(said.ref);
  });

  it('are not kept of somebody who is not recorded, nor about a case whose member was erased', async () => {
    const { card } = await withCard();
    const privacy = createPrivacy(record.pool, { now: () => START, seal: noSeal });
    await privacy.optOut({ workspaceId, userId: 'quinn' }, null);
    expect(await store.takeIn(postedMessage(below(card)))).toBe(false);

    const erased = await withCard();
    await privacy.erase({ workspaceId, userId: 'member' }, { askedBy: 'operator', actorId: null });
    expect(await store.takeIn(postedMessage(below(erased.card)))).toBe(false);
  });
});

describe('words below a card, in the record', () => {
  it('keep the names of what was attached when they are edited, and an edit that changes nothing is none', async () => {
    const { key, card } = await withCard();
    const said = below(card, 'See');
    await store.addNote(key, { message: said, text: 'See\n(attached: a.txt)', department: 'qa' }, nothing);

    await store.addVersion(said.ref, { text: 'See', at: after(1) });
    expect((await noteOf(said))[0]?.versions).toHaveLength(1);
    await store.addVersion(said.ref, { text: 'See there', at: after(2) });
    expect((await noteOf(said))[0]?.text).toBe('See there\n(attached: a.txt)');
  });

  it('are not kept when the member was erased while they were on their way', async () => {
    const { key, card } = await withCard();
    const said = below(card);
    const privacy = createPrivacy(record.pool, { now: () => START, seal: noSeal });
    await privacy.erase({ workspaceId, userId: 'member' }, { askedBy: 'operator', actorId: null });

    expect(await keep(key, said)).toBeNull();
    expect(await noteOf(said)).toEqual([]);
  });

  it('are of the department below what it was told as well', async () => {
    const { key } = await withCard();
    await store.change(key, (file) => ({
      change: {
        history: [],
        deliveries: toldDepartment(
          file,
          { department: 'qa', by: 'mia', words: 'It is 4.2' },
          { ...workspace, id: workspaceId },
          policy,
          START,
        ).deliveries!,
      },
      answer: null,
    }));
    const told = { workspaceId, channelId: 'qa', messageId: fresh('told') };
    await store.deliver(
      await deliveryIdOf(record.pool, workspaceId, `department-told-${key.caseId}-qa-1`),
      async () => ({ posted: told }),
      () => null,
    );

    expect(await store.cardOfWords(postedMessage(below(told)).event as never)).toEqual({
      ...key,
      department: 'qa',
    });
  });
});

describe('a department', () => {
  it('that two people take at once is taken by one, and the other hears by whom', async () => {
    const { key } = await withCard();
    const take = (by: string) =>
      store.change(key, (file) => ({
        change: saidByDepartment(
          file,
          { department: 'qa', step: 'take', by, words: '' },
          { ...workspace, id: workspaceId },
          policy,
          START,
          EVERYBODY_IN,
        ),
        answer: null,
      }));
    const ends = await Promise.allSettled([take('quinn'), take('lena')]);

    const refused = ends
      .filter((end) => end.status === 'rejected')
      .map(({ reason }) => reason as TakenAlready);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(TakenAlready);
    expect((await store.read(key))?.departmentWork).toMatchObject([
      { state: 'taken', by: refused[0]!.takenBy },
    ]);
  });

  it('keeps the question when it says something else, and nothing else of what it said before', async () => {
    const { key } = await withCard();
    const turn = async (turned: DepartmentTurn) => {
      await store.change(key, () => ({ change: { history: [], departmentTurns: [turned] }, answer: null }));
      return (await store.read(key))?.departmentWork;
    };

    await turn({ department: 'qa', state: 'asked', question: 'On tablets too?' });
    await turn({
      department: 'qa',
      state: 'elsewhere',
      by: 'quinn',
      words: 'See there',
      link: 'https://t.example',
    });
    expect(await turn({ department: 'qa', state: 'fixed', by: 'lena' })).toEqual([
      {
        department: 'qa',
        state: 'fixed',
        question: 'On tablets too?',
        by: 'lena',
        at: START,
        words: '',
        link: null,
      },
    ]);
    expect(await turn({ department: 'nobody', state: 'fixed' })).toHaveLength(1);
  });
});
