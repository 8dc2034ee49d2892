import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSlackAdapter } from '../../../src/adapters/slack/index.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { createLog } from '../../../src/log.ts';
import { COMMANDS, recordInbound, type RecordedInbound } from '../contract/scene.ts';
import { openTinySlack, reactionAdded, type TinySlack } from './tiny-slack.ts';

const SECRET = 'shhh';
const FORM = 'application/x-www-form-urlencoded';
const REACTION = JSON.stringify(reactionAdded('Ev1'));

describe('Slack’s requests over HTTP', () => {
  let slack: TinySlack;
  let adapter: ChatAdapter;
  let inbound: RecordedInbound;

  const send = (
    rawBody: string,
    change: { headers?: Record<string, string>; ageS?: number; secret?: string } = {},
  ) => {
    const timestamp = String(Math.floor(Date.now() / 1_000) - (change.ageS ?? 0));
    const signature = createHmac('sha256', change.secret ?? SECRET)
      .update(`v0:${timestamp}:${rawBody}`)
      .digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...change.headers,
    };
    return adapter.routes[0]!.handle({ rawBody, headers });
  };

  beforeEach(async () => {
    slack = await openTinySlack();
    inbound = recordInbound();
    adapter = createSlackAdapter({
      botToken: 'xoxb-1',
      signingSecret: SECRET,
      apiUrl: slack.apiUrl,
      log: createLog('silent'),
    });
    await adapter.start(inbound, COMMANDS);
  });
  afterEach(async () => {
    await adapter.stop();
    await slack.close();
  });

  it('are taken at one address', () => {
    expect(adapter.routes.map(({ path }) => path)).toEqual(['/slack/events']);
    expect(adapter.problem()).toBeNull();
  });

  it('answers Slack’s challenge', async () => {
    const { status, body } = await send(JSON.stringify({ type: 'url_verification', challenge: 'c4' }));
    expect([status, JSON.parse(body)]).toEqual([200, { challenge: 'c4' }]);
  });

  it('says received to an event once it is stored', async () => {
    expect(await send(REACTION)).toMatchObject({ status: 200, body: '' });
    expect(inbound.events).toHaveLength(1);
  });

  it.each([
    ['for nobody', [null]],
    ['for what is no list', 'toString'],
  ])('leaves out an event that is %s, rather than be sent it again and again', async (_, authorizations) => {
    const body = JSON.stringify({ ...reactionAdded('Ev2'), authorizations });
    expect(await send(body)).toMatchObject({ status: 200, body: '' });
    expect(inbound.events).toEqual([]);
  });

  it.each(['channel', 'user', 'item', 'subteam'])(
    'leaves out an event whose %s is null, over which Bolt would stumble',
    async (name) => {
      const { event, ...others } = reactionAdded('Ev3') as { event: Record<string, unknown> };
      const home = { type: 'app_home_opened', user: 'U1', tab: 'home', event_ts: event['event_ts'] };
      const body = JSON.stringify({ ...others, event: { ...home, [name]: null } });
      expect(await send(body)).toMatchObject({ status: 200, body: '' });
      expect(inbound.events).toEqual([]);
    },
  );

  it('does not say received to an event that could not be stored', async () => {
    inbound.onEvent = () => Promise.reject(new Error('database down: secret'));
    const { status, body } = await send(REACTION);
    expect(status).toBe(500);
    expect(body).not.toContain('secret');
  });

  it.each<[string, Parameters<typeof send>[1]]>([
    ['with another secret', { secret: 'guess' }],
    ['older than five minutes', { ageS: 301 }],
    ['from more than five minutes ahead', { ageS: -301 }],
    ['without a time', { headers: { 'x-slack-request-timestamp': '' } }],
    ['with a time that is none', { headers: { 'x-slack-request-timestamp': 'NaN' } }],
    ['without a signature', { headers: { 'x-slack-signature': '' } }],
    ['with half a signature', { headers: { 'x-slack-signature': 'v0=abc' } }],
    ['with a signature in odd letters', { headers: { 'x-slack-signature': 'ä'.repeat(67) } }],
  ])('refuses a request %s', async (_, change) => {
    expect(await send(REACTION, change)).toMatchObject({ status: 401 });
    expect(inbound.events).toEqual([]);
  });

  it('refuses a body changed on the way', async () => {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${REACTION}`).digest('hex')}`;
    const { status } = await send(REACTION.replace('U0ALMA', 'U0EVE'), {
      headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
    });
    expect(status).toBe(401);
  });

  it('refuses what is no JSON', async () => {
    for (const body of ['', '{', '[]', 'null']) expect(await send(body)).toMatchObject({ status: 400 });
    expect(await send('payload=%7B', { headers: { 'content-type': FORM } })).toMatchObject({ status: 400 });
  });

  it.each([FORM, `${FORM}; charset=utf-8`])(
    'answers a command sent as %s in the same breath',
    async (type) => {
      inbound.answer = () => ({ type: 'say', blocks: [paragraph('Here you are')] });
      const command = new URLSearchParams({
        command: '/feedback',
        text: 'note FB-1 called &amp; asked',
        user_id: 'U0MIA',
        user_name: 'mia',
        team_id: 'T1',
        channel_id: 'C1',
        trigger_id: 't1',
        response_url: '',
      });
      const { status, body, contentType } = await send(String(command), {
        headers: { 'content-type': type },
      });

      expect(status).toBe(200);
      expect(contentType).toContain('application/json');
      expect(JSON.parse(body)).toMatchObject({ response_type: 'ephemeral', text: 'Here you are' });
      expect(inbound.commands).toEqual([
        expect.objectContaining({
          interactionId: 't1',
          name: 'note',
          values: { case: 'FB-1', text: 'called & asked' },
          by: expect.objectContaining({ userId: 'U0MIA', name: 'mia' }),
        }),
      ]);
    },
  );

  it('takes a click', async () => {
    const click = {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U0MIA', username: 'mia' },
      channel: { id: 'C1' },
      container: { message_ts: '1.2' },
      message: { ts: '1.2', thread_ts: '1.1' },
      trigger_id: 't2',
      response_url: '',
      actions: [{ type: 'button', action_id: 'claim?case=FB-1', action_ts: '9.9' }],
    };
    const { status } = await send(String(new URLSearchParams({ payload: JSON.stringify(click) })), {
      headers: { 'content-type': FORM },
    });

    expect(status).toBe(200);
    expect(inbound.commands).toEqual([
      expect.objectContaining({
        interactionId: 'C1:1.2:U0MIA:9.9',
        name: 'claim',
        threadRoot: { channelId: 'C1', messageId: '1.1' },
      }),
    ]);
  });

  it('acknowledges what is not ours and does nothing', async () => {
    const base = {
      team: { id: 'T1' },
      user: { id: 'U0MIA', username: 'mia' },
      channel: { id: 'C1' },
      container: {},
      trigger_id: 't',
    };
    const bodies = [
      { ...base, type: 'block_actions', actions: [{ type: 'button', action_id: 'link:0', action_ts: '1' }] },
      {
        ...base,
        type: 'block_actions',
        team: { id: 'T2' },
        actions: [{ type: 'button', action_id: 'claim', action_ts: '1' }],
      },
      {
        ...base,
        type: 'view_submission',
        view: { id: 'V1', hash: 'h', callback_id: 'claim', private_metadata: 'x', state: { values: {} } },
      },
      {
        ...base,
        type: 'block_actions',
        channel: null,
        actions: [{ type: 'button', action_id: 'claim', action_ts: '1' }],
      },
      { ...base, type: 'view_closed', view: { callback_id: 'claim' } },
      { ...base, type: 'shortcut', callback_id: 'claim' },
    ];
    for (const body of bodies) {
      const payload = String(new URLSearchParams({ payload: JSON.stringify(body) }));
      expect(await send(payload, { headers: { 'content-type': FORM } })).toMatchObject({
        status: 200,
        body: '',
      });
    }
    expect(await send('ssl_check=1&token=x', { headers: { 'content-type': FORM } })).toMatchObject({
      status: 200,
    });
    expect(inbound.commands).toEqual([]);
  });

  it('are left for later once it stops', async () => {
    await adapter.stop();
    expect(await send(REACTION)).toMatchObject({ status: 500 });
  });
});
