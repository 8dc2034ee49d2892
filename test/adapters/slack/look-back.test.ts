import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { slackSeed } from '../../../sandbox/seed.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { lookBack, peopleBy } from '../contract/look-back.ts';
import { openSlack } from './harness.ts';

describe('looking back on Slack', () => {
  let world: Awaited<ReturnType<typeof openSlack>>;
  let adapter: ChatAdapter;
  const channel = 'C0GENERAL';
  const people = slackSeed.people.filter(({ deactivated }) => !deactivated).map(({ id }) => id);
  const say = (text: string, thread?: string) =>
    world.sandbox.createMessage({ as: 'U0ALMA', channel, text, ...(thread && { thread }) }).message;
  const flag = (message: string, as: string, emoji = '🚩') =>
    world.sandbox.react({ as, channel, message, emoji, present: true });
  const calls = (name: string) => world.sandbox.calls().filter(({ method }) => method === name).length;

  beforeEach(async () => {
    world = await openSlack();
    adapter = world.makeAdapter();
  });
  afterEach(async () => {
    await adapter.stop();
    await world.close();
  });

  it('names everybody where Slack lists only some', async () => {
    const [many, few] = [say('Everybody is angry'), say('One is angry')];
    for (const as of people) flag(many, as);
    flag(few, 'U0MIA');
    const { flagged } = await lookBack(adapter, world.workspaceId, channel);
    expect(peopleBy(flagged)).toEqual(
      new Map([
        [few, ['U0MIA']],
        [many, people.toSorted()],
      ]),
    );
    expect(calls('reactions.get')).toBe(1);
  });

  it('reads no thread that nobody has written in lately, and asks for nobody who set another emoji', async () => {
    const root = say('A quiet root');
    say('said long ago', root);
    for (const as of people) flag(root, as, '❤️');
    const since = new Date(Date.now() + 60_000);
    await lookBack(adapter, world.workspaceId, channel, { since });
    expect([calls('conversations.replies'), calls('reactions.get')]).toEqual([0, 0]);
  });

  it('goes on at the reply it was stopped at', async () => {
    const root = say('root');
    const replies = Array.from({ length: 12 }, (_, index) => say(`reply ${index}`, root));
    // Each of them takes a call more.
    for (const reply of replies) for (const as of people.slice(0, 4)) flag(reply, as);
    const { flagged, steps } = await lookBack(adapter, world.workspaceId, channel);
    expect(peopleBy(flagged)).toEqual(
      new Map(replies.map((reply) => [reply, people.slice(0, 4).toSorted()])),
    );
    expect(steps).toBeGreaterThan(1);
    expect(calls('reactions.get')).toBe(12);
  });

  it('begins with the newest message, page by page', async () => {
    const messages = Array.from({ length: 230 }, (_, index) => say(`number ${index}`));
    for (const message of [messages[0]!, messages[120]!, messages[229]!]) flag(message, 'U0MIA');
    const { flagged, steps } = await lookBack(adapter, world.workspaceId, channel);
    expect(flagged.map(({ message }) => message.messageId)).toEqual([
      messages[229],
      messages[120],
      messages[0],
    ]);
    expect(steps).toBe(3);
    const some = await lookBack(adapter, world.workspaceId, channel, { limit: 150 });
    expect(some.flagged).toHaveLength(2);
  });
});
