import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import type { Shards } from '../../../src/chat/shards.ts';
import { createApi } from '../../../src/adapters/discord/api.ts';
import { createGatewayClient } from '../../../src/adapters/discord/gateway-client.ts';
import { createGatewayInfo } from '../../../src/adapters/discord/gateway-info.ts';
import { AppError } from '../../../src/errors.ts';
import { DISCORD_TOKEN, discordSeed } from '../../../sandbox/seed.ts';
import { createLog } from '../../../src/log.ts';
import { createPace } from '../../../src/store/pace.ts';
import { createShards } from '../../../src/store/shards.ts';
import { testRecord, type TestRecord } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import { recordInbound, type RecordedInbound } from '../contract/scene.ts';
import { COMMANDS, reply } from './stage.ts';
import { openDiscord, type DiscordWorld } from './world.ts';

const GUILDS = 4;
let record: TestRecord;
let world: DiscordWorld;
let processes: Process[] = [];

/** One that listens, with a pool and an inbox of its own. */
interface Process {
  adapter: ChatAdapter;
  inbound: RecordedInbound;
  stop: () => Promise<void>;
}

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());
beforeEach(async () => {
  await record.pool.query('truncate hearback.gateway, hearback.gateway_plan, hearback.gateway_shard');
  world = await openDiscord(discordSeed, GUILDS);
  world.sandbox.sharding.change({ recommended: GUILDS });
});
afterEach(async () => {
  for (const one of processes.splice(0)) await one.stop();
  await world.close();
});

const guildIds = () => world.sandbox.guilds.map(({ seed }) => seed.id);

/** As a process that stands still does, it says nothing for a while. `fails`: the record turns out to be away. */
function stuckAfterAWhile(shards: Shards) {
  let waits = Promise.resolve();
  let noMore = () => undefined as void;
  let fails = () => undefined as void;
  return {
    now: () => {
      waits = new Promise((resolve, reject) => {
        noMore = resolve;
        fails = () => reject(new AppError('STORE_UNAVAILABLE', 'The database cannot be reached.', 'backoff'));
      });
    },
    noMore: () => noMore(),
    fails: () => fails(),
    shards: {
      ...shards,
      join: async (news: () => void) => {
        const seat = await shards.join(news);
        return {
          ...seat,
          beat: async (...said: Parameters<typeof seat.beat>) => waits.then(() => seat.beat(...said)),
        };
      },
    },
  };
}

async function start(shardCount?: number, shards?: Shards): Promise<Process> {
  const pool = record.connect();
  const adapter = world.adapterWith({
    workspaces: guildIds(),
    shards: shards ?? createShards(pool, { beatMs: 50, leaseMs: 5_000 }),
    pace: createPace(pool, { log: createLog('silent'), speed: 20 }),
    ...(shardCount && { shardCount }),
  });
  const inbound = recordInbound();
  const one = { adapter, inbound, stop: () => adapter.stop() };
  processes.push(one);
  await adapter.start(inbound, COMMANDS);
  return one;
}

/** A member of each server posts. @returns the ids of the messages */
function sayEverywhere(text: string): string[] {
  return world.sandbox.guilds.map(
    ({ seed, people }) =>
      people.createMessage({ as: seed.people[0]!.id, channel: seed.channels[1]!.id, text }).message,
  );
}

const heard = (one: Process) => one.inbound.events.map((event) => event.messageId);
const hears = (one: Process) => guildIds().filter((id) => one.adapter.hears(`discord:${id}`)).length;
const connected = () =>
  world.sandbox
    .connected()
    .map(([shard, count]) => `${shard} of ${count}`)
    .toSorted();
const each = (count: number) => Array.from({ length: count }, (_, shard) => `${shard} of ${count}`);

describe('Discord shards in two processes', () => {
  it('have one owner each: every event comes once, and what was handed over is gone on with', async () => {
    const first = await start();
    expect([first.adapter.problem(), hears(first)]).toEqual([null, 4]);
    const second = await start();
    await eventually(() => hears(first) === 2 && hears(second) === 2 && second.adapter.problem() === null);
    await eventually(() => connected().length === 4);
    const said = sayEverywhere('hello');
    await eventually(() => heard(first).length + heard(second).length >= 4);

    expect(connected()).toEqual(each(4));
    expect([...heard(first), ...heard(second)].toSorted()).toEqual(said);
    // Nothing was missed, so nothing is looked for.
    expect(second.inbound.gaps).toEqual([]);
    await eventually(() => second.inbound.takenOver.length === 2);
  });

  it('are taken over when a process ends, with what happened in between', async () => {
    const first = await start();
    const second = await start();
    await eventually(() => hears(first) === 2 && hears(second) === 2);
    await eventually(() => second.adapter.problem() === null);
    const before = first.inbound.gaps.length;
    const stopping = second.stop();
    const said = sayEverywhere('meanwhile');
    await stopping;
    await eventually(() => hears(first) === 4 && first.adapter.problem() === null);
    await eventually(() => new Set([...heard(first), ...heard(second)]).size === 4);

    expect([...new Set([...heard(first), ...heard(second)])].toSorted()).toEqual(said);
    expect(first.inbound.gaps).toHaveLength(before);
  });

  it('tell what is written to the bot alone to whoever has the first one', async () => {
    const first = await start();
    const second = await start();
    await eventually(() => hears(first) === 2 && hears(second) === 2);
    const { seed, people } = world.sandbox.guilds[1]!;
    const userId = seed.people[0]!.id;
    const { channelId } = await second.adapter.post(
      { type: 'dm', workspaceId: `discord:${seed.id}`, userId },
      reply('Solved?'),
      'mark-dm',
    );
    people.createMessage({ as: userId, channel: channelId, text: 'Yes' });
    const event = await Promise.race([
      first.inbound.event('message_posted'),
      second.inbound.event('message_posted'),
    ]);

    expect(event).toMatchObject({ isDirect: true, workspaceId: `discord:${seed.id}` });
    expect(heard(first).length + heard(second).length).toBe(1);
  });

  it('are others when the settings say so: nothing is lost on the way', async () => {
    const older = await start(1);
    expect(connected()).toEqual(each(1));
    const newer = await start(GUILDS);
    const said = sayEverywhere('while they change');
    await eventually(() => connected().join() === each(GUILDS).join());
    await eventually(() => hears(older) === 2 && hears(newer) === 2);
    said.push(...sayEverywhere('afterwards'));
    await eventually(() => new Set([...heard(older), ...heard(newer)]).size === said.length);

    expect([...new Set([...heard(older), ...heard(newer)])].toSorted()).toEqual(said.toSorted());
  });

  it('are not listened to any more by a process that cannot tell whether they are its own', async () => {
    const first = await start();
    await first.stop();
    const stuck = stuckAfterAWhile(createShards(record.connect(), { beatMs: 50, leaseMs: 300 }));
    const frozen = await start(undefined, stuck.shards);
    await eventually(() => hears(frozen) === 4 && !frozen.adapter.problem());
    stuck.now();
    await pause(400);
    // It is still connected: Discord tells it, and it waits to be told whose that is.
    const said = sayEverywhere('whose is it?');
    const other = await start();
    await eventually(() => new Set(heard(other)).size === said.length);
    stuck.noMore();
    await eventually(() => hears(frozen) === 2);

    expect([...new Set(heard(other))].toSorted()).toEqual(said);
    expect(heard(frozen)).toEqual([]);
  });

  it('are kept by the only process while the record is away: it deals with what comes, and connects again', async () => {
    const stuck = stuckAfterAWhile(createShards(record.connect(), { beatMs: 50, leaseMs: 300 }));
    const only = await start(undefined, stuck.shards);
    stuck.now();
    await pause(400);
    const said = sayEverywhere('is anybody there?');
    await pause(50);
    expect(heard(only)).toEqual([]);
    stuck.fails();
    await eventually(() => heard(only).length === said.length);

    world.sandbox.fault({ kind: 'drop_socket', ms: 0 });
    said.push(...sayEverywhere('and now?'));
    await eventually(() => heard(only).length === said.length);
    expect([heard(only).toSorted(), connected()]).toEqual([said.toSorted(), each(4)]);
    expect(only.inbound.gaps).toHaveLength(GUILDS);
  });

  it('are not connected again by whoever has given them up', async () => {
    const api = createApi(DISCORD_TOKEN, world.apiUrl);
    let goOn = () => undefined as void;
    const mayConnect = new Promise<void>((resolve) => (goOn = resolve));
    const none = () => undefined;
    const client = createGatewayClient(
      {
        token: DISCORD_TOKEN,
        apiUrl: world.apiUrl,
        log: createLog('silent'),
        gateway: createGatewayInfo(api),
        identifyTurn: async () => undefined,
        hearsOfMembers: false,
      },
      { shard: 0, count: 1 },
      null,
      { onPacket: none, onUp: none, onLost: none, onEnd: none, mayConnect: () => mayConnect },
    );
    await client.connect();
    expect(connected()).toEqual(each(1));
    world.sandbox.fault({ kind: 'drop_socket', ms: 0 });
    // It waits half a second before each attempt.
    await pause(700);
    await client.destroy();
    goOn();
    await pause(200);
    expect(connected()).toEqual([]);
  });

  it('begin one after another in each bucket, whichever process has them', async () => {
    // The pace counts 20 times quicker than in life, so a quarter of a second lies between two.
    world.sandbox.sharding.change({ maxConcurrency: 2, identifyEveryMs: 40, recommended: 6 });
    const [one, other] = await Promise.all([start(), start()]);
    await eventually(() => connected().length === 6 && !one.adapter.problem() && !other.adapter.problem());

    expect(connected()).toEqual(each(6));
    expect(world.sandbox.sharding.tooSoon()).toBe(0);
  });

  it('are as many as Discord insists on, and whoever sets too few is told', async () => {
    world.sandbox.sharding.change({ guildsMax: 2 });
    const stubborn = await start(1);
    expect(stubborn.adapter.problem()).toContain('DISCORD_SHARDS');
    const other = await start();

    await eventually(() => !stubborn.adapter.problem() && !other.adapter.problem());
    expect(connected()).toEqual(each(4));
  });
});
