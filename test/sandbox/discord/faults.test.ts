import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIMessage, type Client, DiscordAPIError, Events, HTTPError, REST, Routes } from 'discord.js';
import { WebSocket } from 'ws';
import { FEEDBACK, GENERAL, type Host, KASPER, next, NORA, openHost, TRIAGE } from './host.ts';

describe('faults', () => {
  let host: Host;
  let strict: REST;
  beforeEach(async () => {
    host = await openHost();
    // Repeats nothing and waits for nothing, as a client that keeps its own ledger does.
    strict = new REST({
      api: `${host.url}/discord/api`,
      version: '10',
      retries: 0,
      rejectOnRateLimit: () => true,
    }).setToken('sandbox.discord.token');
  });
  afterEach(() => host.close());

  const says = (text: string, channel = FEEDBACK) =>
    host.sandbox.createMessage({ as: KASPER, channel, text }).message;
  const post = (content: string, channel = FEEDBACK) =>
    strict.post(Routes.channelMessages(channel), { body: { content } });
  const shown = () => host.sandbox.messages({ as: KASPER, channel: FEEDBACK }).map(({ text }) => text);

  it('redeliver: the next events come twice, then no more', async () => {
    const heard = hear(await host.login(), 3);
    host.sandbox.fault({ kind: 'redeliver', times: 1 });
    const [one, two] = [says('one'), says('two')];
    expect(await heard).toEqual([one, one, two]);
    expect(host.sandbox.faults()).toEqual([]);
  });

  it('redeliver: leaves what the bot does itself alone', async () => {
    const heard = hear(await host.login(), 3);
    host.sandbox.fault({ kind: 'redeliver', times: 1 });
    const { id } = (await post('own')) as APIMessage;
    const one = says('one');
    expect(await heard).toEqual([id, one, one]);
  });

  it('reorder: the next events are held and come in reverse', async () => {
    const heard = hear(await host.login(), 4);
    host.sandbox.fault({ kind: 'reorder', times: 3 });
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((text) => says(text));
    expect(await heard).toEqual([three, two, one, four]);
  });

  it('reorder: what is held comes when faults are cleared', async () => {
    const heard = hear(await host.login(), 2);
    host.sandbox.fault({ kind: 'reorder', times: 5 });
    const [one, two] = [says('one'), says('two')];
    host.sandbox.clearFaults();
    expect(await heard).toEqual([two, one]);
  });

  it('delay: the next event is overtaken by the one after it', async () => {
    const heard = hear(await host.login(), 2);
    host.sandbox.fault({ kind: 'delay', times: 1, ms: 100 });
    const [one, two] = [says('one'), says('two')];
    expect(await heard).toEqual([two, one]);
  });

  it('drop_socket: the client comes back, resumes and has missed nothing', async () => {
    const client = await host.login();
    const resumed = next(client, Events.ShardResume);
    const heard = hear(client, 1);
    host.sandbox.fault({ kind: 'drop_socket', ms: 0 });
    const message = says('meanwhile');
    await resumed;
    expect(await heard).toEqual([message]);
    expect(host.sandbox.community().appConnected).toBe(true);
  });

  it('drop_socket: new sockets are refused for the time asked', async () => {
    const client = await host.login();
    const down = next(client, Events.ShardReconnecting);
    host.sandbox.fault({ kind: 'drop_socket', ms: 60_000 });
    await down;
    expect(host.sandbox.faults()).toMatchObject([{ kind: 'drop_socket' }]);
    expect(await canDial(host.url)).toBe(false);
    expect(host.sandbox.community().appConnected).toBe(false);
    const back = Promise.race([next(client, Events.ShardResume), next(client, Events.ShardReady)]);
    host.sandbox.clearFaults();
    await back;
    expect(host.sandbox.community().appConnected).toBe(true);
  });

  it('rate_limit: answers 429 and when to come back', async () => {
    host.sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 7 });
    const answer = await fetch(`${host.url}/discord/api/v10/users/@me`);
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
      429,
      '7',
      { message: 'You are being rate limited.', retry_after: 7, global: false },
    ]);
    expect(host.sandbox.calls().at(-1)).toMatchObject({ status: 429 });
  });

  it('rate_limit: is seen by discord.js with the time to wait', async () => {
    host.sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 7 });
    await expect(post('x')).rejects.toMatchObject({
      name: expect.stringContaining('RateLimitError'),
      retryAfter: 7_050,
    });
    expect(shown()).toEqual([]);
  });

  it('rate_limit: only the calls it names', async () => {
    host.sandbox.fault({
      kind: 'rate_limit',
      times: 1,
      retryAfterS: 7,
      method: `POST /channels/${FEEDBACK}`,
    });
    await post('elsewhere', GENERAL);
    await strict.get(Routes.channelMessages(FEEDBACK));
    await expect(post('here')).rejects.toMatchObject({ name: expect.stringContaining('RateLimitError') });
  });

  it('rate_limit: holds up only calls of the same kind', async () => {
    await post('The client learns which calls count together');
    await strict.get(Routes.channelMessages(FEEDBACK));
    host.sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 600, method: 'POST' });
    await expect(post('x')).rejects.toThrow();
    await expect(strict.get(Routes.channelMessages(FEEDBACK))).resolves.toHaveLength(1);
  });

  it('server_error: nothing is carried out', async () => {
    host.sandbox.fault({ kind: 'server_error', times: 1, status: 503 });
    await expect(post('lost')).rejects.toBeInstanceOf(HTTPError);
    expect(shown()).toEqual([]);
    await post('kept');
    expect(shown()).toEqual(['kept']);
  });

  it('lost_answer: the call is carried out and its connection cut', async () => {
    host.sandbox.fault({ kind: 'lost_answer', times: 1, method: '/messages' });
    await expect(post('unknown')).rejects.not.toBeInstanceOf(DiscordAPIError);
    expect(shown()).toEqual(['unknown']);
  });

  it('lost_answer: a repeat with the nonce finds the first', async () => {
    host.sandbox.fault({ kind: 'lost_answer', times: 1 });
    const body = { content: 'once', nonce: 'mark', enforce_nonce: true };
    await expect(strict.post(Routes.channelMessages(FEEDBACK), { body })).rejects.toThrow();
    await strict.post(Routes.channelMessages(FEEDBACK), { body });
    expect(shown()).toEqual(['once']);
  });

  it('are listed with what is left of them, and forgotten when cleared', () => {
    host.sandbox.fault({ kind: 'redeliver', times: 3 });
    host.sandbox.fault({ kind: 'dms_closed', person: NORA });
    expect(host.sandbox.faults()).toEqual([
      { kind: 'redeliver', times: 3 },
      { kind: 'dms_closed', person: NORA },
    ]);
    host.sandbox.clearFaults();
    expect(host.sandbox.faults()).toEqual([]);
    expect(host.sandbox.messages({ as: NORA, channel: TRIAGE })).toEqual([]);
  });
});

function canDial(url: string): Promise<boolean> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/discord/gateway`);
  return new Promise((resolve) => {
    socket.on('error', () => resolve(false));
    socket.on('open', () => {
      socket.terminate();
      resolve(true);
    });
  });
}

/** Ids of the messages a client hears of, up to `count`. */
function hear(client: Client, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const heard: string[] = [];
    // As they come in: what discord.js has cached it does not announce again.
    client.on(Events.Raw, ({ t, d }: { t: string; d: APIMessage }) => {
      if (t === 'MESSAGE_CREATE' && heard.push(d.id) === count) resolve(heard);
    });
  });
}
