import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { SLACK_APP_TOKEN } from '../../../sandbox/seed.ts';
import { connect, type Envelope } from './socket-client.ts';
import { inbox, openWorkspace, type Workspace } from './workspace.ts';

interface Frame {
  type: string;
  reason?: string;
  payload?: Record<string, unknown>;
}

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const say = (text: string) =>
  workspace.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text }).message;
async function listening() {
  const { client, heard } = await connect(workspace, 500);
  const frames = inbox<Frame>();
  client.on('ws_message', (data: string) => frames.put(JSON.parse(data) as Frame));
  const acknowledged = async () => {
    const envelope: Envelope = await heard.next();
    await envelope.ack();
    return envelope;
  };
  return { client, heard, frames, acknowledged };
}

describe('Slack takes leave of connections', () => {
  it.each(['warning', 'refresh_requested'] as const)(
    'of one of several (%s), and events go on',
    async (reason) => {
      const [first, second] = [await listening(), await listening()];
      workspace.slack.fault({ kind: 'disconnect', reason });
      expect(await first.frames.next()).toMatchObject({ type: 'disconnect', reason });
      say('meanwhile');
      expect((await second.heard.next()).body.event.text).toBe('meanwhile');
      expect(second.frames.left().map(({ type }) => type)).not.toContain('disconnect');
      expect(workspace.slack.faults()).toEqual([]);
    },
  );

  it('of all when Socket Mode is switched off, and of every new one until it is on again', async () => {
    const { frames, client } = await listening();
    workspace.slack.fault({ kind: 'disconnect', reason: 'link_disabled' });
    expect(await frames.next()).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
    expect(await frames.next()).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
    expect(workspace.slack.community().appConnected).toBe(false);
    workspace.slack.clearFaults();
    expect(await frames.next()).toMatchObject({ type: 'hello' });
    await client.disconnect();
  });

  it('has nothing to do with what Discord says', async () => {
    const { frames } = await listening();
    workspace.slack.fault({ kind: 'disconnect', reason: 'invalid_session' });
    say('goes on');
    expect(await frames.next()).toMatchObject({ type: 'events_api' });
  });
});

describe('Slack leaves events out', () => {
  it('and says so once', async () => {
    const frames = await bareSocket();
    expect(await frames.next()).toMatchObject({ type: 'hello' });
    workspace.slack.fault({ kind: 'events_limited', times: 2 });
    for (const text of ['one', 'two', 'three']) say(text);
    const payloads = [await frames.next(), await frames.next()].map(({ payload }) => payload);
    expect(payloads).toMatchObject([
      { type: 'app_rate_limited', minute_rate_limited: expect.any(Number) },
      { event: { text: 'three' } },
    ]);
  });
});

/** Slack's own client stumbles over a payload without an event, and the process with it. */
async function bareSocket() {
  const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SLACK_APP_TOKEN}` },
  });
  const { url } = (await answer.json()) as { url: string };
  const socket = new WebSocket(url);
  workspace.before(async () => socket.terminate());
  const frames = inbox<Frame>();
  socket.on('message', (data: Buffer) => frames.put(JSON.parse(data.toString('utf8')) as Frame));
  return frames;
}

describe('an event that nobody would send', () => {
  it('is sent as it is', async () => {
    const { acknowledged } = await listening();
    workspace.slack.fault({
      kind: 'raw_event',
      payload: { type: 'event_callback', event: { type: 'brand_new', text: 'as it is' } },
    });
    expect((await acknowledged()).body.event).toEqual({ type: 'brand_new', text: 'as it is' });
  });
});
