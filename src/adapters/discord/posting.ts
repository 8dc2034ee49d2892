import { Routes, type APIMessage } from 'discord.js';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Content } from '../../chat/card.ts';
import { nativeId, type Place } from '../../chat/ref.ts';
import type { Api } from './api.ts';
import { isDirect, type Channels } from './channels.ts';
import { firstSince } from './find-posted.ts';
import { originMark } from './origin.ts';
import { render } from './render.ts';
import { samePayload } from './same-payload.ts';
import { createDmOpener, send, sendingTo } from './send.ts';
import { inOpenThread, sendToThread, type Unstarted } from './threads.ts';

/** Own posts whose marks are remembered. */
const MARKS_REMEMBERED = 5_000;

export type Posting = Pick<ChatAdapter, 'awaitTurn' | 'post' | 'findPosted' | 'update' | 'whisper'>;

export function createPosting(api: Api, channels: Channels): Posting {
  const openDm = createDmOpener(api, channels);
  const marks = createMarks();
  const unstarted: Unstarted = new Map();

  /** The thread under a message has the message's id. */
  async function channelOf(place: Place): Promise<string> {
    if (place.type === 'dm') return openDm(place.userId);
    return place.type === 'thread' ? place.messageId : place.channelId;
  }

  return {
    awaitTurn: async (place, mark) =>
      api.awaitTurn({ route: Routes.channelMessages(await channelOf(place)), body: { nonce: mark } }),

    post: async (place, content, mark) => {
      const sent = await sendTo({ api, channels, openDm, unstarted }, place, content, mark);
      marks.remember(sent.id, mark);
      return { workspaceId: place.workspaceId, channelId: sent.channel_id, messageId: sent.id };
    },

    /**
     * Discord does not say later which mark a message was posted with, so our own messages since then are compared with what
     * was to be posted; those known to carry another mark are left out. Should this miss it, a second post is still safe for
     * some minutes: Discord knows the mark as the nonce and returns the first message.
     */
    findPosted: async (place, content, mark, since) => {
      const channelId = await channelOf(place);
      const wanted = render(content, place.type === 'dm' ? originMark(place.workspaceId) : {});
      const same = samePayload(wanted, await api.self());
      const found = await firstSince(
        api,
        channelId,
        since,
        (message) => same(message) && marks.mayBe(message.id, mark),
      );
      return found && { workspaceId: place.workspaceId, channelId, messageId: found.id };
    },

    update: async ({ workspaceId, channelId, messageId }, content) => {
      const channel = await channels.findIn(nativeId(workspaceId), channelId);
      const body = render(content, isDirect(channel) ? originMark(workspaceId) : {});
      const call = {
        ...sendingTo(channelId, content),
        route: Routes.channelMessage(channelId, messageId),
        body,
      };
      await inOpenThread(api, channelId, () => api.patch(call));
    },

    /** Discord shows hidden messages only in answer to something the person did; a direct message is the nearest. */
    whisper: async (workspaceId, _channelId, userId, content) => {
      const channelId = await openDm(userId);
      await api.post({ ...sendingTo(channelId, content), body: render(content, originMark(workspaceId)) });
    },
  };
}

interface Parts {
  api: Api;
  channels: Channels;
  openDm: (userId: string) => Promise<string>;
  unstarted: Unstarted;
}

async function sendTo(parts: Parts, place: Place, content: Content, mark: string): Promise<APIMessage> {
  const { api, openDm } = parts;
  if (place.type === 'channel') return send(api, place.channelId, content, mark);
  if (place.type === 'thread') return sendToThread(parts, place, content, mark);
  return send(api, await openDm(place.userId), content, mark, { origin: originMark(place.workspaceId) });
}

/** Which of our messages carries which mark, as far as this process has posted them. */
function createMarks() {
  const marks = new Map<string, string>();
  return {
    remember: (messageId: string, mark: string) => {
      marks.set(messageId, mark);
      const [oldest] = marks.keys();
      if (marks.size > MARKS_REMEMBERED && oldest !== undefined) marks.delete(oldest);
    },
    mayBe: (messageId: string, mark: string) => (marks.get(messageId) ?? mark) === mark,
  };
}
