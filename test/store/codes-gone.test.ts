import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GiftUsage } from '../../src/cases/gift.ts';
import type { Gifts } from '../../src/store/gifts-port.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { failGift, giftsOn, many, MONTH, queueGift, voucher } from './gift.ts';
import { fresh, message, opened } from './record.ts';

let record: TestRecord;
let store: Store;
let gifts: Gifts;

beforeAll(async () => {
  record = await testRecord();
  ({ store, gifts } = await giftsOn(record.pool));
});
afterAll(() => record.drop());

async function aCase(workspaceId: string): Promise<CaseKey> {
  return (await opened(store, message({ workspaceId, userId: 'member' }))).key;
}

function giveOne(key: CaseKey) {
  const gift = voucher(key.workspaceId);
  return store.give(key, { gift: gift.key, month: MONTH }, () => ({ history: [], gift }));
}

/** Its message was sent off, and could not be delivered. */
async function failIt(key: CaseKey): Promise<void> {
  await queueGift(store, key);
  await failGift(record.pool, store, key);
}

describe('codes that a restore has made uncertain', () => {
  it('do not reach the member of a gift that holds one either, until they are imported again or dropped', async () => {
    const workspaceId = fresh('slack:T');
    const codes = many(2);
    await gifts.importCodes(workspaceId, 'voucher', codes);
    const keys = [await aCase(workspaceId), await aCase(workspaceId)];
    const [one, two] = [await giveOne(keys[0]!), await giveOne(keys[1]!)].map(
      (file) => file!.gifts[0]!.giftId,
    );
    await failIt(keys[1]!);
    await record.pool.query('update hearback.gift_code set uncertain_since = now() where workspace_id = $1', [
      workspaceId,
    ]);
    const refused = { code: 'TARGET_GONE', retry: 'never', message: expect.stringContaining('backup') };
    await expect(gifts.codeOf(workspaceId, one!)).rejects.toMatchObject(refused);
    await expect(gifts.codeOf(workspaceId, two!)).rejects.toMatchObject(refused);

    expect(await gifts.importCodes(workspaceId, 'voucher', [codes[0]!])).toEqual(['certain']);
    expect(await gifts.codeOf(workspaceId, one!)).toBe(codes[0]);
    expect(await gifts.codes(workspaceId)).toEqual([{ gift: 'voucher', left: 0, uncertain: 1, lost: 0 }]);
    expect(await gifts.dropCodes(workspaceId, 'voucher')).toBe(1);
    expect(await gifts.codeOf(workspaceId, one!)).toBe(codes[0]);
    await expect(gifts.codeOf(workspaceId, two!)).rejects.toThrow('lost');
    expect((await store.read(keys[1]!))?.gifts).toMatchObject([{ state: 'failed', isCodeLost: true }]);
    expect(await gifts.codes(workspaceId)).toEqual([{ gift: 'voucher', left: 0, uncertain: 0, lost: 0 }]);
  });
});

describe('a gift that failed', () => {
  it('counts only while its code can still be delivered', async () => {
    const workspaceId = fresh('slack:T');
    await gifts.importCodes(workspaceId, 'voucher', many(1));
    const key = await aCase(workspaceId);
    await giveOne(key);
    await failIt(key);
    const counted = async () => {
      let seen: GiftUsage | null = null;
      await store.give(key, { gift: 'voucher', month: MONTH }, (_, usage) => {
        seen = usage;
        return { history: [] };
      });
      return seen;
    };
    const none = { member: 0, all: 0, value: 0, codesLeft: 0 };
    expect(await counted()).toEqual({ ...none, member: 1, all: 1, value: 10 });
    expect(await gifts.sums(workspaceId, MONTH)).toMatchObject([{ failed: 1, value: 10 }]);

    // As it is when the key is given up, which the other tests need still.
    await record.pool.query(
      `update hearback.gift_code set code = null, sealed_with = null, lost = 'The key was lost.' where workspace_id = $1`,
      [workspaceId],
    );

    expect(await counted()).toEqual(none);
    expect(await gifts.sums(workspaceId, MONTH)).toEqual([]);
    expect((await store.read(key))?.gifts).toMatchObject([{ state: 'failed', isCodeLost: true }]);
    expect(await gifts.rows({ workspaceId }, 'program', 9)).toMatchObject([{ isCodeLost: true }]);
  });
});
