import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Change } from '../../src/cases/change.ts';
import { callWebhook } from '../../src/handlers/call-webhook.ts';
import type { Context } from '../../src/handlers/handler.ts';
import type { Policy, WebhookPolicy } from '../../src/policy/schema.ts';
import { createPrograms } from '../../src/programs.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createWebhooks } from '../../src/store/webhooks.ts';
import type { Webhooks } from '../../src/store/webhooks-port.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace } from '../support/factories.ts';
import { openReceiver, type Answered } from '../support/receiver.ts';
import { after, message, opened } from '../store/record.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const DAY = 1_440;

let record: TestRecord;
let store: Store;
let webhooks: Webhooks;
let minutes = 0;
let answer: Answered;
let board: Awaited<ReturnType<typeof openReceiver>>;
let programs: ReturnType<typeof createPrograms>;
let policy: Policy;

const webhook = (over: Partial<WebhookPolicy> = {}): WebhookPolicy => ({
  name: 'board',
  url: `${board.url}/hook?key=hidden`,
  secretEnv: 'BOARD_SECRET',
  events: 'all',
  include: 'ids',
  restricted: false,
  private: true,
  ...over,
});

beforeAll(async () => {
  record = await testRecord();
});
beforeEach(async () => {
  minutes = 0;
  answer = { status: 204 };
  board = await openReceiver(() => answer);
  await record.pool.query('delete from hearback.webhook_message');
  await record.pool.query('delete from hearback.webhook');
  await record.pool.query("delete from hearback.outbox where kind = 'call-webhook'");
  const now = () => after(minutes);
  store = createStore(record.pool, { now });
  webhooks = createWebhooks(record.pool, { now });
  policy = { ...usual, webhooks: [webhook()] };
  programs = createPrograms({
    policy: () => policy,
    secretOf: (name) => (name === 'BOARD_SECRET' ? SECRET : null),
    now,
  });
  await webhooks.inForce([{ name: 'board', workspaces: null, types: null }]);
});
afterEach(async () => {
  await programs.close();
  await board.close();
});
afterAll(() => record.drop());

const context = () =>
  ({
    store,
    once: store,
    webhooks,
    programs,
    policy: () => policy,
    now: () => after(minutes),
    log: pino({ level: 'silent' }),
  }) as unknown as Context;

const history = (action: string, detail?: Record<string, string>): Change => ({
  history: [{ action, actorId: 'mia', ...(detail && { detail }) }],
});

/** Opens a case with one line in its history. */
const happen = (change: Change = history('routed', { department: 'qa', reason: 'their own words' })) =>
  opened(store, message({ workspaceId: workspace.id, text: 'My order is lost' }), change);

async function asked(): Promise<number[]> {
  const { rows } = await record.pool.query<{ id: number }>(
    `select (data ->> 'messageId')::int as id from hearback.outbox where kind = 'call-webhook' and done_at is null and failed_at is null order by outbox_id`,
  );
  return rows.map(({ id }) => id);
}

const run = (messageId: number) => callWebhook.run({ messageId }, context());
const stateOf = async (messageId: number) => (await webhooks.message(messageId))?.state;

describe('a webhook', () => {
  it('is told what happened, signed, with ids and states and nobody’s words, once however often the job is run', async () => {
    const { file } = await happen();
    const [messageId = 0] = await asked();

    await run(messageId);
    await run(messageId);

    expect(board.received).toHaveLength(1);
    const [{ body, headers }] = board.received as [(typeof board.received)[0]];
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(SECRET.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect(Number(headers['webhook-timestamp'])).toBe(after(0).getTime() / 1_000);
    expect(JSON.parse(body)).toMatchObject({
      type: 'case.routed',
      version: 1,
      data: {
        community: { id: workspace.id },
        case: { number: file.case.number, state: 'new', member: 'member' },
        change: { action: 'routed', by: 'mia', detail: { department: 'qa' } },
      },
    });
    expect(body).not.toMatch(/lost|name of member|their own words/);
  });

  it('gets the member’s words where it asks for them', async () => {
    policy = { ...policy, webhooks: [webhook({ include: 'text' })] };
    await happen();
    const [messageId = 0] = await asked();

    await run(messageId);

    expect(JSON.parse(board.received[0]?.body ?? '{}')).toMatchObject({
      data: { text: { quote: 'My order is lost', memberName: 'name of member' } },
    });
  });

  it('hears of a case that somebody is kept out of only where it says so, also when that came after the news', async () => {
    const { key } = await happen();
    await store.change(key, () => ({
      change: { ...history('excluded'), exclude: [{ userId: 'accused', reason: 'accused', by: null }] },
      answer: null,
    }));
    const [first = 0, second = 0] = await asked();

    await run(first);
    expect(await stateOf(first)).toBe('left_out');
    policy = { ...policy, webhooks: [webhook({ restricted: true })] };
    await run(second);

    expect(board.received).toHaveLength(1);
  });

  it('is told of nothing that it did not ask for', async () => {
    await webhooks.inForce([{ name: 'board', workspaces: ['slack:elsewhere'], types: null }]);
    await happen();
    await webhooks.inForce([{ name: 'board', workspaces: null, types: ['case.closed'] }]);
    await happen();
    await webhooks.inForce([]);
    await happen();

    expect(await asked()).toEqual([]);
  });

  it('that is not taken is tried again with growing waits, and the same id, until it is', async () => {
    await happen();
    const [messageId = 0] = await asked();
    answer = { status: 500 };

    await expect(run(messageId)).rejects.toMatchObject({ code: 'PROGRAM_FAILED', retry: { afterMs: 5_000 } });
    await expect(run(messageId)).rejects.toMatchObject({ retry: { afterMs: 30_000 } });
    answer = { status: 200 };
    await run(messageId);

    expect(new Set(board.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await stateOf(messageId)).toBe('sent');
  });

  it('that answers 500 for a day is told of once to the admins, loses nothing, and everything goes at once when it is back', async () => {
    const ids: number[] = [];
    for (let count = 0; count < 5; count += 1) await happen();
    ids.push(...(await asked()));
    answer = { status: 500 };
    for (minutes = 0; minutes <= DAY; minutes += 60) for (const id of ids) await run(id).catch(() => null);

    const { rows: told } = await record.pool.query<{ body: unknown }>(
      `select body from hearback.delivery where starts_with(key, 'webhook-board-')`,
    );
    expect(told.length).toBe(workspace.roles.admin.people.length);
    expect(JSON.stringify(told)).not.toContain('hidden');
    expect((await webhooks.list())[0]).toMatchObject({ pending: 5, dead: 0, outcome: '500' });

    answer = { status: 200 };
    minutes += 60;
    const waiting = `key = any($1) and run_at <= $2`;
    const keys = ids.slice(1).map((id) => `webhook-${id}`);
    await record.pool.query(`update hearback.outbox set run_at = $2 where key = any($1)`, [
      keys,
      after(minutes + DAY),
    ]);
    await run(ids[0] ?? 0);
    const { rows: due } = await record.pool.query(`select from hearback.outbox where ${waiting}`, [
      keys,
      after(minutes),
    ]);
    expect(due).toHaveLength(4);
    expect((await webhooks.message(ids[1] ?? 0))?.pausedUntil).toBeNull();
    for (const id of ids.slice(1)) await run(id);
    expect((await webhooks.list())[0]).toMatchObject({ pending: 0, failingSince: null });
  });

  it('is told of again when it fails another time, also when nobody came to say that it was back', async () => {
    await happen();
    const [messageId = 0] = await asked();
    const failFor = async (hours: number) => {
      for (const until = minutes + hours * 60; minutes <= until; minutes += 60)
        await run(messageId).catch(() => null);
    };
    const told = async () => {
      const { rows } = await record.pool.query(
        `select from hearback.delivery where starts_with(key, 'webhook-board-')`,
      );
      return rows.length;
    };
    answer = { status: 500 };
    // Not at a moment of another story.
    minutes = 7;
    const before = await told();
    await failFor(2);
    const once = (await told()) - before;
    expect(once).toBe(workspace.roles.admin.people.length);

    // The process ended as soon as that was on record.
    await webhooks.sent(messageId, '200');
    await record.pool.query(`update hearback.webhook_message set state = 'pending' where message_id = $1`, [
      messageId,
    ]);
    await failFor(2);

    expect((await told()) - before).toBe(2 * once);
  });

  it('that this process has not read of yet is left to those that have', async () => {
    await happen();
    const [messageId = 0] = await asked();
    policy = { ...policy, webhooks: [] };

    await expect(run(messageId)).rejects.toMatchObject({ code: 'NOT_YET' });
    expect(await stateOf(messageId)).toBe('pending');

    await webhooks.inForce([]);
    await run(messageId);
    expect(await stateOf(messageId)).toBe('left_out');
  });

  it('hears of nobody that they were kept out, also when they are let in by the time it is told', async () => {
    const { key } = await happen({
      history: [{ action: 'excluded', actorId: 'mia', detail: { person: 'accused' } }],
      exclude: [{ userId: 'accused', reason: 'accused', by: null }],
    });
    await store.change(key, () => ({
      change: {
        history: [{ action: 'included', actorId: 'mia', detail: { person: 'accused' } }],
        include: ['accused'],
      },
      answer: null,
    }));

    for (const messageId of await asked()) await run(messageId);

    expect(board.received).toEqual([]);
  });

  it('is not asked while it takes nothing, and what waits for it uses up no attempt', async () => {
    for (let count = 0; count < 4; count += 1) await happen();
    const ids = await asked();
    answer = { status: 500 };
    for (const id of ids.slice(0, 3)) await run(id).catch(() => null);
    const calls = board.received.length;

    await expect(run(ids[3] ?? 0)).rejects.toMatchObject({ code: 'NOT_YET' });

    expect(board.received).toHaveLength(calls);
  });

  it('that takes nothing for days makes its messages dead letters, which can be sent again', async () => {
    await happen();
    const [messageId = 0] = await asked();
    answer = { status: 500 };
    await run(messageId).catch(() => null);
    minutes = 5 * DAY;
    await expect(run(messageId)).rejects.toMatchObject({ retry: 'never' });
    expect((await webhooks.dead('board', 10)).map((each) => each.messageId)).toEqual([messageId]);

    await record.pool.query("update hearback.outbox set failed_at = now() where kind = 'call-webhook'");
    expect(await webhooks.replay([messageId])).toBe(1);
    expect(await webhooks.replay([messageId])).toBe(0);
    expect(await asked()).toEqual([messageId]);
    answer = { status: 200 };
    await run(messageId);

    expect(await stateOf(messageId)).toBe('sent');
  });

  it('waits as long as it asks for', async () => {
    await happen();
    const [messageId = 0] = await asked();
    answer = { status: 429, headers: { 'retry-after': '600' } };

    await expect(run(messageId)).rejects.toMatchObject({ retry: { afterMs: 600_000 } });
  });

  it('is not followed where it redirects to, and nothing goes to an address that is not public unless it says so', async () => {
    const other = await openReceiver(() => ({ status: 200 }));
    await happen();
    const [messageId = 0] = await asked();
    answer = { status: 307, headers: { location: `${other.url}/stolen` } };
    await run(messageId).catch(() => null);
    expect(other.received).toEqual([]);
    await other.close();

    policy = { ...policy, webhooks: [webhook({ private: false })] };
    await run(messageId).catch(() => null);

    expect(board.received).toHaveLength(1);
    expect((await webhooks.list())[0]?.outcome).toMatch(/not public/);
  });

  it('without its secret is told of nothing', async () => {
    policy = { ...policy, webhooks: [webhook({ secretEnv: 'OTHER_SECRET' })] };
    await happen();
    const [messageId = 0] = await asked();

    await expect(run(messageId)).rejects.toThrow(/its secret is not set/);

    expect(board.received).toEqual([]);
  });

  it('that is slow holds up nobody but itself', async () => {
    await happen();
    const [first = 0] = await asked();
    const told = await webhooks.message(first);
    const target = { url: `${board.url}/`, secret: SECRET, private: true };
    const news = { mark: told?.mark ?? '', at: after(0), payload: {} };
    const calls = ['slow', 'slow', 'slow', 'slow', 'slow', 'other'].map((name) =>
      programs.callWebhook({ ...target, name }, news),
    );

    expect((await Promise.all(calls)).map(({ taken }) => taken)).toEqual([
      true,
      true,
      'busy',
      'busy',
      'busy',
      true,
    ]);

    // Whoever is refused later waits as short as the first: the line was empty in between.
    const again = ['slow', 'slow', 'slow'].map((name) => programs.callWebhook({ ...target, name }, news));
    expect((await Promise.all(again)).at(-1)).toEqual({ taken: 'busy', waitMs: 250 });
  });
});
