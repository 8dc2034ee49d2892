import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewGift } from '../../src/cases/case.ts';
import type { Gifts } from '../../src/store/gifts-port.ts';
import type { Privacy } from '../../src/store/privacy-port.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { giftsOn, MONTH, voucher } from './gift.ts';
import { fresh, message, opened, START } from './record.ts';

const KEPT = { state: 'proposed', decidedBy: null, hasCode: true };

let record: TestRecord;
let store: Store;
let gifts: Gifts;
let privacy: Privacy;

beforeAll(async () => {
  record = await testRecord();
  const made = await giftsOn(record.pool);
  ({ store, gifts } = made);
  privacy = createPrivacy(record.pool, { now: () => START, seal: made.seal });
});
afterAll(() => record.drop());

/** A case for which somebody has a gift in mind. */
async function aGift(workspaceId: string, proposedBy: string, state: NewGift['state']) {
  const { key } = await opened(store, message({ workspaceId }));
  const gift = voucher(workspaceId, { state, proposedBy });
  await store.give(key, { gift: 'voucher', month: MONTH }, () => ({ history: [], gift }));
  return key;
}

describe('what was proposed by somebody who is erased', () => {
  it('is taken back: under their new name they could approve it themselves', async () => {
    const workspaceId = fresh('slack:T');
    const proposer = fresh('ULENA');
    await gifts.importCodes(workspaceId, 'voucher', ['PLUM-1', 'PLUM-2', 'PLUM-3']);
    const theirs = await aGift(workspaceId, proposer, 'proposed');
    const within = await aGift(workspaceId, proposer, 'approved');
    const other = await aGift(workspaceId, 'mia', 'proposed');

    await privacy.erase({ workspaceId, userId: proposer }, { askedBy: 'operator', actorId: null });

    const file = (await store.read(theirs))!;
    expect(file.gifts).toMatchObject([{ state: 'withdrawn', hasCode: false }]);
    expect(file.replies).toMatchObject([{ state: 'discarded' }]);
    expect(file.case).toMatchObject({ version: 3, state: 'new' });
    expect(await store.history(theirs, 9)).toMatchObject([{ action: 'gift_withdrawn', actorId: null }]);
    expect((await store.read(within))!.gifts).toMatchObject([{ state: 'approved', hasCode: true }]);
    expect((await store.read(other))!.gifts).toMatchObject([{ ...KEPT, proposedBy: 'mia' }]);
    expect(await gifts.codes(workspaceId)).toMatchObject([{ left: 1 }]);
  });
});
