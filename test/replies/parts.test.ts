import { describe, expect, it } from '@jest/globals';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import type { Content } from '../../src/chat/card.ts';
import type { Place } from '../../src/chat/ref.ts';
import { paragraph, type Block } from '../../src/chat/rich.ts';
import { nextPart, partOf } from '../../src/replies/parts.ts';

const workspaceId = 'slack:T1';
const channel: Place = { type: 'channel', workspaceId, channelId: 'C1' };
const blocks = ['one', 'two', 'three'].map((words) => paragraph(words));
const content: Content = { type: 'reply', blocks };
const split = (all: readonly Block[]) => all.map((block) => [block]);
const body = (part?: { index: number; of: number }): DeliveryBody => ({
  type: 'reply',
  replyId: 7,
  ...(part && { part: { ...part, first: 'm0', after: 'm' } }),
});
const posted = { workspaceId, channelId: 'C1', messageId: 'm5' };

describe('a reply of several messages', () => {
  it('is sent part by part', () => {
    expect(partOf(content, body(), split)).toEqual({
      content: { type: 'reply', blocks: [blocks[0]] },
      of: 3,
    });
    expect(partOf(content, body({ index: 2, of: 3 }), split)).toEqual({
      content: { type: 'reply', blocks: [blocks[2]] },
      of: 3,
    });
  });

  it('stops where the program would break it in other places than it did before', () => {
    for (const part of [
      { index: 1, of: 2 },
      { index: 3, of: 3 },
    ])
      expect(() => partOf(content, body(part), split)).toThrow(/updated/);
  });

  it('leaves everything else whole', () => {
    expect(partOf(content, { type: 'triage' }, split)).toEqual({ content, of: 1 });
  });

  it('has the next part follow until there is none', () => {
    expect(nextPart({ body: body(), place: channel, posted }, 3)).toEqual({
      key: 'reply-7-1',
      place: channel,
      body: { type: 'reply', replyId: 7, part: { index: 1, of: 3, first: 'm5', after: 'm5' } },
    });
    expect(nextPart({ body: body({ index: 1, of: 3 }), place: channel, posted }, 3)).toEqual({
      key: 'reply-7-2',
      place: channel,
      body: { type: 'reply', replyId: 7, part: { index: 2, of: 3, first: 'm0', after: 'm5' } },
    });
    expect(nextPart({ body: body({ index: 2, of: 3 }), place: channel, posted }, 3)).toBeNull();
    expect(nextPart({ body: body(), place: channel, posted }, 1)).toBeNull();
    expect(nextPart({ body: { type: 'triage' }, place: channel, posted }, 3)).toBeNull();
  });

  it('goes on in the thread that its first message has begun in a forum', () => {
    const begun = { ...posted, channelId: 'thread', messageId: 'thread' };
    expect(nextPart({ body: body(), place: channel, posted: begun }, 2)?.place).toEqual({
      type: 'thread',
      workspaceId,
      channelId: 'C1',
      messageId: 'thread',
    });
  });
});
