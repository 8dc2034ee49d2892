import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SLACK_SIGNING_SECRET } from '../../sandbox/seed.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

const stage = STAGES[0]!;

describe('Slack over HTTP', () => {
  let world: World;
  let play: Play;

  beforeAll(async () => {
    world = await openWorld({ slackOverHttp: true });
    play = playOn(world, stage);
  });
  afterAll(() => world?.close());

  interface How {
    at?: number;
    secret?: string;
    type?: string;
    headers?: Record<string, string>;
  }
  const signed = (body: string, { at = Date.now(), secret = SLACK_SIGNING_SECRET }: How = {}) => {
    const timestamp = String(Math.floor(at / 1_000));
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
  };
  const send = (body: string, how: How = {}) =>
    fetch(`${world.app.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': how.type ?? 'application/json', ...signed(body, how), ...how.headers },
      body,
    });
  const flagged = (message: string, eventId: string) => ({
    type: 'event_callback',
    team_id: stage.workspaceId.slice(6),
    event_id: eventId,
    event: {
      type: 'reaction_added',
      user: stage.handler.id,
      reaction: 'triangular_flag_on_post',
      item: { type: 'message', channel: stage.channels.open, ts: message },
      event_ts: '1795000000.000100',
    },
  });
  const casesOf = (quote: string) => world.sql('select from hearback.cases where quote = $1', [quote]);
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'say this' });

  it('plays the story: a flag becomes a case that is answered, and buttons and forms work', async () => {
    const { message, card, name } = await play.openCase('The export is broken over HTTP');
    await world.until('the answer', () => play.answers(message).length === 1);
    expect(await play.type(`/feedback claim ${name}`)).toContain('yours now');
    const { form } = await play.press(card, 'Note');
    await world.on('slack').submit({ as: stage.handler.id, form: form!.id, values: { text: 'called back' } });
    await world.until('the note on the card', () => visible(play.card(name)!).includes('1 note'));
  });

  it("answers Slack's question whether the address is ours", async () => {
    const response = await send(challenge);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('say this')]);
  });

  it.each([
    ['signed with another secret', { secret: 'guessed' }],
    ['older than five minutes', { at: Date.now() - 400_000 }],
    ['more than five minutes ahead', { at: Date.now() + 400_000 }],
    ['signed, but not with a number for a time', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['signed for another moment', { headers: { 'x-slack-request-timestamp': '1795000000' } }],
    ['signed too short', { headers: { 'x-slack-signature': 'v0=00' } }],
    ['signed with what is no text', { headers: { 'x-slack-signature': '\u00ff'.repeat(67) } }],
    ['not signed', { headers: { 'x-slack-signature': '' } }],
    ['without a time', { headers: { 'x-slack-request-timestamp': '' } }],
  ] satisfies [string, How][])('refuses what is %s', async (_what, how) => {
    const message = play.post('Never signed');
    expect((await send(JSON.stringify(flagged(message, 'Ev-forged')), how)).status).toBe(401);
    expect(await world.sql("select from hearback.intake where event_id = 'Ev-forged'")).toEqual([]);
  });

  it('takes what is almost five minutes old or ahead', async () => {
    for (const at of [Date.now() - 290_000, Date.now() + 290_000])
      expect((await send(challenge, { at })).status).toBe(200);
  });

  it('checks the signature of the very bytes that came, whatever is in them', async () => {
    const words = 'Æøå \u{1F6A9} "quotes" </script> \\u00e6 \t ';
    const { message } = world
      .on('slack')
      .createMessage({ as: stage.member.id, channel: stage.channels.open, text: 'Raw bytes' });
    const body = JSON.stringify({ ...flagged(message, 'Ev-raw'), words }, null, 3).replaceAll('/', '\\/');
    expect((await send(body, { type: 'application/json; charset=utf-8' })).status).toBe(200);
    await world.until('the case', async () => (await casesOf('Raw bytes')).length === 1);
    const form = `payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions', words }))}&x=%C3%A6+%2B`;
    expect(
      (await send(form, { type: 'application/x-www-form-urlencoded; charset=UTF-8' })).status,
    ).toBeLessThan(500);
    const command = `command=%2Ffeedback&text=list&team_id=${stage.workspaceId.slice(6)}&user_id=${stage.handler.id}&channel_id=${stage.channels.triage}&trigger_id=1&response_url=`;
    const answer = await send(command, { type: 'Application/X-WWW-Form-Urlencoded;charset=utf-8' });
    expect(answer.status).toBe(200);
  });

  it('says 500 while the record is away, takes the same event sent again, and once more without doubling it', async () => {
    const quote = 'Sent three times';
    const message = play.post(quote);
    const body = JSON.stringify(flagged(message, 'Ev-again'));
    const again = (num: number) =>
      send(body, { headers: { 'x-slack-retry-num': String(num), 'x-slack-retry-reason': 'http_error' } });
    await world.setStoreReachable(false);
    expect((await send(body)).status).toBe(500);
    await world.setStoreReachable(true);
    await world.until('the record', async () => (await again(1)).status === 200);
    expect((await again(2)).status).toBe(200);
    await world.until('the case', async () => (await casesOf(quote)).length > 0);
    await world.settled();
    expect(await casesOf(quote)).toHaveLength(1);
    expect(await world.sql("select from hearback.intake where event_id = 'Ev-again'")).toHaveLength(1);
    await world.until('the bot to be well', async () => (await world.app.problems()).length === 0);
  });

  it('looks for the events that Slack says it has left out', async () => {
    world.on('slack').fault({ kind: 'events_limited', times: 2 });
    const { message } = await play.openCase('One of too many over HTTP');
    expect(world.on('slack').faults()).toEqual([]);
    // Found by looking: Slack has sent no event for it.
    expect(
      await world.sql("select event_id from hearback.intake where meaning = 'flag' and message_id = $1", [
        message,
      ]),
    ).toEqual([{ event_id: null }]);
    expect(await casesOf('One of too many over HTTP')).toHaveLength(1);
    world.on('slack').clearFaults();
  });

  it.each([
    ['without an event', { type: 'event_callback' }],
    ['with an event that is none', { type: 'event_callback', event: null }],
    ['with an event that is words', { type: 'event_callback', event: 'words' }],
    ['of wrong types', { type: 'event_callback', event: { type: 'message', channel: 1, ts: [] } }],
    ['of a kind nobody knows', { type: 'event_callback', event: { type: 'brand_new' } }],
    ['of another team', { ...flagged('1.1', 'Ev-x'), team_id: 'T0OTHER' }],
    [
      'of a whole organisation',
      { ...flagged('1.1', 'Ev-y'), team_id: null, enterprise_id: 'E0', is_enterprise_install: true },
    ],
    ['of a kind of envelope nobody knows', { type: 'app_something_new' }],
  ])('acknowledges an envelope %s, so that it does not come again', async (_what, body) => {
    const before = (await world.sql('select from hearback.intake')).length;
    expect((await send(JSON.stringify({ team_id: stage.workspaceId.slice(6), ...body }))).status).toBe(200);
    expect(await world.sql('select from hearback.intake')).toHaveLength(before);
  });

  it('refuses what is far too large, and goes on', async () => {
    const huge = JSON.stringify({ ...flagged('1.1', 'Ev-huge'), padding: 'x'.repeat(30_000_000) });
    const answer = await send(huge).catch(() => null);
    expect(answer?.status ?? 413).toBeGreaterThanOrEqual(400);
    expect((await send(challenge)).status).toBe(200);
  });

  it('survives what is no JSON and what is no event', async () => {
    expect((await send('{"type":')).status).toBeLessThan(500);
    expect((await send('{"type":"event_callback"}')).status).toBeLessThan(500);
    expect(await world.app.problems()).toEqual([]);
  });
});
