import { Routes, type APIMessage, type APIThreadChannel } from 'discord.js';
import type { Content } from '../../chat/card.ts';
import type { Place, ThreadRoot } from '../../chat/ref.ts';
import { shorten } from '../../chat/text.ts';
import { PermissionMissing, RateLimited } from '../../errors.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import { CODE, discordCode } from './errors.ts';
import { send } from './send.ts';
import { displayName } from './text.ts';

/** Length of a thread's name we choose (characters); Discord takes 100. */
const NAME_MAX = 60;

/** A quiet thread is put away after a week, the longest Discord offers (minutes). */
export const AUTO_ARCHIVE_MINUTES = 10_080;

/** Threads that are to be started, by their messages' ids: their names, null before they are known. */
export type Unstarted = Map<string, string | null>;

/**
 * Posts into the thread under a message, and starts it first if there is none. Thread and message have the same id, so an
 * existing thread needs no looking up, and one in a forum no parent to make it in.
 */
export async function sendToThread(
  { api, channels, unstarted }: { api: Api; channels: Channels; unstarted: Unstarted },
  { channelId, messageId }: Extract<Place, { type: 'thread' }>,
  content: Content,
  mark: string,
): Promise<APIMessage> {
  const post = () => send(api, messageId, content, mark);
  // Nothing of ours stands in it yet, so most often there is none.
  const title = channels.known(messageId) ? null : titleOf(content);
  // Starting it may have to wait for its turn: what was found out until then is not asked again.
  if (title === null && !unstarted.has(messageId)) {
    const posted = await post().catch(unlessUnknown);
    if (posted) return posted;
    unstarted.set(messageId, null);
  }
  try {
    const name = title ?? unstarted.get(messageId) ?? (await nameOf(api, channelId, messageId));
    if (title === null) unstarted.set(messageId, name);
    const thread = await startThread(api, { channelId, messageId }, name, mark);
    channels.learn({ ...thread, parent_id: channelId });
    unstarted.delete(messageId);
  } catch (error) {
    if (!(error instanceof RateLimited)) unstarted.delete(messageId);
    // A thread cannot hang from a message in a thread: the nearest is an answer to that message.
    if (discordCode(error) === CODE.wrongChannelType)
      return send(api, channelId, content, mark, { replyTo: messageId });
    // Whoever may start none may still write in one that is there.
    const posted =
      title !== null && error instanceof PermissionMissing ? await post().catch(unlessUnknown) : null;
    if (posted) return posted;
    if (discordCode(error) !== CODE.threadExists) throw error;
  }
  return post();
}

/** What the first of a thread is to call it; null for what follows. */
function titleOf(content: Content): string | null {
  return content.type === 'reply' && content.title !== undefined ? nameFor(content.title) || null : null;
}

function unlessUnknown(error: unknown): null {
  if (discordCode(error) !== CODE.unknownChannel) throw error;
  return null;
}

async function nameOf(api: Api, channelId: string, messageId: string): Promise<string> {
  const route = Routes.channelMessage(channelId, messageId);
  const where = `channel ${channelId}`;
  const { content, author } = await api.get<APIMessage>({ route, needs: ['READ_MESSAGE_HISTORY'], where });
  // Without words, such as a picture alone: by whom it is, since that is the same in each language.
  return nameFor(content) || shorten(displayName(author), NAME_MAX);
}

/** @param mark of what is posted in it at once */
function startThread(
  api: Api,
  { channelId, messageId }: ThreadRoot,
  name: string,
  mark: string,
): Promise<APIThreadChannel> {
  return api.post<APIThreadChannel>({
    route: Routes.threads(channelId, messageId),
    body: { name, auto_archive_duration: AUTO_ARCHIVE_MINUTES },
    needs: ['CREATE_PUBLIC_THREADS'],
    where: `channel ${channelId}`,
    next: { route: Routes.channelMessages(messageId), body: { nonce: mark } },
  });
}

/** As Discord itself would name it: the first words of the message; empty where it has none. */
function nameFor(text: string): string {
  const words = text.replace(/<[^<>]*>/g, '').trim();
  return shorten(words.split('\n', 1)[0]?.trim() ?? '', NAME_MAX);
}

/** Changes something in a channel; a thread that has been put away is taken out again first. */
export async function inOpenThread<T>(api: Api, channelId: string, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (discordCode(error) !== CODE.archived) throw error;
  }
  const where = `thread ${channelId}`;
  await api.patch({
    route: Routes.channel(channelId),
    body: { archived: false },
    needs: ['SEND_MESSAGES_IN_THREADS'],
    where,
  });
  return change();
}
