import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { dial, identify, resume } from './dial.ts';
import { BOT, FEEDBACK, GUILD, type Host, KASPER, NORA, openHost } from './host.ts';

describe('gateway protocol', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  it('refuses a wrong token', async () => {
    const gateway = await dial(host);
    gateway.send(identify({ token: 'wrong' }));
    expect(await gateway.closed).toBe(4004);
  });

  it('refuses intents that do not exist', async () => {
    const gateway = await dial(host);
    gateway.send(identify({ intents: 1 << 18 }));
    expect(await gateway.closed).toBe(4013);
  });

  it('refuses a shard there cannot be, and too few shards for its servers', async () => {
    const none = await dial(host);
    none.send(identify({ shard: [2, 2] }));
    expect(await none.closed).toBe(4010);
    host.sandbox.sharding.change({ guildsMax: 0 });
    const full = await dial(host);
    full.send(identify({ shard: [0, 1] }));
    expect(await full.closed).toBe(4011);
  });

  it('begins one session in a while in each bucket of shards', async () => {
    host.sandbox.sharding.change({ maxConcurrency: 1, identifyEveryMs: 60_000 });
    const [first, second] = [await dial(host), await dial(host)];
    first.send(identify({ shard: [0, 2] }));
    expect(await first.read()).toMatchObject({ t: 'READY' });
    second.send(identify({ shard: [1, 2] }));
    expect(await second.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it('tells a shard of its own servers, each session of it, and the first one of direct messages', async () => {
    const open = async (shard: number) => {
      const gateway = await dial(host);
      gateway.send(identify({ shard: [shard, 2] }));
      const ready = (await gateway.read()) as { d: { guilds: unknown[] } };
      if (ready.d.guilds.length > 0) await gateway.read();
      return { ...gateway, guilds: ready.d.guilds };
    };
    const theirs = Number((BigInt(GUILD) >> 22n) % 2n);
    const [own, twin, other] = [await open(theirs), await open(theirs), await open(1 - theirs)];
    expect([own.guilds, twin.guilds, other.guilds]).toEqual([[expect.anything()], [expect.anything()], []]);

    host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'in the server' });
    host.sandbox.createMessage({ as: KASPER, channel: BOT, text: 'to the bot alone' });
    const said = (content: string) => ({ t: 'MESSAGE_CREATE', d: { content } });
    expect(await own.read()).toMatchObject(said('in the server'));
    expect(await twin.read()).toMatchObject(said('in the server'));
    const first = theirs === 0 ? own : other;
    expect(await first.read()).toMatchObject(said('to the bot alone'));
  });

  it('acknowledges heartbeats', async () => {
    const gateway = await dial(host);
    gateway.send({ op: GatewayOpcodes.Heartbeat, d: null });
    expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.HeartbeatAck });
  });

  it('refuses what is not its protocol', async () => {
    const unknown = await dial(host);
    unknown.send({ op: 42 });
    expect(await unknown.closed).toBe(4001);
    const early = await dial(host);
    early.send({ op: GatewayOpcodes.RequestGuildMembers, d: { guild_id: GUILD, user_ids: [BOT] } });
    expect(await early.closed).toBe(4003);
    const twice = await dial(host);
    twice.send(identify());
    twice.send(identify());
    expect(await twice.closed).toBe(4005);
  });

  it('numbers its events and replays what a resuming client has missed', async () => {
    const first = await dial(host);
    first.send(identify());
    const ready = (await first.read()) as { s: number; d: { session_id: string } };
    const created = (await first.read()) as { s: number };
    expect([ready.s, created.s]).toEqual([1, 2]);
    first.cut();
    await first.closed;
    const { message } = host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text: 'While you were out',
    });

    const second = await dial(host);
    second.send(resume(ready.d.session_id, created.s));

    expect(await second.read()).toMatchObject({ t: 'MESSAGE_CREATE', s: 3, d: { id: message } });
    expect(await second.read()).toMatchObject({ t: 'RESUMED', s: 4 });
  });

  it('tells a client that resumes an unknown session to start anew', async () => {
    const gateway = await dial(host);
    gateway.send(resume('unknown', 3));
    expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it('ends the session of a client that says goodbye', async () => {
    const first = await dial(host);
    first.send(identify());
    const ready = (await first.read()) as { d: { session_id: string } };
    first.leave();
    await first.closed;

    const second = await dial(host);
    second.send(resume(ready.d.session_id, 1));
    expect(await second.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it('closes on a resume from an event it never sent', async () => {
    const first = await dial(host);
    first.send(identify());
    const ready = (await first.read()) as { d: { session_id: string } };
    first.cut();
    await first.closed;
    const second = await dial(host);
    second.send(resume(ready.d.session_id, 99));
    expect(await second.closed).toBe(4007);
  });

  it('holds back events whose intent was not asked for', async () => {
    const gateway = await dial(host);
    gateway.send(identify({ intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessageReactions }));
    await gateway.read();
    await gateway.read();

    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Unheard' });
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '🚩', present: true });

    expect(await gateway.read()).toMatchObject({ t: 'MESSAGE_REACTION_ADD' });
  });

  it('leaves a request for all members unanswered', async () => {
    const gateway = await dial(host);
    gateway.send(identify());
    await gateway.read();
    await gateway.read();
    gateway.send({ op: GatewayOpcodes.RequestGuildMembers, d: { guild_id: GUILD, query: '', limit: 0 } });
    gateway.send({
      op: GatewayOpcodes.RequestGuildMembers,
      d: { guild_id: GUILD, query: 'Nora', limit: 1, nonce: 'n1' },
    });
    expect(await gateway.read()).toMatchObject({
      t: 'GUILD_MEMBERS_CHUNK',
      d: { nonce: 'n1', members: [{ user: { id: NORA } }] },
    });
  });
});
