import { Routes, type APIMessage, type APIThreadChannel } from 'discord.js';
import type { Content } from '../../chat/card.ts';
import type { Place } from '../../chat/ref.ts';
import { shorten } from '../../chat/text.ts';
import { RateLimited } from '../../errors.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import { CODE, discordCode } from './errors.ts';
import { send } from './send.ts';

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
  // Starting it may have to wait for its turn: what was found out until then is not asked again.
  if (!unstarted.has(messageId)) {
    try {
      return await send(api, messageId, content, mark);
    } catch (error) {
      if (discordCode(error) !== CODE.unknownChannel) throw error;
    }
    unstarted.set(messageId, null);
  }
  try {
    const name = unstarted.get(messageId) ?? (await nameOf(api, channelId, messageId));
    unstarted.set(messageId, name);
    channels.learn({ ...(await startThread(api, channelId, messageId, name)), parent_id: channelId });
    unstarted.delete(messageId);
  } catch (error) {
    if (!(error instanceof RateLimited)) unstarted.delete(messageId);
    // A thread cannot hang from a message in a thread: the nearest is an answer to that message.
    if (discordCode(error) === CODE.wrongChannelType)
      return send(api, channelId, content, mark, { replyTo: messageId });
    if (discordCode(error) !== CODE.threadExists) throw error;
  }
  return send(api, messageId, content, mark);
}

async function nameOf(api: Api, channelId: string, messageId: string): Promise<string> {
  const route = Routes.channelMessage(channelId, messageId);
  const where = `channel ${channelId}`;
  return nameFor(await api.get<APIMessage>({ route, needs: ['READ_MESSAGE_HISTORY'], where }));
}

function startThread(
  api: Api,
  channelId: string,
  messageId: string,
  name: string,
): Promise<APIThreadChannel> {
  return api.post<APIThreadChannel>({
    route: Routes.threads(channelId, messageId),
    body: { name, auto_archive_duration: AUTO_ARCHIVE_MINUTES },
    needs: ['CREATE_PUBLIC_THREADS'],
    where: `channel ${channelId}`,
  });
}

/** As Discord itself would name it: the first words of the message. */
function nameFor({ content }: APIMessage): string {
  const words = content.replace(/<[^<>]*>/g, '').trim();
  return shorten(words.split('\n', 1)[0]?.trim() ?? '', NAME_MAX) || 'Conversation';
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
