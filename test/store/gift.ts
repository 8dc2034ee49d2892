import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { NewGift } from '../../src/cases/case.ts';
import { createLog } from '../../src/log.ts';
import { agreeOnKeys } from '../../src/store/agree-on-keys.ts';
import { createGifts } from '../../src/store/create-gifts.ts';
import { createStore } from '../../src/store/create-store.ts';
import { newKey } from '../../src/store/keys.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { deliveryIdOf, START } from './record.ts';
import { textsIn } from '../../src/texts/index.ts';

const CODE_PLACE = textsIn('en').rules.gifts.codePlace;

/** The month in which the tests give. */
export const MONTH = '2026-11';

/** A store and a ledger with a key of their own, on one database. */
export async function giftsOn(pool: Pool, key = newKey(START)) {
  const now = () => START;
  const seal = await agreeOnKeys(pool, { keys: [key], dataDir: '/nowhere', log: createLog('silent'), now });
  return { seal, store: createStore(pool, { now, seal }), gifts: createGifts(pool, { now, seal }) };
}

export const aCode = () => `CODE-${randomUUID()}`;
/** Codes nobody has. */
export const many = (count: number) => Array.from({ length: count }, aCode);

/** A gift that somebody has prepared, with a code. */
export const voucher = (workspaceId: string, over: Partial<NewGift> = {}): NewGift => ({
  key: 'voucher',
  value: 10,
  hasCode: true,
  state: 'approved',
  proposedBy: 'mia',
  month: MONTH,
  reply: {
    markdown: `For you: ${CODE_PLACE}`,
    language: 'en',
    steps: [],
    place: { type: 'dm', workspaceId, userId: 'member' },
  },
  ask: [],
  ...over,
});

/** Its message is sent off. */
export async function queueGift(store: Store, key: CaseKey): Promise<void> {
  await store.change(key, ({ replies }) => ({
    change: { history: [], replyStates: [{ replyId: replies.at(-1)!.replyId, state: 'queued' }] },
    answer: null,
  }));
}

/** Its message, which was sent off, could not be delivered. */
export async function failGift(pool: Pool, store: Store, key: CaseKey): Promise<void> {
  const { replies } = (await store.read(key))!;
  const id = await deliveryIdOf(pool, key.workspaceId, `reply-${replies.at(-1)!.replyId}`);
  await store.failDelivery(id, { code: 'PERSON_UNREACHABLE', message: 'closed' }, []);
}
