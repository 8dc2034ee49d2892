import type { MessageMetadata } from '@slack/types';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Content } from '../../chat/card.ts';
import type { MessageRef, Place } from '../../chat/ref.ts';
import { OutcomeUnknown, PlatformRefused } from '../../errors.ts';
import { createCardFiles } from './card-files.ts';
import type { Clients } from './clients.ts';
import { closedDm, createDms, type Dms } from './dms.ts';
import type { Emoji } from './emoji.ts';
import { asking, slackCode, translated } from './errors.ts';
import type { Identities } from './identity.ts';
import { hasMark, markOf, newestWithMark, type MarkedMessage } from './marks.ts';
import type { People } from './people.ts';
import { createPictures } from './pictures.ts';
import { peopleIn, render, type Rendered } from './render.ts';

/** Codes after which a whisper goes to the person directly: they, or we, are not in the channel. */
const NOT_THERE = new Set(['user_not_in_channel', 'not_in_channel', 'channel_not_found', 'is_archived']);
/** What is so already needs no doing. */
const SO_ALREADY = new Set(['already_reacted', 'no_reaction']);

export interface Outward extends Pick<
  ChatAdapter,
  'awaitTurn' | 'awaitTurnToUpdate' | 'post' | 'findPosted' | 'update' | 'whisper' | 'react'
> {
  /** Content as a message of Slack's. @throws {PlatformRefused} for a button that stands for too much. */
  rendered: (content: Content) => Promise<Rendered>;
  /**
   * Shows a message to one person only, in the channel or its thread; without a channel, in their conversation with the bot. By direct
   * message, which stays, where that is not possible.
   */
  tell: (
    channelId: string | null,
    threadTs: string | null,
    userId: string,
    message: Rendered,
  ) => Promise<void>;
}

interface Deps {
  clients: Clients;
  identities: Identities;
  people: People;
  emoji: Emoji;
}

/** What goes out. No call is repeated here: whoever calls keeps a ledger. */
export function createPosting({ clients, identities, people, emoji }: Deps): Outward {
  const dms = createDms(clients);
  const channelOf = async (place: Place) => (place.type === 'dm' ? dms.open(place.userId) : place.channelId);
  const withPictures = createWithPictures(clients, people);
  const files = createCardFiles(clients);
  const tell: Outward['tell'] = (channel, threadTs, user, message) =>
    tellOne({ channel, user, ...(threadTs && { thread_ts: threadTs }) }, message, clients, dms);

  return {
    rendered: (content) => renderedFor(content, people, null),
    tell,
    ...turnsOf({ clients, identities }, channelOf),
    post: async (place, content, mark) => {
      await identities.check(place.workspaceId);
      const channelId = await channelOf(place);
      return files.shared(place, channelId, content, mark, (shown, ids) =>
        withPictures(shown, mark, (message) => send(place, channelId, message, markOf(mark, ids), clients)),
      );
    },
    findPosted: async (place, _content, mark, since) => {
      const identity = await identities.check(place.workspaceId);
      const channelId = await channelOf(place);
      const rootTs = place.type === 'thread' ? place.messageId : null;
      const isIt = (message: MarkedMessage) => hasMark(message, mark, identity);
      const ts = await newestWithMark(clients, channelId, rootTs, since, isIt);
      return ts === null ? null : { workspaceId: place.workspaceId, channelId, messageId: ts };
    },
    update: async (ref, content) => {
      await identities.check(ref.workspaceId);
      await files.takenAway(ref, content, () =>
        withPictures(content, null, (message) => redraw(ref, message, clients)),
      );
    },
    whisper: async (workspaceId, channelId, userId, content) => {
      await identities.check(workspaceId);
      await tell(channelId, null, userId, await renderedFor(content, people, null));
    },
    react: async (ref, character, present) => {
      await identities.check(ref.workspaceId);
      await asking('write', () => react(ref, emoji.shortNameOf(character), present, clients));
    },
  };
}

/** Before a call of the same. */
function turnsOf(
  { clients, identities }: Pick<Deps, 'clients' | 'identities'>,
  channelOf: (place: Place) => Promise<string>,
): Pick<Outward, 'awaitTurn' | 'awaitTurnToUpdate'> {
  return {
    awaitTurn: async (place, mark) => {
      await identities.check(place.workspaceId);
      await clients.post.awaitTurn('chat.postMessage', postArgs(await channelOf(place), mark));
    },
    awaitTurnToUpdate: async ({ workspaceId, channelId: channel, messageId: ts }) => {
      await identities.check(workspaceId);
      await clients.post.awaitTurn('chat.update', { channel, ts });
    },
  };
}

function redraw({ channelId: channel, messageId: ts }: MessageRef, message: Rendered, { post }: Clients) {
  return post.chat.update({ channel, ts, ...message });
}

/** Says content with its picture, if it has one. */
function createWithPictures(clients: Clients, people: People) {
  const pictures = createPictures(clients);
  return <T>(content: Content, mark: string | null, say: (message: Rendered) => Promise<T>): Promise<T> =>
    pictures.shown(content, mark, async (shown, id) => {
      const message = await renderedFor(shown, people, id);
      return asking('write', () => say(message));
    });
}

/** What a post waits in line with. */
function postArgs(channel: string, mark: string) {
  return { channel, metadata: markOf(mark) };
}

async function renderedFor(content: Content, people: People, pictureId: string | null): Promise<Rendered> {
  const nameOf = await people.names(peopleIn(content));
  try {
    return render(content, nameOf, pictureId);
  } catch (error) {
    throw new PlatformRefused('slack', 'action_too_long', error);
  }
}

async function send(
  place: Place,
  channel: string,
  message: Rendered,
  metadata: MessageMetadata,
  { post }: Clients,
): Promise<MessageRef> {
  const thread = place.type === 'thread' ? { thread_ts: place.messageId } : {};
  const quiet = { unfurl_links: false, unfurl_media: false };
  try {
    const posted = await post.chat.postMessage({
      channel,
      ...thread,
      ...message,
      ...quiet,
      metadata,
    });
    if (!posted.ts) throw new OutcomeUnknown('slack', null);
    return { workspaceId: place.workspaceId, channelId: posted.channel ?? channel, messageId: posted.ts };
  } catch (error) {
    throw place.type === 'dm' ? closedDm(error) : error;
  }
}

async function tellOne(
  to: { channel: string | null; user: string; thread_ts?: string },
  message: Rendered,
  clients: Clients,
  dms: Dms,
): Promise<void> {
  try {
    const channel = to.channel ?? (await dms.open(to.user));
    await clients.post.chat.postEphemeral({ ...to, channel, ...message });
  } catch (error) {
    if (!NOT_THERE.has(slackCode(error) ?? '')) throw translated(error, 'write');
    await directly(to.user, message, clients, dms);
  }
}

async function directly(userId: string, message: Rendered, { post }: Clients, dms: Dms): Promise<void> {
  const channel = await dms.open(userId);
  await asking('write', () => post.chat.postMessage({ channel, ...message }));
}

async function react(
  ref: MessageRef,
  name: string | null,
  present: boolean,
  { post }: Clients,
): Promise<void> {
  if (!name) throw new PlatformRefused('slack', 'invalid_name', null);
  const target = { channel: ref.channelId, timestamp: ref.messageId, name };
  try {
    await (present ? post.reactions.add(target) : post.reactions.remove(target));
  } catch (error) {
    if (!SO_ALREADY.has(slackCode(error) ?? '')) throw error;
  }
}
