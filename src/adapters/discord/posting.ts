import { Routes, type APIMessage } from 'discord.js';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Content } from '../../chat/card.ts';
import { filesOf } from '../../chat/files.ts';
import { pictureOf } from '../../chat/picture.ts';
import { nativeId, type MessageRef, type Place } from '../../chat/ref.ts';
import type { Api } from './api.ts';
import { hasFilesOf } from './card-files.ts';
import { isDirect, isForum, type Channels } from './channels.ts';
import { firstSince } from './find-posted.ts';
import { findInForum, postInForum, titleOf } from './forum.ts';
import { originMark } from './origin.ts';
import { inWords, orWithoutPicture, redrawn, showsPicture } from './pictures.ts';
import { render } from './render.ts';
import { samePayload } from './same-payload.ts';
import { createDmOpener, send, sendingTo } from './send.ts';
import { inOpenThread, sendToThread, type Unstarted } from './threads.ts';

/** Own posts whose marks are remembered. */
const MARKS_REMEMBERED = 5_000;

export type Posting = Pick<
  ChatAdapter,
  'awaitTurn' | 'awaitTurnToUpdate' | 'post' | 'findPosted' | 'update' | 'whisper'
>;

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
    awaitTurn: async (place, mark) => {
      // A thread that may have to be started first takes its turn with that.
      if (place.type === 'thread' && !channels.known(place.messageId)) return;
      const route = Routes.channelMessages(await channelOf(place));
      await api.awaitTurn('post', { route, body: { nonce: mark } });
    },
    awaitTurnToUpdate: ({ channelId, messageId }) =>
      api.awaitTurn('patch', { route: Routes.channelMessage(channelId, messageId) }),

    post: async (place, content, mark) => {
      const sent = await sendTo({ api, channels, openDm, unstarted }, place, content, mark);
      marks.remember(sent.id, mark);
      return { workspaceId: place.workspaceId, channelId: sent.channel_id, messageId: sent.id };
    },

    /**
     * Discord does not say later which mark a message was posted with, so our own messages since then are compared with what
     * was to be posted; those known to carry another mark are left out. Should this miss it, a second post is still safe for
     * some minutes: Discord knows the mark as the nonce and returns the first message. A picture carries it in its name.
     */
    findPosted: async (place, content, mark, since, after) => {
      const channelId = await channelOf(place);
      const origin = place.type === 'dm' ? originMark(place.workspaceId) : {};
      const self = await api.self();
      const forms = [
        ...formsOf(inWords(content)).map((form) => samePayload(render(form, origin), self)),
        ...(pictureOf(content) ? [showsPicture(mark, self)] : []),
        ...(filesOf(content).length > 0 ? [hasFilesOf(mark, self)] : []),
      ];
      const isIt = (message: APIMessage) =>
        forms.some((same) => same(message)) && marks.mayBe(message.id, mark) && isBehind(message.id, after);
      const { workspaceId } = place;
      const found = (await isInForum(channels, place, content))
        ? await findInForum(api, nativeId(workspaceId), channelId, since, isIt)
        : await firstSince(api, channelId, since, isIt);
      return found && { workspaceId, channelId: found.channel_id, messageId: found.id };
    },

    update: (ref, content) => replace(api, channels, ref, content),

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
  if (place.type === 'channel')
    return (await isInForum(parts.channels, place, content))
      ? postInForum(parts, place.channelId, content)
      : send(api, place.channelId, content, mark);
  if (place.type === 'thread') return sendToThread(parts, place, content, mark);
  return send(api, await openDm(place.userId), content, mark, { origin: originMark(place.workspaceId) });
}

async function replace(
  api: Api,
  channels: Channels,
  { workspaceId, channelId, messageId }: MessageRef,
  content: Content,
): Promise<void> {
  const channel = await channels.findIn(nativeId(workspaceId), channelId);
  const origin = isDirect(channel) ? originMark(workspaceId) : {};
  const change = (shown: Content) =>
    api.patch({
      ...sendingTo(channelId, shown),
      route: Routes.channelMessage(channelId, messageId),
      ...redrawn(render(shown, origin), shown, messageId),
    });
  await inOpenThread(api, channelId, () => orWithoutPicture(content, change));
  // A post of a forum and its first message have the same id, and the title repeats some of its words.
  const title = channelId === messageId ? titleOf(content) : null;
  if (title === null || title === channel.name) return;
  const where = `thread ${channelId}`;
  channels.learn(await api.patch({ route: Routes.channel(channelId), body: { name: title }, where }));
}

/** Only what has a title can be a post of a forum; for all else nothing is asked. */
async function isInForum(channels: Channels, place: Place, content: Content): Promise<boolean> {
  if (place.type !== 'channel' || titleOf(content) === null) return false;
  return isForum(await channels.findIn(nativeId(place.workspaceId), place.channelId));
}

/** As it is now, and as it may stand there from an earlier attempt. */
function formsOf(content: Content): Content[] {
  if (content.type === 'card') return [content];
  const { below: _below, actions: _actions, variants = [], ...words } = content;
  return [content, ...variants.map((variant) => ({ ...words, ...variant }))];
}

/** Ids of messages grow with time. */
function isBehind(messageId: string, after: string | undefined): boolean {
  return !after || BigInt(messageId) > BigInt(after);
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
