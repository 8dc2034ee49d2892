import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/index.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { createLog } from '../../../src/log.ts';
import { recordInbound, type RecordedInbound } from '../contract/scene.ts';
import { openTinySlack, reactionAdded, type TinySlack } from './tiny-slack.ts';

const envelope = (id: string, payload: object, type = 'events_api') =>
  JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: false });
const reaction = (id: string, team = 'T1') => envelope(id, reactionAdded(`Ev-${id}`, team));

describe('a Slack adapter', () => {
  let slack: TinySlack;
  let inbound: RecordedInbound;
  let adapters: ChatAdapter[];
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  const adapter = (change: Partial<SlackOptions> = {}) => {
    const made = createSlackAdapter({
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      apiUrl: slack.apiUrl,
      connections: 1,
      log: createLog('silent'),
      ...change,
    });
    adapters.push(made);
    return made;
  };
  const acknowledged = (id: string) => slack.heard.some((message) => message['envelope_id'] === id);

  beforeEach(async () => {
    slack = await openTinySlack();
    inbound = recordInbound();
    adapters = [];
    unhandled.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(async () => {
    for (const made of adapters) await made.stop();
    await slack.close();
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('acknowledges an event only when it is stored', async () => {
    let store: () => void = () => undefined;
    const { onEvent } = inbound;
    inbound.onEvent = async (event) => {
      await onEvent(event);
      await new Promise<void>((resolve) => {
        store = resolve;
      });
    };
    await adapter().start(inbound, []);
    const socket = await slack.socket();
    socket.send(reaction('first'));
    await inbound.event('reaction_added');
    // Slack's own question is answered meanwhile, so an acknowledgement would have been heard by now.
    socket.send(
      envelope('other', { type: 'event_callback', team_id: 'T1', event: { type: 'app_home_opened' } }),
    );
    await slack.until(() => acknowledged('other'));
    expect(acknowledged('first')).toBe(false);
    store();
    await slack.until(() => acknowledged('first'));
  });

  it('leaves an event that could not be stored for Slack to send again', async () => {
    const { onEvent } = inbound;
    inbound.onEvent = (event) =>
      event.eventId === 'Ev-lost' ? Promise.reject(new Error('database down')) : onEvent(event);
    await adapter().start(inbound, []);
    const socket = await slack.socket();
    socket.send(reaction('lost'));
    socket.send(reaction('kept'));
    await slack.until(() => acknowledged('kept'));
    expect(acknowledged('lost')).toBe(false);
  });

  it('takes no event of another workspace, but acknowledges it', async () => {
    await adapter().start(inbound, []);
    (await slack.socket()).send(reaction('foreign', 'T2'));
    await slack.until(() => acknowledged('foreign'));
    expect(inbound.events).toEqual([]);
  });

  it('survives what has no event in it, and reports that events were left out', async () => {
    await adapter().start(inbound, []);
    const socket = await slack.socket();
    for (const odd of ['nonsense', '[]', '"x"', '{"type":"events_api"}']) socket.send(odd);
    const shapes: unknown[] = [
      null,
      'words',
      { type: 'brand_new' },
      { type: 'message', subtype: 'message_changed', message: 'gone', channel: 'C1' },
      { type: 'message', channel: 12, ts: [] },
      { type: 'reaction_added', user: 'U0ALMA', reaction: 'eyes', item: 'message', event_ts: '1.3' },
      {
        type: 'reaction_added',
        user: 'U0ALMA',
        reaction: 'eyes',
        item: { type: 'message' },
        event_ts: '1.3',
      },
    ];
    for (const [index, event] of shapes.entries())
      socket.send(envelope(`odd-${index}`, { type: 'event_callback', team_id: 'T1', event }));
    await slack.until(() => shapes.every((_, index) => acknowledged(`odd-${index}`)));
    socket.send(
      envelope('limited', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1_518_467_820 }),
    );
    await slack.until(() => acknowledged('limited'));
    await inbound.until(() => inbound.gaps.length === 2);
    socket.send(reaction('after'));
    await slack.until(() => acknowledged('after'));
    expect(inbound.events).toHaveLength(1);
  });

  it('says why it is not connected, and tries again until it is', async () => {
    const [good] = slack.answers['apps.connections.open']!;
    slack.answers['apps.connections.open'] = [
      { ok: false, error: 'invalid_auth' },
      { ok: false, error: 'internal_error' },
      good!,
    ];
    const made = adapter();
    await made.start(inbound, []);
    expect(made.problem()).toBe('Slack is not connected (invalid_auth).');
    expect(inbound.gaps).toEqual([]);
    await inbound.until(() => inbound.gaps.length === 1);
    expect(made.problem()).toBeNull();
  });

  it('says where Socket Mode is switched on, for as long as it is off', async () => {
    const [good] = slack.answers['apps.connections.open']!;
    const made = adapter();
    await made.start(inbound, []);
    slack.answers['apps.connections.open'] = [{ ok: false, error: 'access_denied' }, good!];
    (await slack.socket()).send(JSON.stringify({ type: 'disconnect', reason: 'link_disabled' }));
    await slack.until(() => made.problem() !== null);
    expect(made.problem()).toContain('Enable Socket Mode');
    await slack.until(() => slack.calls.filter((call) => call === 'apps.connections.open').length === 3);
    expect(made.problem()).toContain('Enable Socket Mode');
    await inbound.until(() => inbound.gaps.length === 2);
    expect(made.problem()).toBeNull();
  });

  it('says that Slack does not know it, and tries again', async () => {
    const [good] = slack.answers['auth.test']!;
    slack.answers['auth.test'] = [{ ok: false, error: 'invalid_auth' }, good!];
    const made = adapter();
    await made.start(inbound, []);
    expect(made.problem()).toContain('SLACK_BOT_TOKEN is not valid');
    await inbound.until(() => inbound.gaps.length === 1);
    expect(made.problem()).toBeNull();
  });

  it('comes back after a drop and says that events may have been missed', async () => {
    await adapter().start(inbound, []);
    (await slack.socket()).terminate();
    await inbound.until(() => inbound.gaps.length === 2);
    (await slack.socket(2)).send(reaction('after'));
    await slack.until(() => acknowledged('after'));
  });

  it('misses nothing when Slack renews one of two connections', async () => {
    await adapter({ connections: 2 }).start(inbound, []);
    (await slack.socket()).send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    (await slack.socket(3)).send(reaction('after'));
    await slack.until(() => acknowledged('after'));
    expect(inbound.gaps).toHaveLength(1);
  });

  it('has a gap noted although that fails at first', async () => {
    const { onGap } = inbound;
    let failures = 0;
    inbound.onGap = (workspaceId) => {
      failures += 1;
      return failures === 1 ? Promise.reject(new Error('database down')) : onGap(workspaceId);
    };
    await adapter().start(inbound, []);
    await inbound.until(() => inbound.gaps.length === 1);
    expect(failures).toBe(2);
  });

  it('stops while it is still connecting', async () => {
    slack.saysHello = false;
    const made = adapter();
    const starting = made.start(inbound, []);
    await slack.until(() => slack.calls.includes('apps.connections.open'));
    await made.stop();
    await starting;
    expect(made.problem()).toBe('Slack is stopped.');
  });

  it('finishes what is under way before it is stopped', async () => {
    let store: () => void = () => undefined;
    const { onEvent } = inbound;
    inbound.onEvent = async (event) => {
      await onEvent(event);
      await new Promise<void>((resolve) => {
        store = resolve;
      });
    };
    const made = adapter();
    await made.start(inbound, []);
    (await slack.socket()).send(reaction('last'));
    await inbound.event('reaction_added');
    const stopping = made.stop();
    store();
    await stopping;
    await slack.until(() => acknowledged('last'));
  });

  it('without a way for Slack to reach it says which setting is missing', async () => {
    const made = createSlackAdapter({ botToken: 'xoxb-1', apiUrl: slack.apiUrl, log: createLog('silent') });
    await made.start(inbound, []);
    expect(made.problem()).toContain('SLACK_APP_TOKEN or SLACK_SIGNING_SECRET');
    await made.stop();
  });
});
