import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIMessage, type APIUser, Routes } from 'discord.js';
import { BOT, CLAIRE, FEEDBACK, type Host, INES, KASPER, NORA, openHost, refusal } from './host.ts';

const FLAG = encodeURIComponent('🚩');

describe('reactions', () => {
  let host: Host;
  let message: string;
  beforeEach(async () => {
    host = await openHost();
    message = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Broken' }).message;
  });
  afterEach(() => host.close());

  const react = (as: string, emoji = '🚩', present = true) =>
    host.sandbox.react({ as, channel: FEEDBACK, message, emoji, present });
  const add = (emoji: string) => host.rest.put(Routes.channelMessageOwnReaction(FEEDBACK, message, emoji));
  const shown = () => host.sandbox.messages({ as: KASPER, channel: FEEDBACK })[0]!.reactions;
  const people = async (query: Record<string, string> = {}) => {
    const route = Routes.channelMessageReaction(FEEDBACK, message, FLAG);
    const users = (await host.rest.get(route, { query: new URLSearchParams(query) })) as APIUser[];
    return users.map(({ id }) => id);
  };

  it('are added and taken away by the bot, as often as it likes', async () => {
    await add(encodeURIComponent('👀'));
    await add(encodeURIComponent('👀'));
    expect(shown()).toEqual([{ emoji: '👀', people: [BOT] }]);
    const own = Routes.channelMessageOwnReaction(FEEDBACK, message, encodeURIComponent('👀'));
    await host.rest.delete(own);
    await host.rest.delete(own);
    expect(shown()).toEqual([]);
  });

  it('of others are taken away only by who may manage messages', async () => {
    react(NORA);
    const route = Routes.channelMessageUserReaction(FEEDBACK, message, FLAG, NORA);
    host.sandbox.fault({ kind: 'missing_scope', scope: 'MANAGE_MESSAGES' });
    expect(await refusal(host.rest.delete(route))).toMatchObject({ code: 50013, status: 403 });
    host.sandbox.clearFaults();
    await host.rest.delete(route);
    expect(shown()).toEqual([]);
  });

  it('are counted on the message', async () => {
    react(NORA);
    react(INES);
    await add(FLAG);
    expect(
      ((await host.rest.get(Routes.channelMessage(FEEDBACK, message))) as APIMessage).reactions,
    ).toMatchObject([{ emoji: { id: null, name: '🚩' }, count: 3, me: true }]);
  });

  it('list their people by id, page by page, super reactions apart', async () => {
    for (const person of [CLAIRE, KASPER, NORA]) react(person);
    expect(await people()).toEqual([KASPER, NORA, CLAIRE]);
    expect(await people({ limit: '1' })).toEqual([KASPER]);
    expect(await people({ after: KASPER, limit: '1' })).toEqual([NORA]);
    expect(await people({ type: '1' })).toEqual([]);
  });

  it('can be the names of emojis and the emojis of the server', async () => {
    react(NORA, ':triangular_flag_on_post:');
    react(NORA, ':lanternquest:');
    expect(shown().map(({ emoji }) => emoji)).toEqual(['🚩', ':lanternquest:']);
    const { reactions } = (await host.rest.get(Routes.channelMessage(FEEDBACK, message))) as APIMessage;
    const id = reactions![1]!.emoji.id!;
    await add(`lanternquest:${id}`);
    expect(shown()[1]).toEqual({ emoji: ':lanternquest:', people: [NORA, BOT] });
  });

  it('are refused for what is no emoji, and after twenty different ones', async () => {
    expect(await refusal(add('flag'))).toMatchObject({ code: 10014 });
    expect(await refusal(add('lanternquest:1100000000000000999'))).toMatchObject({ code: 10014 });
    expect(() => react(NORA, 'flag')).toThrow(expect.objectContaining({ code: '10014' }));
    const twenty = Array.from('😀😃😄😁😆😅😂🤣🙂🙃😉😊😇🥰😍🤩😘😗😚😙');
    for (const emoji of twenty) react(NORA, emoji);
    expect(await refusal(add(FLAG))).toMatchObject({ code: 30010 });
    expect(() => react(NORA)).toThrow(expect.objectContaining({ code: '30010' }));
    await add(encodeURIComponent('😀'));
  });
});
