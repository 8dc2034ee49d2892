import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { createAdapters } from '../../src/adapters/index.ts';
import { createApi } from '../../src/adapters/discord/api.ts';
import { createRest, TooMany } from '../../src/adapters/discord/rest.ts';
import { clientOptions } from '../../src/adapters/slack/clients.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Content } from '../../src/chat/card.ts';
import type { Pace } from '../../src/chat/pace.ts';
import { paragraph } from '../../src/chat/rich.ts';
import { RateLimited } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { createPace } from '../../src/store/pace.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { STAGES } from '../support/world.ts';

const log = createLog('silent');

describe('a rate limit that comes all the same', () => {
  let record: TestRecord;
  let sandbox: Sandbox;

  beforeAll(async () => {
    record = await testRecord();
    sandbox = await startSandbox({ port: 0, dataDir: null });
  });
  afterAll(async () => {
    await sandbox.close();
    await record.drop();
  });
  beforeEach(async () => {
    await record.pool.query('truncate hearback.pace, hearback.pace_turn, hearback.pace_limit');
  });

  describe.each(STAGES)('on $platform', ({ platform, workspaceId, member, channels }) => {
    /** The adapter of one program; every one has its own connections to the one record. */
    const program = (pace: Pace = createPace(record.connect(), { log })): ChatAdapter => {
      const { env } = sandbox;
      const settings = {
        slack:
          platform === 'slack' ? { botToken: env['SLACK_BOT_TOKEN']!, apiUrl: env['SLACK_API_URL']! } : null,
        discord:
          platform === 'discord' ? { token: env['DISCORD_TOKEN']!, apiUrl: env['DISCORD_API_URL']! } : null,
      };
      const [adapter] = createAdapters(settings, [workspaceId], log, pace);
      return adapter!;
    };
    const words: Content = { type: 'reply', blocks: [paragraph('hello')] };
    const inChannel = (channelId = channels.open) => ({ type: 'channel', workspaceId, channelId }) as const;
    const aMessage = () => {
      const made = sandbox[platform].createMessage({ as: member.id, channel: channels.open, text: 'broken' });
      return { workspaceId, channelId: made.channel, messageId: made.message };
    };
    const method = platform === 'slack' ? 'chat.postMessage' : `POST /channels/${channels.open}/messages`;
    const calls = () => sandbox[platform].calls().filter((call) => call.method.includes(method)).length;
    const waitOf = (work: Promise<unknown>) =>
      work.then(
        () => 0,
        (error: unknown) => {
          if (error instanceof RateLimited) return error.afterMs;
          throw error;
        },
      );

    afterEach(() => sandbox[platform].clearFaults());

    it('holds back the same call in every program, and no other call', async () => {
      const [one, other] = [program(), program()];
      sandbox[platform].fault({ kind: 'rate_limit', times: 1, retryAfterS: 30, method });

      expect(await waitOf(one.post(inChannel(), words, 'm1'))).toBe(30_000);
      const before = calls();
      expect(await waitOf(other.post(inChannel(), words, 'm2'))).toBeGreaterThan(28_000);
      expect(await waitOf(one.post(inChannel(), words, 'm3'))).toBeGreaterThan(28_000);

      expect(calls()).toBe(before);
      await other.react(aMessage(), '👀', true);
      await other.fetchMessage(aMessage());
    });

    it('asks for nobody’s turn twice: what was put off goes through at its own moment', async () => {
      const [one, other] = [program(), program()];
      const marks = Array.from({ length: 8 }, (_, index) => `turn${index}`);
      const waits = await Promise.all(
        marks.map((mark, index) => waitOf((index % 2 ? one : other).awaitTurn(inChannel(), mark))),
      );

      const atOnce = platform === 'slack' ? 3 : 5;
      // One whose moment was near has waited for it.
      const through = waits.filter((waitMs) => waitMs === 0).length;
      expect([atOnce, atOnce + 1]).toContain(through);
      const later = await Promise.all(
        marks.map((mark, index) => waitOf((index % 2 ? other : one).awaitTurn(inChannel(), mark))),
      );
      expect(later.filter((waitMs) => waitMs === 0).length).toBeGreaterThanOrEqual(through);
      for (const [index, waitMs] of later.entries()) expect(waitMs).toBeLessThanOrEqual(waits[index]!);
    });

    it('gives a message of ours its turn before it is drawn: what has none costs no drawing', async () => {
      const adapter = program();
      const posted = await adapter.post(inChannel(), words, 'drawn');
      const changed: Content = { type: 'reply', blocks: [paragraph('changed')] };
      await adapter.awaitTurnToUpdate(posted);
      const update = platform === 'slack' ? 'chat.update' : 'PATCH /channels/';
      sandbox[platform].fault({ kind: 'rate_limit', times: 1, retryAfterS: 30, method: update });

      expect(await waitOf(adapter.update(posted, words))).toBe(30_000);
      expect(await waitOf(adapter.awaitTurnToUpdate(posted))).toBeGreaterThan(28_000);
      // It takes the turn of the update itself, not another one.
      const ticket = 'select count(*)::int as turns from hearback.pace_turn where ticket is not null';
      const { rows } = await record.pool.query<{ turns: number }>(ticket);
      expect(await waitOf(adapter.update(posted, changed))).toBeGreaterThan(28_000);
      expect((await record.pool.query(ticket)).rows).toEqual(rows);
      expect(rows[0]!.turns).toBeGreaterThan(0);
    });

    it('does not hold up what a person waits for', async () => {
      const pace = createPace(record.connect(), { log });
      const adapter = program(pace);
      sandbox[platform].fault({ kind: 'rate_limit', times: 1, retryAfterS: 30, method });
      await waitOf(adapter.post(inChannel(), words, 'limited'));
      expect(await waitOf(adapter.post(inChannel(), words, 'held'))).toBeGreaterThan(0);

      expect(await waitOf(pace.urgently(() => adapter.post(inChannel(), words, 'for somebody')))).toBe(0);
    });
  });

  describe('whatever its header says', () => {
    let server: Server;
    let header: string | null;
    let body = '';
    let url: string;

    beforeAll(async () => {
      server = createServer((request, response) => {
        request.resume();
        response.writeHead(429, {
          'content-type': 'application/json',
          ...(header !== null && { 'retry-after': header }),
        });
        response.end(body);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    });
    beforeEach(() => {
      body = '{"ok":false,"error":"ratelimited"}';
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it.each([null, '0', '-1', 'NaN', 'Sat, 01 Jan 2050 00:00:00 GMT', '1e12', ''])(
      'is a rate limit with a sensible wait for both clients: %j',
      async (said) => {
        header = said;
        const slack = new WebClient('xoxb-1', clientOptions(`${url}/`, 0));
        const ofSlack: unknown = await slack.chat
          .postMessage({ channel: 'C1', text: 'x' })
          .catch((error: unknown) => error);
        const discord = createRest(url, () => {}).setToken('t');
        const ofDiscord: unknown = await discord
          .post('/channels/1/messages')
          .catch((error: unknown) => error);

        const { retryAfter } = ofSlack as { retryAfter: number };
        expect(retryAfter).toBeGreaterThanOrEqual(1);
        expect(retryAfter).toBeLessThanOrEqual(3_600);
        expect(ofDiscord).toBeInstanceOf(TooMany);
        expect((ofDiscord as TooMany).afterMs).toBeGreaterThanOrEqual(1_000);
        expect((ofDiscord as TooMany).afterMs).toBeLessThanOrEqual(3_600_000);
      },
    );

    it.each([
      ['{"retry_after":12.5,"global":true}', 12_500, 'global'],
      ['{"retry_after":12.5,"global":false}', 12_500, 'route'],
      ['{"retry_after":3,"code":30046}', 60_000, 'message'],
      ['no JSON at all', 5_000, 'route'],
    ])('is read from the body where there is no header: %s', async (said, afterMs, scope) => {
      [header, body] = [null, said];
      const discord = createRest(url, () => {}).setToken('t');
      await expect(discord.patch('/channels/1/messages/2')).rejects.toMatchObject({ afterMs, scope });
    });

    it('is none when Discord means the person, not the pace', async () => {
      [header, body] = ['60', '{"message":"You are opening direct messages too fast.","code":40003}'];
      const api = createApi('t', url);
      await expect(api.post({ route: '/users/@me/channels' })).rejects.toMatchObject({
        code: 'PERSON_UNREACHABLE',
      });
    });
  });
});
