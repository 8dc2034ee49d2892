import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SocketModeClient } from '@slack/socket-mode';
import { WebSocket } from 'ws';
import { SLACK_APP_TOKEN } from '../../../sandbox/seed.ts';
import type { Offered } from '../../../sandbox/slack/outgoing.ts';
import { connect } from './socket-client.ts';
import {
  client,
  inbox,
  openWorkspace,
  quiet,
  type Workspace,
  until,
  type WorkspaceOptions,
} from './workspace.ts';

let workspace: Workspace;

async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace(options);
}
beforeEach(() => open());
afterEach(() => workspace.close());

const say = (text: string, channel = 'C0GENERAL', as = 'U0ALMA') =>
  workspace.slack.createMessage({ as, channel, text }).message;

const knock = (address: string) =>
  new Promise<string>((resolve) => {
    const socket = new WebSocket(address);
    workspace.before(async () => socket.close());
    socket.on('message', (data: Buffer) => resolve((JSON.parse(data.toString()) as { type: string }).type));
    socket.on('error', () => resolve('refused'));
  });

describe('delivery', () => {
  it('goes to one socket at a time, in turn', async () => {
    const first = await connect(workspace);
    const second = await connect(workspace);
    for (const text of ['1', '2', '3', '4']) say(text);
    const texts = async ({ heard }: typeof first) =>
      [await heard.next(), await heard.next()].map(({ body }) => body.event.text);

    const both = [await texts(first), await texts(second)];
    expect(both.map((list) => new Set(list))).toEqual(
      expect.arrayContaining([new Set(['1', '3']), new Set(['2', '4'])]),
    );
    expect([...first.heard.left(), ...second.heard.left()]).toEqual([]);
  });

  it('waits for the first socket', async () => {
    say('early');
    const { heard } = await connect(workspace);
    expect((await heard.next()).body.event.text).toBe('early');
  });

  it('repeats what was not acknowledged to the next socket, at once when the first goes', async () => {
    const first = await connect(workspace);
    say('once');
    const lost = await first.heard.next();
    const second = await connect(workspace);
    await first.client.disconnect();

    const again = await second.heard.next();
    expect([again.envelope_id, again.body.event_id]).toEqual([lost.envelope_id, lost.body.event_id]);
    expect([lost.retry_num, again.retry_num]).toEqual([0, 1]);
    await again.ack();
  });

  it('repeats what was not acknowledged in time, and gives up after the third repetition', async () => {
    await workspace.close();
    await open({ timings: { ackWithinMs: 20, retryAfterMs: [0, 10, 20] } });
    const { heard } = await connect(workspace);
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

  it('tells whoever measures of each try, and whether it was acknowledged', async () => {
    await workspace.close();
    const offered = inbox<Offered>();
    await open({
      timings: { ackWithinMs: 1_000, retryAfterMs: [0] },
      onOffered: (each) => offered.put(each),
    });
    const { heard } = await connect(workspace);
    say('once');
    await heard.next();
    await (await heard.next()).ack();
    const [missed, taken] = [await offered.next(), await offered.next()];
    expect([missed, taken]).toMatchObject([
      { kind: 'events_api', payload: { event: { text: 'once' } }, isAcknowledged: false },
      { kind: 'events_api', payload: { event: { text: 'once' } }, isAcknowledged: true },
    ]);
    expect(missed.tookMs).toBeGreaterThan(taken.tookMs);
  });

  it('does not repeat what was acknowledged', async () => {
    const { client: bare, heard } = await connect(workspace);
    say('first');
    await (await heard.next()).ack();
    say('second');
    await heard.next();
    await bare.disconnect();

    const next = await connect(workspace);
    expect((await next.heard.next()).body.event.text).toBe('second');
    expect(next.heard.left()).toEqual([]);
  });

  it('refuses an eleventh socket', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => connect(workspace)));
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

    expect(url).toMatch(new RegExp(`^ws://${new URL(workspace.url).host}/slack/socket\\?ticket=`));
    expect(await knock(url)).toBe('hello');
    expect(await knock(url)).toBe('refused');
    expect(await knock(url.replace(/ticket=\w+/, 'ticket=other'))).toBe('refused');
  });
});

const knockRaw = async (autoPong: boolean) => {
  await workspace.close();
  // Who answers has until the next one for it, on however busy a machine.
  await open({ timings: { pingEveryMs: autoPong ? 500 : 10 } });
  const { url = '' } = await client(workspace.apiUrl, SLACK_APP_TOKEN).apps.connections.open({});
  const socket = new WebSocket(url, { autoPong });
  workspace.before(async () => socket.terminate());
  return socket;
};

describe('a socket', () => {
  it('is pinged, again and again as long as it answers', async () => {
    const socket = await knockRaw(true);
    const pings = inbox<string>();
    socket.on('ping', () => pings.put('ping'));
    socket.on('close', () => pings.put('close'));
    expect([await pings.next(), await pings.next(), await pings.next()]).toEqual(['ping', 'ping', 'ping']);
  });

  it('is cut when it no longer answers', async () => {
    const socket = await knockRaw(false);
    await new Promise((resolve) => void socket.once('close', resolve));
    await until(workspace, () => !workspace.slack.community().appConnected);
  });
});

describe('a dropped socket', () => {
  it('comes back when new ones are no longer refused, and what was said meanwhile arrives', async () => {
    const { heard } = await connect(workspace, 500);
    // Longer than the client waits before it knocks again.
    workspace.slack.fault({ kind: 'drop_socket', ms: 800 });
    await until(workspace, () => !workspace.slack.community().appConnected);
    say('meanwhile');
    expect((await heard.next()).body.event.text).toBe('meanwhile');
  });

  it('is taken leave of when it is dropped for 0 ms, as Slack does every few hours', async () => {
    const { client: bare, heard } = await connect(workspace, 500);
    const frames = inbox<{ type: string; reason: string }>();
    bare.on('ws_message', (data: string) => frames.put(JSON.parse(data) as { type: string; reason: string }));
    workspace.slack.fault({ kind: 'drop_socket', ms: 0 });

    expect(await frames.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await until(workspace, () => !workspace.slack.community().appConnected);
    say('meanwhile');
    expect((await heard.next()).body.event.text).toBe('meanwhile');
  });
});

describe('events in trouble', () => {
  it('arrive twice, with the same event id and no sign of a repetition', async () => {
    const { heard } = await connect(workspace);
    workspace.slack.fault({ kind: 'redeliver', times: 1 });
    say('one');
    say('two');
    const [first, second, third] = [await heard.next(), await heard.next(), await heard.next()];
    expect(second.body.event_id).toBe(first.body.event_id);
    expect(second.retry_num).toBe(0);
    expect(third.body.event.text).toBe('two');
  });

  it('arrive in reverse order', async () => {
    const { heard } = await connect(workspace);
    workspace.slack.fault({ kind: 'reorder', times: 3 });
    for (const text of ['1', '2', '3', '4']) say(text);
    const texts = [await heard.next(), await heard.next(), await heard.next(), await heard.next()];
    expect(texts.map(({ body }) => body.event.text)).toEqual(['3', '2', '1', '4']);
  });

  it('are let go when the faults are cleared', async () => {
    const { heard } = await connect(workspace);
    workspace.slack.fault({ kind: 'reorder', times: 3 });
    say('held');
    workspace.slack.clearFaults();
    expect((await heard.next()).body.event.text).toBe('held');
    expect(workspace.slack.faults()).toEqual([]);
  });

  it('arrive late', async () => {
    const { heard } = await connect(workspace);
    workspace.slack.fault({ kind: 'delay', times: 1, ms: 30 });
    say('late');
    say('punctual');
    const texts = [await heard.next(), await heard.next()];
    expect(texts.map(({ body }) => body.event.text)).toEqual(['punctual', 'late']);
  });
});
