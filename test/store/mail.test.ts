import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey } from '../../src/store/keys.ts';
import { createMailRoom } from '../../src/store/mail.ts';
import { createSeal, type Seal } from '../../src/store/seal.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { MAIL } from '../../src/chat/mail.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { fresh, message, nothing, opened, START } from './record.ts';

const KEY = newKey(START);
const NEXT = newKey(new Date(START.getTime() + 1));

let record: TestRecord;
let seal: Seal;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  seal = createSeal([KEY]);
  const client = await record.pool.connect();
  await use(client, seal, START);
  client.release();
  store = createStore(record.pool, { now: () => START, seal });
});
afterAll(() => record.drop());

const room = (with_ = seal) => createMailRoom(record.pool, { now: () => START, seal: with_ });

async function mailbox() {
  const workspaceId = fresh('slack:T');
  const { key } = await opened(store, message({ workspaceId }), {
    history: [],
    departments: ['qa', 'support'],
  });
  const file = (await store.read(key))!;
  const { caseId, number } = file.case;
  return { workspaceId, caseId, number, department: 'qa' };
}

describe('addresses for answers', () => {
  it('say which case and department, and nobody can make one up or change it', async () => {
    const qa = await mailbox();
    const token = room().tokenOf(qa);
    expect(await room().meant(token)).toEqual(qa);
    expect(await room().meant(room().tokenOf({ ...qa, department: 'support' }))).toEqual({
      ...qa,
      department: 'support',
    });

    const other = await mailbox();
    const [, signed] = token.split('-');
    const forged = [
      `${other.caseId.toString(36)}-${signed}`,
      token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
      token.slice(0, -1),
      '',
      '-',
      `zzzzzzzzzzz-${signed}`,
    ];
    for (const each of [...forged, room().tokenOf({ ...qa, department: 'finance' })])
      expect(await room().meant(each)).toBeNull();
  });

  it('open after a new key, until the old one is given up; and never for a case that got the row of another', async () => {
    const qa = await mailbox();
    const token = room().tokenOf(qa);
    expect(await room(createSeal([NEXT, KEY])).meant(token)).toEqual(qa);
    expect(await room(createSeal([NEXT])).meant(token)).toBeNull();
    await record.pool.query('update hearback.cases set number = number + 1000 where case_id = $1', [
      qa.caseId,
    ]);
    expect(await room().meant(token)).toBeNull();
  });

  it('end with the words of their case', async () => {
    const qa = await mailbox();
    await record.pool.query('update hearback.cases set erased_at = now() where case_id = $1', [qa.caseId]);
    expect(await room().meant(room().tokenOf(qa))).toBeNull();
  });
});

describe('a mailbox', () => {
  it('is read by one program at a time, and by the next when that one is gone', async () => {
    const box = fresh('box');
    expect(await room().hold(box, 'one', 60_000)).toEqual({ at: null });
    expect(await room().hold(box, 'two', 60_000)).toBeNull();
    await room().moveOn(box, { uidValidity: '7', uid: 12 });
    expect(await room().hold(box, 'one', 60_000)).toEqual({ at: { uidValidity: '7', uid: 12 } });
    await room().release(box, 'two');
    expect(await room().hold(box, 'two', 60_000)).toBeNull();
    await room().release(box, 'one');
    expect(await room().hold(box, 'two', 0)).toEqual({ at: { uidValidity: '7', uid: 12 } });
    expect(await room().hold(box, 'three', 60_000)).not.toBeNull();
  });
});

describe('a note that came by mail', () => {
  const letter = (qa: { caseId: number }, key: string) => ({ channelId: `${qa.caseId}-qa`, messageId: key });
  const noted = (qa: Awaited<ReturnType<typeof mailbox>>, key: string) =>
    store.addNote(
      qa,
      {
        message: {
          ...message({ workspaceId: MAIL, userId: 'quinn@x.example' }),
          ref: { workspaceId: MAIL, ...letter(qa, key) },
        },
        text: 'It is the cache',
        department: 'qa',
        mailed: {
          files: [{ name: 'a.txt', mime: 'text/plain', bytes: new TextEncoder().encode('secret') }],
          left: [{ name: 'b.bin', why: 'it is too large' }],
        },
      },
      nothing,
    );

  it('is one however often it comes, also at once; its files are sealed and come out as they were', async () => {
    const qa = await mailbox();
    const results = await Promise.all([noted(qa, 'k1'), noted(qa, 'k1')]);
    expect(results.filter((each) => each !== null)).toHaveLength(1);
    expect(await noted(qa, 'k1')).toBeNull();
    expect((await store.notes(qa, 10)).map(({ authorId }) => authorId)).toEqual(['mail:box/quinn@x.example']);
    const files = await room().filesOf(letter(qa, 'k1'));
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['a.txt', 'secret'],
    ]);
    const { rows } = await record.pool.query<{ bytes: Buffer }>(
      'select bytes from hearback.mail_file where bytes is not null',
    );
    expect(rows.some(({ bytes }) => bytes.includes('secret'))).toBe(false);
    expect(await room(createSeal([NEXT])).filesOf(letter(qa, 'k1'))).toEqual([]);
  });

  it('loses its files when their time is over, and not its words', async () => {
    const qa = await mailbox();
    await noted(qa, 'k2');
    await record.pool.query("update hearback.cases set state = 'closed', closed_at = $2 where case_id = $1", [
      qa.caseId,
      new Date(START.getTime() - 86_400_000),
    ]);
    await record.pool.query('update hearback.history set at = $2 where case_id = $1', [
      qa.caseId,
      new Date(START.getTime() - 86_400_000),
    ]);
    await store.tidy({ closedMs: null, filesMs: 3_600_000 });
    expect(await room().filesOf(letter(qa, 'k2'))).toEqual([]);
    expect((await store.notes(qa, 10)).map(({ text }) => text)).toEqual(['It is the cache']);
  });
});
