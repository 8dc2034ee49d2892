import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JOBS } from '../../src/cli/queue/words.ts';
import { handlers } from '../../src/handlers/index.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { deliveryIdOf, deliveryTo, fresh, jobs, message, opened, reaction } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf } from './cli.ts';

let record: TestRecord;
let store: Store;
let outbox: Outbox;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => new Date() });
  outbox = createOutbox(record.pool, { now: () => new Date() });
});
beforeEach(async () => {
  await record.pool.query('truncate hearback.outbox, hearback.delivery cascade');
});
afterAll(() => record.drop());

const hearback = (...args: string[]) => cliOf({ DATABASE_URL: record.url })('queue', ...args);
const json = async (...args: string[]) =>
  JSON.parse((await hearback(...args, '--json')).out) as Record<string, unknown>;

async function deadFlag(code = 'PERMISSION_MISSING'): Promise<number> {
  const workspaceId = fresh('slack:T');
  await store.takeIn(reaction('reaction_added', workspaceId, 'm1', new Date()));
  const { outboxId } = (await jobs(record.pool, 'record-flag')).at(-1)!;
  await outbox.fail(outboxId, { code, message: 'slack: invite the bot to #general.' });
  return outboxId;
}

async function deadReply(): Promise<number> {
  const workspaceId = fresh('discord:9');
  const place = { type: 'dm' as const, workspaceId, userId: '4711' };
  const { file } = await opened(store, message({ workspaceId }), {
    history: [],
    replies: [{ markdown: 'secret words', authorId: 'anna', place, send: true }],
  });
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${file.replies[0]!.replyId}`);
  await record.pool.query('update hearback.outbox set done_at = now()');
  await store.failDelivery(
    deliveryId,
    { code: 'PERSON_UNREACHABLE', message: 'discord: direct messages are closed (50007).' },
    [],
  );
  return deliveryId;
}

describe('hearback queue', () => {
  it('has words for every handler', () => {
    expect(Object.keys(JOBS).toSorted()).toEqual(handlers.map(({ name }) => name).toSorted());
  });

  it('says that all is well when it is', async () => {
    expect(await hearback()).toEqual({
      code: 0,
      out: 'Waiting: 0, of these late: 0. Given up: 0.\nEverything that should have happened has happened.',
      notes: '',
    });
  });

  it('lists what waits, what is late and what was given up', async () => {
    const words = await deadReply();
    const dead = await deadFlag();
    await store.say('slack:T1', deliveryTo('slack:T1', fresh('key'), { type: 'triage' }));
    await record.pool.query(
      `update hearback.outbox set run_at = now() - interval '5 minutes' where kind = 'deliver' and done_at is null`,
    );

    const { code, out } = await hearback();

    expect(code).toBe(0);
    expect(out).toContain('Waiting: 1, of these late: 1. Given up: 2.');
    expect(out).toMatch(/^deliver {6}0 {10}1 {8}1 {5}1$/m);
    expect(out).toMatch(/^Late:\nID .*\n\d+ +post the card of the case for the moderators +0 +20/m);
    expect(out).toMatch(
      new RegExp(`^${dead} +record a flagged message as a case +PERMISSION_MISSING +1 +20`, 'm'),
    );
    expect(out).toMatch(
      new RegExp(`^d${words} +send the answer to the member +FB-1 +PERSON_UNREACHABLE +0 +20`, 'm'),
    );
    expect(out).not.toContain('secret');
  });

  it('answers programs in JSON', async () => {
    const dead = await deadFlag();

    expect(await json()).toEqual({
      counts: [{ kind: 'record-flag', scheduled: 0, waiting: 0, late: 0, givenUp: 1 }],
      late: [],
      givenUp: [
        expect.objectContaining({ id: String(dead), kind: 'record-flag', code: 'PERMISSION_MISSING' }),
      ],
    });
  });
});

describe('hearback queue show', () => {
  it('explains in people’s words, with the platform’s reason and what to do', async () => {
    const words = await deadReply();
    const { code, out } = await hearback('show', `d${words}`);

    expect(code).toBe(0);
    expect(out).toContain('send the answer to the member');
    expect(out).toMatch(/Case +FB-1\n/);
    expect(out).toMatch(/Where +discord, direct message to 4711\n/);
    expect(out).toMatch(/Why +PERSON_UNREACHABLE: The person does not accept direct messages from the bot\./);
    expect(out).toContain('discord: direct messages are closed (50007).');
    expect(out).toContain(`hearback queue replay d${words}`);
    expect(out).toContain('docs/errors.md');
    expect(out).not.toContain('secret');
    expect(await json('show', `d${words}`)).toMatchObject({ case: 'FB-1', code: 'PERSON_UNREACHABLE' });
  });

  it('has words for a fault nobody expected', async () => {
    const { out } = await hearback('show', String(await deadFlag('TypeError')));

    expect(out).toContain('TypeError: A fault nobody expected');
    expect(out).toContain('Replay it once.');
  });

  it('calls cases as hearback.yaml does', async () => {
    const policy = join(temporaryFolder(), 'hearback.yaml');
    writeFileSync(policy, 'prefix: HELP\nkinds: [this is not a policy');
    const words = await deadReply();
    const show = () =>
      cliOf({ DATABASE_URL: record.url, HEARBACK_CONFIG: policy })('queue', 'show', `d${words}`);

    expect((await show()).out).toContain('FB-1');
    writeFileSync(policy, 'prefix: HELP\n');
    expect((await show()).out).toContain('HELP-1');
  });

  it.each(['999999999', 'd999999999'])('says so when there is no %s', async (id) => {
    expect(await hearback('show', id)).toMatchObject({
      code: 1,
      out: '',
      notes: expect.stringContaining('no such'),
    });
  });

  it.each(['', 'x12', '12x', '-1', 'd', '１２', 'dd1', '1'.repeat(40)])('refuses %p as an id', async (id) => {
    expect(await hearback('show', '--', id)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('Ids look like'),
    });
  });
});

describe('hearback queue replay', () => {
  it('replays what is named, and says what it left as it is', async () => {
    const [one, two] = [await deadFlag(), await deadFlag()];

    expect(await hearback('replay', String(one), String(two))).toMatchObject({
      code: 0,
      out: `2 things of 2 tried again: ${one}, ${two}.`,
    });
    expect(await hearback('replay', String(one))).toMatchObject({
      code: 1,
      out: expect.stringContaining(`${one} was left as it is. It was not given up`),
    });
  });

  it('replays everything, or what is of one kind or code', async () => {
    await deadReply();
    const [flag, fault] = [await deadFlag(), await deadFlag('TypeError')];

    expect(await json('replay', '--all', '--kind', 'deliver', '--code', 'TypeError')).toMatchObject({
      replayed: [],
    });
    expect(await json('replay', '--all', '--code', 'TypeError')).toMatchObject({ replayed: [String(fault)] });
    expect(await json('replay', '--all', '--kind', 'record-flag')).toMatchObject({
      replayed: [String(flag)],
    });
    expect(await json('replay', '--all')).toMatchObject({
      replayed: [expect.stringMatching(/^d\d+$/)],
      refused: [],
    });
  });

  it('replays each once when two operators replay everything at once', async () => {
    const dead = [await deadFlag(), await deadFlag(), await deadFlag()];

    await Promise.all([
      hearback('replay', '--all'),
      hearback('replay', '--all'),
      hearback('replay', '--all'),
    ]);

    const rows = await record.pool.query('select outbox_id, generation from hearback.outbox order by 1');
    expect(rows.rows).toEqual(dead.map((id) => ({ outbox_id: id, generation: 2 })));
  });

  it.each([
    [[], 'Name what to replay'],
    [['--all', '12'], 'Name what to replay'],
    [['12', '--kind', 'deliver'], '--kind and --code go with --all'],
  ])('does not guess what %p means', async (args, sentence) => {
    expect(await hearback('replay', ...args)).toMatchObject({
      code: 1,
      notes: expect.stringContaining(sentence),
    });
  });
});

describe('hearback queue drop', () => {
  it('lets it go after a yes, and keeps the reason', async () => {
    const id = String(await deadFlag());

    expect(await hearback('drop', id)).toMatchObject({ code: 1, notes: expect.stringContaining('--reason') });
    expect(await hearback('drop', id, '--reason', ' ')).toMatchObject({ code: 1 });
    expect(await hearback('drop', id, '--reason', 'a test')).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/will never be done\. Nothing was done\. Add --yes/),
    });
    expect((await json('show', id))['state']).toBe('given_up');
    expect(await hearback('drop', id, '--reason', 'a test', '--yes')).toMatchObject({ code: 0 });
    expect(await json('show', id)).toMatchObject({ state: 'dropped', dropReason: 'a test' });
    expect((await hearback('show', id)).out).toMatch(/Let go +20.* UTC: a test/);
    expect(await hearback('drop', id, '--reason', 'a test', '--yes')).toMatchObject({ code: 1 });
  });

  it('asks at the terminal', async () => {
    const id = String(await deadFlag());
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return true;
    };
    const run = cliOf({ DATABASE_URL: record.url }, undefined, { ask });

    expect(await run('queue', 'drop', id, '--reason', 'a test', '--json')).toMatchObject({
      code: 0,
      out: JSON.stringify({ dropped: id }),
    });
    expect(asked).toEqual([`${id} (record a flagged message as a case) will never be done. Go on?`]);
  });
});

describe('a command', () => {
  it.each([
    ['is none at all', { DATABASE_URL: '' }, /There is no record in .*: run the command where Hearback runs/],
    ['does not answer', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, /The database cannot be reached\./],
    ['has another address', { DATABASE_URL: 'http://x' }, /DATABASE_URL: not an address of this kind/],
  ])('says what is wrong when the record %s', async (_, env, sentence) => {
    const run = cliOf({ HEARBACK_DATA_DIR: join(temporaryFolder(), 'none'), ...env });

    expect(await run('queue')).toEqual({ code: 1, out: '', notes: expect.stringMatching(sentence) });
  });
});
