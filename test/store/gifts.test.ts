import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewGift } from '../../src/cases/case.ts';
import { type GiftUsage } from '../../src/cases/gift.ts';
import { NotPossible } from '../../src/errors.ts';
import { createGifts } from '../../src/store/create-gifts.ts';
import { createKeys } from '../../src/store/create-keys.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Gifts } from '../../src/store/gifts-port.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal, type Seal } from '../../src/store/seal.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { aCode, failGift, giftsOn, many, MONTH, queueGift, voucher } from './gift.ts';
import { after, deliveryIdOf, fresh, jobs, message, opened, START } from './record.ts';
import { textsIn } from '../../src/texts/index.ts';

const CODE_PLACE = textsIn('en').rules.gifts.codePlace;

const KEY = newKey(START);
const now = () => START;

let record: TestRecord;
let seal: Seal;
let store: Store;
let gifts: Gifts;

beforeAll(async () => {
  record = await testRecord();
  ({ seal, store, gifts } = await giftsOn(record.pool, KEY));
});
afterAll(() => record.drop());

const within =
  (workspaceId: string, most: number, over: Partial<NewGift> = {}) =>
  (_: unknown, usage: GiftUsage) => {
    if (usage.all >= most) throw new NotPossible('That is all.');
    return { history: [{ action: 'gift_prepared', actorId: 'mia' }], gift: voucher(workspaceId, over) };
  };

async function aCase(workspaceId: string, userId = 'member'): Promise<CaseKey & { caseId: number }> {
  return (await opened(store, message({ workspaceId, userId }))).key;
}

function giveOne(key: CaseKey, over: Partial<NewGift> = {}, most = 1e9) {
  return store.give(key, { gift: 'voucher', month: MONTH }, within(key.workspaceId, most, over));
}

/** Every value of every table, as the database writes it down. */
async function dump(): Promise<string> {
  const tables = await record.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'hearback' and table_type = 'BASE TABLE'`,
  );
  const all: string[] = [];
  for (const { name } of tables.rows) {
    const found = await record.pool.query<{ row: string }>(`select t::text as row from hearback."${name}" t`);
    all.push(...found.rows.map(({ row }) => row));
  }
  // Bytes are written down as hex: the code could hide there as well.
  return all.join('\n').toLowerCase();
}

const isIn = (text: string, code: string) =>
  text.includes(code.toLowerCase()) || text.includes(Buffer.from(code).toString('hex'));

describe('codes', () => {
  it('are imported once, however often and in whatever order', async () => {
    const workspaceId = fresh('slack:T');
    const codes = many(3);
    expect(await gifts.importCodes(workspaceId, 'voucher', codes)).toEqual(['new', 'new', 'new']);
    expect(await gifts.importCodes(workspaceId, 'voucher', [...codes.toReversed(), aCode()])).toEqual([
      'known',
      'known',
      'known',
      'new',
    ]);
    // Not under another gift either: whoever got one would have had what somebody else has.
    expect(await gifts.importCodes(workspaceId, 'other', codes)).toEqual(['known', 'known', 'known']);
    expect(await gifts.importCodes(fresh('slack:T'), 'voucher', codes)).toEqual(['new', 'new', 'new']);
    expect(await gifts.codes(workspaceId)).toEqual([{ gift: 'voucher', left: 4, uncertain: 0, lost: 0 }]);
  });

  it('are imported once by two imports at the same moment', async () => {
    const workspaceId = fresh('slack:T');
    const codes = many(20);
    const done = await Promise.all(
      [1, 2, 3].map(() =>
        createGifts(record.connect(), { now, seal }).importCodes(workspaceId, 'voucher', codes),
      ),
    );
    expect(done.flat().filter((each) => each === 'new')).toHaveLength(20);
  });

  it('stand nowhere in the database, before and after they are given', async () => {
    const workspaceId = fresh('slack:T');
    const code = aCode();
    await gifts.importCodes(workspaceId, 'voucher', [code]);
    expect(isIn(await dump(), code)).toBe(false);

    const key = await aCase(workspaceId);
    const file = await giveOne(key);
    const { giftId } = file!.gifts[0]!;
    expect(await gifts.codeOf(workspaceId, giftId)).toBe(code);
    expect(await gifts.codeOf(fresh('slack:T'), giftId)).toBeNull();
    await sendIt(key);

    const all = await dump();
    expect(all).toContain('(the code appears here)');
    expect(isIn(all, code)).toBe(false);
  });

  it('are each given once to twenty who ask at the same moment, and the rest are told that there are none', async () => {
    const workspaceId = fresh('slack:T');
    const codes = many(12);
    await gifts.importCodes(workspaceId, 'voucher', codes);
    const keys = await Promise.all(Array.from({ length: 20 }, () => aCase(workspaceId)));
    const others = [1, 2, 3].map(() => createStore(record.connect(), { now, seal }));

    const asked = await Promise.allSettled(
      keys.map((key, index) =>
        (others[index % 3] ?? store).give(key, { gift: 'voucher', month: MONTH }, within(workspaceId, 1e9)),
      ),
    );

    const given = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value!] : []));
    const got = await Promise.all(given.map(({ gifts: [one] }) => gifts.codeOf(workspaceId, one!.giftId)));
    expect(new Set(got)).toEqual(new Set(codes));
    expect(got).toHaveLength(codes.length);
    const refused = asked.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(8);
    for (const error of refused) expect(error).toBeInstanceOf(NotPossible);
    // Nothing of a refusal is left behind.
    expect(await gifts.sums(workspaceId, MONTH)).toEqual([
      { gift: 'voucher', given: 0, waiting: 12, failed: 0, value: 120 },
    ]);
  });

  it('go back when nobody has seen them, and can be dropped; those given stay', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(3));
    const [one, two] = [await aCase(workspaceId), await aCase(workspaceId)];
    const [file] = [await giveOne(one), await giveOne(two)];
    await store.change(one, ({ replies }) => ({
      change: { history: [], replyStates: [{ replyId: replies.at(-1)!.replyId, state: 'discarded' }] },
      answer: null,
    }));

    expect((await store.read(one))?.gifts).toMatchObject([{ state: 'withdrawn', hasCode: false }]);
    expect(file?.gifts).toMatchObject([{ state: 'approved', hasCode: true }]);
    expect(await gifts.dropCodes(workspaceId, 'voucher')).toBe(2);
    expect(await gifts.codes(workspaceId)).toEqual([{ gift: 'voucher', left: 0, uncertain: 0, lost: 0 }]);
    expect(
      await store.give(one, { gift: 'voucher', month: MONTH }, within(workspaceId, 9)).catch(String),
    ).toMatch('last code');
  });

  it('are sealed anew with everything else, and opened with the new key alone', async () => {
    const workspaceId = fresh('slack:T');
    const code = aCode();
    await gifts.importCodes(workspaceId, 'voucher', [code, aCode()]);
    const giftId = (await giveOne(await aCase(workspaceId)))!.gifts[0]!.giftId;
    const next = newKey(START);
    const both = createSeal([next, KEY]);
    const keys = createKeys(record.pool, { now, seal: both });
    const { problems } = await keys.reseal({ onMoved() {}, stopped: new AbortController().signal });
    expect(problems).toEqual([]);
    expect(await keys.retire()).toEqual([KEY.id]);

    const renewed = createGifts(record.pool, { now, seal: createSeal([next]) });
    expect(await renewed.codeOf(workspaceId, giftId)).toBe(code);
    expect(await renewed.importCodes(workspaceId, 'voucher', [code])).toEqual(['known']);
    // Back again, for the tests below.
    const back = createKeys(record.pool, { now, seal: createSeal([KEY, next]) });
    await back.reseal({ onMoved() {}, stopped: new AbortController().signal });
  });
});

describe('codes that a restore has made uncertain', () => {
  it('are given to nobody until they are imported again', async () => {
    const workspaceId = fresh('slack:T');
    const codes = many(2);
    await gifts.importCodes(workspaceId, 'voucher', codes);
    await record.pool.query('update hearback.gift_code set uncertain_since = now() where workspace_id = $1', [
      workspaceId,
    ]);
    await expect(giveOne(await aCase(workspaceId))).rejects.toThrow('last code');
    expect(await gifts.codes(workspaceId)).toEqual([{ gift: 'voucher', left: 0, uncertain: 2, lost: 0 }]);

    expect(await gifts.importCodes(workspaceId, 'voucher', codes.slice(1))).toEqual(['certain']);
    const [gift] = (await giveOne(await aCase(workspaceId)))!.gifts;
    expect(await gifts.codeOf(workspaceId, gift!.giftId)).toBe(codes[1]);
  });
});

describe('limits', () => {
  it('hold when twenty click at the same moment', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(20));
    const keys = await Promise.all(Array.from({ length: 20 }, () => aCase(workspaceId)));

    const asked = await Promise.allSettled(keys.map((key) => giveOne(key, {}, 5)));

    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('count by member, month and community, and not what was refused or taken back', async () => {
    const workspaceId = fresh('slack:T');
    const seen: GiftUsage[] = [];
    const look = async (month: string, userId: string) => {
      await store.give(await aCase(workspaceId, userId), { gift: 'credit', month }, (_, usage) => {
        seen.push(usage);
        return {
          history: [],
          gift: voucher(workspaceId, { key: 'credit', hasCode: false, month, value: 2.5 }),
        };
      });
    };
    await look(MONTH, 'alma');
    await look(MONTH, 'bo');
    await look('2026-12', 'alma');
    await look(MONTH, 'alma');
    await record.pool.query(`update hearback.gift set state = 'refused' where workspace_id = $1`, [
      workspaceId,
    ]);
    await look(MONTH, 'alma');

    const none = { member: 0, all: 0, value: 0, codesLeft: 0 };
    expect(seen).toEqual([
      none,
      { ...none, all: 1, value: 2.5 },
      none,
      { ...none, member: 1, all: 2, value: 5 },
      none,
    ]);
  });
});

describe('a gift', () => {
  it('goes the way of its answer: given when it was sent, held when it could not be delivered', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(2));
    const [sent, lost] = [await aCase(workspaceId), await aCase(workspaceId)];
    await giveOne(sent);
    await giveOne(lost);
    await sendIt(sent);
    await queueGift(store, lost);
    await failGift(record.pool, store, lost);

    expect((await store.read(sent))?.gifts).toMatchObject([{ state: 'given', hasCode: true }]);
    expect((await store.read(lost))?.gifts).toMatchObject([{ state: 'failed', hasCode: true }]);
    expect(await gifts.codes(workspaceId)).toMatchObject([{ left: 0 }]);
    expect((await store.history(sent, 9)).map(({ action }) => action)).toContain('gift_given');
    expect((await store.history(lost, 9)).map(({ action }) => action)).toContain('gift_failed');
  });

  it('stays with words that are written anew', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(1));
    const key = await aCase(workspaceId);
    const file = (await giveOne(key))!;
    const { replyId, giftId, place, purpose } = file.replies.at(-1)!;
    await store.change(key, () => ({
      change: {
        history: [],
        replyStates: [{ replyId, state: 'discarded' }],
        replies: [{ markdown: `Dear: ${CODE_PLACE}`, authorId: 'mia', place, purpose, giftId, send: false }],
      },
      answer: null,
    }));
    expect((await store.read(key))?.gifts).toMatchObject([{ state: 'approved', hasCode: true }]);
  });

  it('is proposed with a card for each who decides, and a click that is repeated makes no second one', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(2));
    const key = await aCase(workspaceId);
    const click = { interaction: fresh('click'), workspaceId };
    const ask = ['lena', 'anna'].map((userId) => ({ type: 'dm' as const, workspaceId, userId }));
    for (let count = 0; count < 2; count += 1)
      await store
        .once(click)
        .give(key, { gift: 'voucher', month: MONTH }, within(workspaceId, 1e9, { state: 'proposed', ask }));

    expect((await store.read(key))?.gifts).toMatchObject([{ state: 'proposed' }]);
    const cards = await record.pool.query(
      `select from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'approval'`,
      [workspaceId],
    );
    expect(cards.rowCount).toBe(2);
    expect(await jobs(record.pool, 'deliver')).not.toEqual([]);
  });

  it('that is refused gives its code back', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(1));
    const key = await aCase(workspaceId);
    const file = (await giveOne(key, { state: 'proposed' }))!;
    const [{ giftId } = { giftId: 0 }] = file.gifts;
    await store.change(key, () => ({
      change: {
        history: [],
        giftDecisions: [{ giftId, state: 'refused', by: 'lena' }],
        replyStates: [{ replyId: file.replies.at(-1)!.replyId, state: 'discarded' }],
      },
      answer: null,
    }));
    expect((await store.read(key))?.gifts).toMatchObject([
      { state: 'refused', decidedBy: 'lena', hasCode: false },
    ]);
    expect(await gifts.codes(workspaceId)).toMatchObject([{ left: 1 }]);
  });
});

describe('the ledger', () => {
  it('shows what one may see, and counts the rest without a name', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(2));
    const [open, kept] = [await aCase(workspaceId), await aCase(workspaceId)];
    await giveOne(open);
    await giveOne(kept);
    await store.change(kept, () => ({
      change: { history: [], exclude: [{ userId: 'victor', reason: 'accused', by: null }] },
      answer: null,
    }));

    expect(await gifts.rows({ workspaceId, month: MONTH }, 'program', 9)).toHaveLength(2);
    expect(await gifts.rows({ workspaceId, month: MONTH }, 'channel', 9)).toMatchObject([
      { key: 'voucher', member: { userId: 'member' }, month: MONTH, proposedBy: 'mia' },
    ]);
    expect(await gifts.rows({ workspaceId, month: '2026-10' }, 'program', 9)).toEqual([]);
    expect(await gifts.sums(workspaceId, MONTH)).toMatchObject([{ waiting: 2, value: 20 }]);
  });

  it('keeps month, kind and value of somebody who was erased, and not who it was or their code', async () => {
    const workspaceId = fresh('slack:T');
    const userId = fresh('UGONE');
    await gifts.importCodes(workspaceId, 'voucher', many(3));
    const [sent, draft] = [await aCase(workspaceId, userId), await aCase(workspaceId, userId)];
    await giveOne(sent);
    await sendIt(sent);
    await giveOne(draft);

    const privacy = createPrivacy(record.pool, { now, seal });
    expect(await privacy.about({ workspaceId, userId })).toMatchObject({ gifts: 1 });
    const lines: string[] = [];
    for await (const line of privacy.export({ workspaceId, userId })) lines.push(line);
    expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ type: 'gift', gift: 'voucher', value: 10 }),
    );
    const receipt = await privacy.erase({ workspaceId, userId }, { askedBy: 'operator', actorId: null });

    expect(receipt.counts).toMatchObject({ gifts: 2 });
    expect(await gifts.sums(workspaceId, MONTH)).toMatchObject([{ given: 1, waiting: 0, value: 10 }]);
    const rows = await gifts.rows({ workspaceId, month: MONTH }, 'program', 9);
    expect(rows.map(({ state, member }) => [state, member])).toEqual([
      ['withdrawn', null],
      ['given', null],
    ]);
    // Nobody had seen the code of the draft: it can be given. The other one is gone for good.
    expect(await gifts.codes(workspaceId)).toEqual([{ gift: 'voucher', left: 2, uncertain: 0, lost: 0 }]);
    const emptied = await record.pool.query(
      'select from hearback.gift_code where workspace_id = $1 and code is null',
      [workspaceId],
    );
    expect(emptied.rowCount).toBe(1);
    expect(await privacy.findLeft(userId)).toEqual([]);
  });
});

describe('a case that is removed after its time', () => {
  it('leaves its gifts in the ledger, without its people and their codes', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(1));
    const key = await aCase(workspaceId);
    await giveOne(key);
    await sendIt(key);
    await store.change(key, () => ({
      change: { history: [], set: { state: 'closed', closedAt: START } },
      answer: null,
    }));
    const later = createStore(record.pool, { now: () => after(60 * 24 * 30), seal });
    await later.tidy({ closedMs: 86_400_000, filesMs: null });

    expect(await store.read(key)).toBeNull();
    expect(await gifts.rows({ workspaceId, month: MONTH }, 'program', 9)).toMatchObject([
      { state: 'given', value: 10, caseNumber: null, member: null, proposedBy: null, decidedBy: null },
    ]);
    const left = await record.pool.query(
      'select from hearback.gift_code where workspace_id = $1 and code is not null',
      [workspaceId],
    );
    expect(left.rowCount).toBe(0);
  });
});

/** Approved and sent, as `deliver` does it. */
async function sendIt(key: CaseKey): Promise<void> {
  await queueGift(store, key);
  const { replies, case: found } = (await store.read(key))!;
  const { replyId } = replies.at(-1)!;
  const id = await deliveryIdOf(record.pool, found.workspaceId, `reply-${replyId}`);
  await store.deliver(
    id,
    async () => ({ posted: null }),
    () => ({ history: [], replyStates: [{ replyId, state: 'sent' }] }),
  );
}
