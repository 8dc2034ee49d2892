import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// Each playbook from the flag to its end, as the people of one community see it. About staff, not satisfied, praise and
// questions to the community have stories of their own beside this one.

let world: World;
beforeAll(async () => {
  const follow = { firstResponse: '1h', updateDue: '1d' };
  world = await openWorld({
    policy: ['low', 'normal', 'high', 'urgent'].map((severity) => [['severities', severity], follow]),
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('the playbooks on $platform', (stage: Stage) => {
  const { platform, member, other, handler, lead, channels } = stage;
  const people = () => world.on(platform);
  let play: Play;

  /** Somebody writes, a moderator flags it: the case's name, and the message. */
  const flagged = async (text: string, emoji: string, as = member.id) => {
    const message = play.post(text, as);
    play.flag(message, { emoji });
    const card = await world.until(`the card of "${text}"`, () =>
      play.inTriage().find((each) => visible(each).includes(text)),
    );
    return { message, name: /FB-\d+/.exec(visible(card))![0] };
  };
  const card = (name: string) => visible(play.card(name)!);
  const shows = (name: string, words: string) =>
    world.until(`the card of ${name} to show "${words}"`, () => card(name).includes(words));
  const answered = (message: string) =>
    world.until('the answer', () => play.answers(message).find(({ text }) => text !== ''));
  const read = (messages: MessageView[]) => messages.map(({ text }) => text).join('\n');

  beforeAll(() => {
    play = playOn(world, stage);
  });

  it('a product below expectations: an apology and an offer, with all questions at once, and the checklist for us', async () => {
    const { name, message } = await flagged('The zip of the blue jacket broke on the first day', '🚩');
    const answer = await answered(message);

    expect(answer.text).toMatch(/sorry/i);
    expect(answer.text.match(/\?/g)!.length).toBeLessThanOrEqual(2);
    expect(card(name)).toContain('Offer to make it right');
    expect(await play.type(`/feedback tick ${name} 1`)).toContain('line 1 is ticked off');
    await shows(name, '✓');
    expect(read(play.answers(message))).not.toContain('Offer to make it right');
  });

  it('a refund: nothing is sent without a click, nobody doubts, and the recommendation stays inside', async () => {
    const { name, message } = await flagged('I was charged twice for the lamp, I want my money back', '💸');
    await shows(name, 'Waiting for your click');
    expect(play.answers(message)).toEqual([]);

    await play.press(play.card(name)!, 'Send answer');
    const answer = await answered(message);
    expect(answer.text).not.toMatch(/prove|proof|are you sure|really/i);

    expect(await play.type(`/feedback recommend ${name} 1 Charged twice, and said so at once`)).toContain(
      'your recommendation is with Support',
    );
    const escalation = await world.until('the card for support', () =>
      people()
        .messages({ as: lead.id, channel: channels.support })
        .find((each) => visible(each).includes('Charged twice')),
    );
    expect(visible(escalation)).toContain('Full refund');
    await world.settled();
    expect(play.answers(message)).toHaveLength(1);
    expect(read(play.answers(message))).not.toMatch(/recommend|Charged twice/i);
  });

  it('a complaint about a member: answered in private, and what should follow is recommended to the moderators', async () => {
    const { name, message } = await flagged(
      'Somebody keeps sending me rude messages after every match',
      '🚨',
    );
    await world.until('the direct message', () => read(play.inbox(member.id)).includes(name));

    expect(play.answers(message)).toEqual([]);
    await play.type(`/feedback recommend ${name} 3 Third time this week`);
    await shows(name, 'Third time this week');
    expect(read(play.inbox(member.id))).not.toContain('Third time');
  });

  it('what is not legitimate: dismissed by a person with a reason, never answered, no gift', async () => {
    const { name, message } = await flagged('You all deserve to lose your jobs', '💸');
    await play.type(`/feedback kind ${name} not-legitimate`);
    await shows(name, 'Not legitimate');

    expect(await play.type(`/feedback reply ${name} Please calm down`)).toContain('are not answered');
    expect(await play.type(`/feedback dismiss ${name} Insults, no request in it`)).toContain('is dismissed');
    await world.settled();
    expect(play.answers(message)).toEqual([]);
  });

  it('a suggestion: thanked once, and done', async () => {
    const { name, message } = await flagged('A dark theme for the map would be lovely', '💡', other.id);
    const answer = await answered(message);

    expect(answer.text).toMatch(/thank/i);
    await shows(name, 'closed, not confirmed');
    expect(play.answers(message)).toHaveLength(1);
  });

  it('another kind changes what is still to come and repeats nothing that was said', async () => {
    const { name, message } = await flagged('The second pair of shoes is too small as well', '🚩', other.id);
    const first = await answered(message);
    expect(await play.type(`/feedback kind ${name} refund`)).toContain('waits on the card for a click');
    await shows(name, 'Waiting for your click');

    await play.press(play.card(name)!, 'Send answer');
    await world.until('the second answer', () => play.answers(message).length === 2);
    const [, second] = play.answers(message);
    expect(second!.text).not.toMatch(/sorry|thank you for telling/i);
    const asked = (text: string) => text.split('\n').filter((line) => /^[•-]/.test(line));
    expect(asked(second!.text).filter((line) => asked(first.text).includes(line))).toEqual([]);
  });

  it('a member with several earlier cases: the facts are on the card, and no label where they could read it', async () => {
    const { name, message } = await flagged('The lift in the shop is out of order', '🚩');
    const shown = card(name);

    expect(shown).toContain('Judge this case by itself');
    expect(shown).toMatch(/FB-\d+ Refund, dismissed|FB-\d+ Not legitimate, dismissed/);
    const answer = await answered(message);
    expect(answer.text).not.toMatch(/earlier|again|often|case by itself/i);
    expect(play.inbox(handler.id).filter((each) => visible(each).includes('WOULD_LEAK'))).toEqual([]);
  });
});
