import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { discordSeed } from '../../../sandbox/seed.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { lookBack, peopleBy } from '../contract/look-back.ts';
import { CHANNELS, openDiscord, PEOPLE, type DiscordWorld } from './world.ts';

/** So many that Discord names them in two pages. */
const CROWD = Array.from({ length: 130 }, (_, index) => ({
  ...discordSeed.people[0]!,
  id: String(1_200_000_000_000_000_000n + BigInt(index)),
  name: `Crowd ${index}`,
}));

describe('looking back on Discord', () => {
  let world: DiscordWorld;
  let adapter: ChatAdapter;
  const calls = (part: string) => world.sandbox.calls().filter(({ method }) => method.includes(part)).length;
  const say = (text: string, thread?: string) =>
    world.sandbox.createMessage({
      as: PEOPLE.member,
      channel: CHANNELS.open,
      text,
      ...(thread && { thread }),
    });
  const flag = (message: string, as: string, emoji = '🚩', channel = CHANNELS.open) =>
    world.sandbox.react({ as, channel, message, emoji, present: true });

  beforeEach(async () => {
    // The last one owns the server.
    world = await openDiscord({
      ...discordSeed,
      people: [...discordSeed.people.slice(0, -1), ...CROWD, discordSeed.people.at(-1)!],
    });
    adapter = world.makeAdapter();
  });
  afterEach(async () => {
    await adapter.stop();
    await world.close();
  });

  it('names everybody of a crowd', async () => {
    const { message } = say('Everybody is angry');
    for (const { id } of CROWD) flag(message, id);
    const { flagged } = await lookBack(adapter, world.workspaceId, CHANNELS.open);
    expect(peopleBy(flagged).get(message)).toEqual(CROWD.map(({ id }) => id).toSorted());
  });

  it('asks for nobody who set an emoji that does not matter', async () => {
    const { message } = say('Liked by all');
    flag(message, PEOPLE.moderator, '❤️');
    await lookBack(adapter, world.workspaceId, CHANNELS.open);
    expect(calls('/reactions/')).toBe(0);
  });

  it('goes on where it was stopped, and asks nobody twice', async () => {
    const messages = ['first', 'second', 'third'].map((text) => say(text).message);
    for (const message of messages) flag(message, PEOPLE.moderator);
    const look = (cursor: string | null) =>
      adapter.fetchReactions(world.workspaceId, CHANNELS.open, {
        cursor,
        emojis: ['🚩'],
        since: new Date(0),
        limit: 500,
      });
    // The newest is looked at first.
    const method = `${messages[0]}/reactions/`;
    world.sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 3, method });

    const first = await look(null);
    expect(first).toMatchObject({ afterMs: 3_000 });
    const second = await look(first.next);

    expect([first, second].map(({ flagged }) => flagged.map(({ message }) => message.messageId))).toEqual([
      [messages[2], messages[1]],
      [messages[0]],
    ]);
    expect(second.next).toBeNull();
    expect(calls('/reactions/')).toBe(4);
  });

  it('leaves nobody out when what it asked for last was taken away meanwhile', async () => {
    const messages = ['first', 'second'].map((text) => say(text).message);
    for (const message of messages) flag(message, PEOPLE.moderator);
    const ask = { messageId: messages[1], path: '🚩', type: 0, after: '0' };
    const cursor = JSON.stringify({ place: CHANNELS.open, before: null, looked: 0, ask });
    world.sandbox.react({
      as: PEOPLE.moderator,
      channel: CHANNELS.open,
      message: messages[1]!,
      emoji: '🚩',
      present: false,
    });
    const { flagged } = await adapter.fetchReactions(world.workspaceId, CHANNELS.open, {
      cursor,
      emojis: ['🚩'],
      since: new Date(0),
      limit: 500,
    });
    expect(flagged.map(({ message }) => message.messageId)).toEqual([messages[0]]);
  });

  it('looks through every active thread of the channel, and through no other', async () => {
    const flagged = ['one', 'two', 'three'].map((text) => {
      const root = say(text).message;
      const { channel, message } = say(`in ${text}`, root);
      flag(message, PEOPLE.moderator, '🚩', channel);
      return message;
    });
    const elsewhere = await lookBack(adapter, world.workspaceId, CHANNELS.triage);
    const here = await lookBack(adapter, world.workspaceId, CHANNELS.open);
    expect(elsewhere.flagged).toEqual([]);
    expect(here.flagged.map(({ message }) => message.messageId).toSorted()).toEqual(flagged.toSorted());
  });
});
