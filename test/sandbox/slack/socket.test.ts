import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SocketModeClient } from '@slack/socket-mode';
import { WebSocket } from 'ws';
import { SLACK_APP_TOKEN } from '../../../sandbox/seed.ts';
import {
  inbox,
  openWorkspace,
  quiet,
  socketApp,
  type Workspace,
  type WorkspaceOptions,
} from './workspace.ts';

interface Envelope {
  ack: (response?: Record<string, unknown>) => Promise<void>;
  type: string;
  envelope_id: string;
  retry_num?: number;
  retry_reason?: string;
  body: {
    event_id: string;
    authorizations: unknown[];
    event: Record<string, unknown> & { type: string; subtype?: string; text?: string };
  };
}

let workspace: Workspace;
const closers: (() => Promise<unknown>)[] = [];

async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace(options);
}
beforeEach(() => open());
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  await workspace.close();
});

/** The bare Socket Mode client, which acknowledges nothing by itself. */
async function connect() {
  const client = new SocketModeClient({
    appToken: SLACK_APP_TOKEN,
    logger: quiet,
    // A lost socket comes back after so long.
    clientPingTimeout: 100,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
  });
  const heard = inbox<Envelope>();
  client.on('slack_event', (envelope: Envelope) => heard.put(envelope));
  await client.start();
  closers.push(() => client.disconnect());
  return { client, heard };
}

const say = (text: string, channel = 'C0GENERAL', as = 'U0ALMA') =>
  workspace.slack.createMessage({ as, channel, text }).message;
const until = (condition: () => boolean) =>
  new Promise<void>((resolve) => {
    const check = () => {
      if (!condition()) return;
      stop();
      resolve();
    };
    const stop = workspace.slack.onChange(check);
    check();
  });

describe('a Bolt app on Socket Mode', () => {
  it('hears of reactions that come and go, and counts as connected', async () => {
    const heard = inbox<unknown>();
    const { stop } = await socketApp(workspace, (app) => {
      app.event('reaction_added', async ({ event }) => heard.put(event));
      app.event('reaction_removed', async ({ event }) => heard.put(event));
    });
    closers.push(stop);
    const message = say('It is broken');
    const reaction = { as: 'U0MIA', channel: 'C0GENERAL', message, emoji: '👍🏽' };
    workspace.slack.react({ ...reaction, present: true });
    workspace.slack.react({ ...reaction, present: false });

    const event = {
      user: 'U0MIA',
      reaction: '+1::skin-tone-4',
      item: { type: 'message', channel: 'C0GENERAL', ts: message },
      item_user: 'U0ALMA',
    };
    expect(await heard.next()).toMatchObject({ type: 'reaction_added', ...event });
    expect(await heard.next()).toMatchObject({ type: 'reaction_removed', ...event });
    expect(workspace.slack.community().appConnected).toBe(true);
  });

  it('hears what is said in public, in private and in direct messages, and by which kind of channel', async () => {
    const heard = inbox<unknown>();
    const { stop } = await socketApp(workspace, (app) =>
      app.event('message', async ({ event }) => heard.put(event)),
    );
    closers.push(stop);
    say('public');
    say('private', 'C0TRIAGE', 'U0MIA');
    say('direct', 'U0HEARBACK', 'U0ALMA');

    expect(await heard.next()).toMatchObject({ text: 'public', channel_type: 'channel', user: 'U0ALMA' });
    expect(await heard.next()).toMatchObject({ text: 'private', channel_type: 'group' });
    expect(await heard.next()).toMatchObject({ text: 'direct', channel_type: 'im' });
  });
});

describe('events', () => {
  it('come in the envelope of the Events API', async () => {
    const { heard } = await connect();
    const ts = say('Hello');
    expect((await heard.next()).body).toMatchObject({
      type: 'event_callback',
      team_id: 'T0RIVERSIDE',
      context_team_id: 'T0RIVERSIDE',
      api_app_id: 'A0HEARBACK',
      event_id: expect.stringMatching(/^Ev/),
      event_time: Math.floor(Number(ts)),
      authorizations: [{ team_id: 'T0RIVERSIDE', user_id: 'U0HEARBACK', is_bot: true }],
      event: { type: 'message', channel: 'C0GENERAL', ts, event_ts: ts },
    });
  });

  it('come only from channels the bot is in', async () => {
    const { heard } = await connect();
    say('unheard', 'C0OFFTOPIC');
    say('heard');
    expect((await heard.next()).body.event.text).toBe('heard');
  });

  it('come only with the scope they need', async () => {
    const { heard } = await connect();
    workspace.slack.fault({ kind: 'missing_scope', scope: 'channels:history' });
    say('unheard');
    say('heard', 'C0TRIAGE', 'U0MIA');
    expect((await heard.next()).body.event.text).toBe('heard');
  });

  it('tell of edits and deletions with what was there before', async () => {
    const { heard } = await connect();
    const message = say('one');
    workspace.slack.editMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message, text: 'two' });
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message });
    await heard.next();

    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_changed',
      message: { ts: message, text: 'two', edited: { user: 'U0ALMA' } },
      previous_message: { ts: message, text: 'one' },
    });
    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: message,
      previous_message: { text: 'two' },
    });
  });

  it('tell of the deleted root of a thread as a change to a tombstone, and of the stone when its last reply goes', async () => {
    const { heard } = await connect();
    const root = say('root');
    const reply = workspace.slack.createMessage({
      as: 'U0MIA',
      channel: 'C0GENERAL',
      text: 'reply',
      thread: root,
    });
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message: root });
    workspace.slack.deleteMessage({ as: 'U0MIA', channel: 'C0GENERAL', message: reply.message });
    await heard.next();
    await heard.next();

    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts: root },
      previous_message: { text: 'root' },
    });
    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: reply.message,
    });
    expect((await heard.next()).body.event).toMatchObject({ subtype: 'message_deleted', deleted_ts: root });
  });

  it("tell the bot of its own messages, with the bot's id", async () => {
    const { heard } = await connect();
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'Hello' });
    expect((await heard.next()).body.event).toMatchObject({
      user: 'U0HEARBACK',
      bot_id: 'B0HEARBACK',
      text: 'Hello',
    });
  });

  it('do not tell of ephemerals', async () => {
    const { heard } = await connect();
    await workspace.web.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0MIA', text: 'Psst' });
    say('heard');
    expect((await heard.next()).body.event.text).toBe('heard');
  });
});

describe('delivery', () => {
  it('goes to one socket at a time, in turn', async () => {
    const first = await connect();
    const second = await connect();
    for (const text of ['1', '2', '3', '4']) say(text);
    const texts = async ({ heard }: typeof first) =>
      [await heard.next(), await heard.next()].map(({ body }) => body.event.text);

    const both = [await texts(first), await texts(second)];
    expect(both.map((list) => list.toSorted()).toSorted()).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
    expect([...first.heard.left(), ...second.heard.left()]).toEqual([]);
  });

  it('waits for the first socket', async () => {
    say('early');
    const { heard } = await connect();
    expect((await heard.next()).body.event.text).toBe('early');
  });

  it('repeats what was not acknowledged to the next socket, at once when the first goes', async () => {
    const first = await connect();
    say('once');
    const lost = await first.heard.next();
    const second = await connect();
    await first.client.disconnect();

    const again = await second.heard.next();
    expect([again.envelope_id, again.body.event_id]).toEqual([lost.envelope_id, lost.body.event_id]);
    expect([lost.retry_num, again.retry_num]).toEqual([0, 1]);
    await again.ack();
  });

  it('repeats what was not acknowledged in time, and gives up after the third repetition', async () => {
    await workspace.close();
    await open({ timings: { ackWithinMs: 20, retryAfterMs: [0, 10, 20] } });
    const { heard } = await connect();
    say('once');
    const attempts = [await heard.next(), await heard.next(), await heard.next(), await heard.next()];
    expect(attempts.map(({ retry_num: num, retry_reason: reason }) => [num, reason])).toEqual([
      [0, ''],
      [1, 'http_timeout'],
      [2, 'http_timeout'],
      [3, 'http_timeout'],
    ]);

    say('next');
    expect((await heard.next()).body.event.text).toBe('next');
  });

  it('does not repeat what was acknowledged', async () => {
    const { client, heard } = await connect();
    say('first');
    await (await heard.next()).ack();
    say('second');
    await heard.next();
    await client.disconnect();

    const next = await connect();
    expect((await next.heard.next()).body.event.text).toBe('second');
    expect(next.heard.left()).toEqual([]);
  });

  it('refuses an eleventh socket', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => connect()));
    const eleventh = new SocketModeClient({
      appToken: SLACK_APP_TOKEN,
      logger: quiet,
      autoReconnectEnabled: false,
      clientOptions: { slackApiUrl: workspace.apiUrl },
    });
    await expect(eleventh.start()).rejects.toBeUndefined();
    expect(sockets).toHaveLength(10);
  });

  it('opens a socket once per address, and for none that it has not given', async () => {
    const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SLACK_APP_TOKEN}` },
    });
    const { url } = (await answer.json()) as { url: string };
    const knock = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        closers.push(async () => socket.close());
        socket.on('message', (data: Buffer) =>
          resolve((JSON.parse(data.toString()) as { type: string }).type),
        );
        socket.on('error', () => resolve('refused'));
      });

    expect(url).toMatch(new RegExp(`^ws://${new URL(workspace.url).host}/slack/socket\\?ticket=`));
    expect(await knock(url)).toBe('hello');
    expect(await knock(url)).toBe('refused');
    expect(await knock(url.replace(/ticket=\w+/, 'ticket=other'))).toBe('refused');
  });
});

describe('a dropped socket', () => {
  it('comes back when new ones are no longer refused, and what was said meanwhile arrives', async () => {
    const { heard } = await connect();
    // Longer than the client waits before it knocks again.
    workspace.slack.fault({ kind: 'drop_socket', ms: 250 });
    await until(() => !workspace.slack.community().appConnected);
    say('meanwhile');
    expect((await heard.next()).body.event.text).toBe('meanwhile');
  });

  it('is taken leave of when it is dropped for 0 ms, as Slack does every few hours', async () => {
    const { client, heard } = await connect();
    const frames = inbox<{ type: string; reason: string }>();
    client.on('ws_message', (data: string) =>
      frames.put(JSON.parse(data) as { type: string; reason: string }),
    );
    workspace.slack.fault({ kind: 'drop_socket', ms: 0 });

    expect(await frames.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await until(() => !workspace.slack.community().appConnected);
    say('meanwhile');
    expect((await heard.next()).body.event.text).toBe('meanwhile');
  });
});

describe('events in trouble', () => {
  it('arrive twice, with the same event id and no sign of a repetition', async () => {
    const { heard } = await connect();
    workspace.slack.fault({ kind: 'redeliver', times: 1 });
    say('one');
    say('two');
    const [first, second, third] = [await heard.next(), await heard.next(), await heard.next()];
    expect(second.body.event_id).toBe(first.body.event_id);
    expect(second.retry_num).toBe(0);
    expect(third.body.event.text).toBe('two');
  });

  it('arrive in reverse order', async () => {
    const { heard } = await connect();
    workspace.slack.fault({ kind: 'reorder', times: 3 });
    for (const text of ['1', '2', '3', '4']) say(text);
    const texts = [await heard.next(), await heard.next(), await heard.next(), await heard.next()];
    expect(texts.map(({ body }) => body.event.text)).toEqual(['3', '2', '1', '4']);
  });

  it('are let go when the faults are cleared', async () => {
    const { heard } = await connect();
    workspace.slack.fault({ kind: 'reorder', times: 3 });
    say('held');
    workspace.slack.clearFaults();
    expect((await heard.next()).body.event.text).toBe('held');
    expect(workspace.slack.faults()).toEqual([]);
  });

  it('arrive late', async () => {
    const { heard } = await connect();
    workspace.slack.fault({ kind: 'delay', times: 1, ms: 30 });
    say('late');
    say('punctual');
    const texts = [await heard.next(), await heard.next()];
    expect(texts.map(({ body }) => body.event.text)).toEqual(['punctual', 'late']);
  });
});
