import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import { createWebhooks } from '../../src/store/webhooks.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openReceiver, type Answered } from '../support/receiver.ts';
import { after, message, opened } from '../store/record.ts';
import { cliOf } from './cli.ts';

let database: TestRecord;
let board: Awaited<ReturnType<typeof openReceiver>>;
let answer: Answered;
let env: Record<string, string>;

beforeAll(async () => {
  database = await testRecord();
});
beforeEach(async () => {
  answer = { status: 200 };
  board = await openReceiver(() => answer);
  const folder = temporaryFolder();
  const policy = join(folder, 'hearback.yaml');
  const sandbox = readFileSync('sandbox/hearback.yaml', 'utf8');
  writeFileSync(
    policy,
    `webhooks: [{ name: board, url: "${board.url}/?k=hidden", secretEnv: BOARD_SECRET, private: true }]\n${sandbox}`,
  );
  env = {
    DATABASE_URL: database.url,
    HEARBACK_DATA_DIR: folder,
    HEARBACK_CONFIG: policy,
    BOARD_SECRET: 'a secret with many characters',
  };
});
afterEach(() => board.close());
afterAll(() => database.drop());

describe('hearback webhooks', () => {
  it('says that there are none, and where they are set up', async () => {
    expect((await cliOf(env)('webhooks')).out).toMatch(/hearback\.yaml/);
  });

  it('shows how each stands, and sends again what was given up', async () => {
    const webhooks = createWebhooks(database.pool, { now: () => after(0) });
    await webhooks.inForce([{ name: 'board', workspaces: null, types: null }]);
    await opened(createStore(database.pool, { now: () => after(0) }), message({ workspaceId: 'slack:T1' }), {
      history: [{ action: 'claimed', actorId: 'mia' }],
    });
    await database.pool.query(
      `update hearback.webhook_message set state = 'dead', outcome = '500', settled_at = now()`,
    );

    expect((await cliOf(env)('webhooks', 'list')).out).toMatch(/board +well +0 +1 +never +500/);
    expect((await cliOf(env)('webhooks', 'replay', 'nope')).code).toBe(1);
    expect((await cliOf(env)('webhooks', 'replay', 'board')).out).toBe(
      '1 message sent again, with the ids they had.',
    );
    const { out } = await cliOf(env)('webhooks', 'list', '--json');
    expect(JSON.parse(out)).toMatchObject({ webhooks: [{ name: 'board', pending: 1, dead: 0 }] });
  });

  it('tries one, and says what came of it without its address', async () => {
    expect(await cliOf(env)('webhooks', 'test', 'board')).toMatchObject({
      code: 0,
      out: 'board took it (200).',
    });
    expect(JSON.parse(board.received[0]?.body ?? '')).toMatchObject({ type: 'ping' });
    answer = { status: 404 };
    const refused = await cliOf(env)('webhooks', 'test', 'board');
    expect(refused.code).toBe(1);
    expect(refused.notes).toMatch(/404/);
    expect(refused.notes).not.toMatch(/hidden/);
    const { BOARD_SECRET: _, ...without } = env;
    expect((await cliOf(without)('webhooks', 'test', 'board')).notes).toMatch(/Set BOARD_SECRET/);
  });

  it('misses a secret that is not set', async () => {
    const { BOARD_SECRET: _, ...without } = env;

    expect((await cliOf(without)('check')).out).toMatch(/BOARD_SECRET: missing; the webhook board/);
  });
});
