import { Routes, type APIMessage, type APIThreadChannel, type APIThreadList } from 'discord.js';
import type { Content } from '../../chat/card.ts';
import { PlatformRefused, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import { lineOf } from './line.ts';
import { render } from './render.ts';
import { snowflakeAt } from './snowflake.ts';
import { AUTO_ARCHIVE_MINUTES } from './threads.ts';

/** Length of a post's title we choose (characters); Discord takes 100. */
const TITLE_MAX = 90;

/** Discord wants a title. */
const UNTITLED = '…';

/** Our clock and Discord's may differ by this much (ms). */
const CLOCK_SKEW_MS = 5_000;

/** Own posts of a forum that are compared; with more it cannot be told whether one of them is meant. */
const COMPARED_MAX = 50;

/** What a post is called in a forum; null for what has no title. */
export function titleOf(content: Content): string | null {
  if (content.type !== 'reply' || content.title === undefined) return null;
  return lineOf(content.title, TITLE_MAX) || UNTITLED;
}

/**
 * A new post of a forum: a thread and its first message, which have the same id. Discord knows no nonce for it, so a repeated
 * one is a second post. https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel
 */
export async function postInForum(
  { api, channels }: { api: Api; channels: Channels },
  forumId: string,
  content: Content,
): Promise<APIMessage> {
  const { message, ...thread } = await api.post<APIThreadChannel & { message: APIMessage }>({
    route: Routes.threads(forumId),
    body: {
      name: titleOf(content) ?? UNTITLED,
      auto_archive_duration: AUTO_ARCHIVE_MINUTES,
      message: render(content),
    },
    needs: ['SEND_MESSAGES'],
    where: `forum ${forumId}`,
  });
  channels.learn(thread);
  return message;
}

/** The first message of our own post in a forum, since then, that fits. @throws {PlatformRefused} when there are too many to compare */
export async function findInForum(
  api: Api,
  guildId: string,
  forumId: string,
  since: Date,
  fits: (message: APIMessage) => boolean,
): Promise<APIMessage | null> {
  const self = await api.self();
  const { threads } = await api.get<APIThreadList>({
    route: Routes.guildActiveThreads(guildId),
    where: `server ${guildId}`,
  });
  const oldest = BigInt(snowflakeAt(new Date(since.getTime() - CLOCK_SKEW_MS)));
  const own = threads.filter(
    (thread) =>
      'parent_id' in thread &&
      thread.parent_id === forumId &&
      'owner_id' in thread &&
      thread.owner_id === self &&
      BigInt(thread.id) >= oldest,
  );
  if (own.length > COMPARED_MAX)
    throw new PlatformRefused('Discord', ({ says }) => says.reasons.tooManyPosts, null);
  for (const { id } of own) {
    const message = await firstOf(api, id);
    if (message && fits(message)) return message;
  }
  return null;
}

async function firstOf(api: Api, threadId: string): Promise<APIMessage | null> {
  const route = Routes.channelMessage(threadId, threadId);
  try {
    return await api.get<APIMessage>({ route, needs: ['READ_MESSAGE_HISTORY'], where: `thread ${threadId}` });
  } catch (error) {
    if (error instanceof TargetGone) return null;
    throw error;
  }
}
