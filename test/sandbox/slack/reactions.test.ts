import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const say = (text: string, thread?: string) =>
  workspace.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text, ...(thread ? { thread } : {}) })
    .message;
const add = (timestamp: string, name: string, channel = 'C0GENERAL') =>
  refusal(workspace.web.reactions.add({ channel, timestamp, name }));
const remove = (timestamp: string, name: string) =>
  refusal(workspace.web.reactions.remove({ channel: 'C0GENERAL', timestamp, name }));

describe('reactions', () => {
  it('are added and taken away', async () => {
    const ts = say('one');
    expect(await add(ts, 'eyes')).toBe('accepted');
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })[0]?.reactions).toEqual([
      { emoji: '👀', people: ['U0HEARBACK'] },
    ]);
    expect(await remove(ts, 'eyes')).toBe('accepted');
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })[0]?.reactions).toEqual([]);
  });

  it('know custom emoji, aliases and skin tones', async () => {
    const ts = say('one');
    for (const name of ['feedback-flag', 'thumbsup', '+1::skin-tone-4'])
      expect(await add(ts, name)).toBe('accepted');
    expect(await add(ts, '+1')).toBe('already_reacted');
    const { message } = await workspace.web.reactions.get({ channel: 'C0GENERAL', timestamp: ts });
    expect(message?.reactions?.map(({ name }) => name)).toEqual(['feedback-flag', '+1', '+1::skin-tone-4']);
  });

  it('are refused when there is nothing to change, no such emoji or no such message', async () => {
    const ts = say('one');
    await add(ts, 'eyes');
    expect(await add(ts, 'eyes')).toBe('already_reacted');
    expect(await remove(ts, 'tada')).toBe('no_reaction');
    expect(await add(ts, 'no_such_emoji')).toBe('invalid_name');
    expect(await add(ts, '👀')).toBe('invalid_name');
    expect(await add('1700000000.000100', 'eyes')).toBe('message_not_found');
    expect(await add(ts, 'eyes', 'C0OFFTOPIC')).toBe('not_in_channel');
  });
});
