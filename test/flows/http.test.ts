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

  const send = (body: string, { at = Date.now(), secret = SLACK_SIGNING_SECRET } = {}) => {
    const timestamp = String(Math.floor(at / 1_000));
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    return fetch(`${world.app.url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      },
      body,
    });
  };
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
  ])('refuses what is %s', async (_what, how) => {
    expect((await send(challenge, how)).status).toBe(401);
  });

  it('survives what is no JSON and what is no event', async () => {
    expect((await send('{"type":')).status).toBeLessThan(500);
    expect((await send('{"type":"event_callback"}')).status).toBeLessThan(500);
    expect(await world.app.problems()).toEqual([]);
  });
});
