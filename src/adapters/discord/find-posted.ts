import { Routes, type APIMessage } from 'discord.js';
import { PlatformRefused, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { snowflakeAt, timeOf } from './snowflake.ts';

/** Our clock and Discord's may differ by this much (ms). */
const CLOCK_SKEW_MS = 5_000;

/** Messages looked through: pages of 100. */
const PAGE = 100;
const PAGES_MAX = 20;

/**
 * The first message in a channel at or after `since` that fits. A thread that does not exist holds none.
 * @throws {PlatformRefused} when there is too much to look through: nobody may take that for "not there" and post again.
 */
export async function firstSince(
  api: Api,
  channelId: string,
  since: Date,
  fits: (message: APIMessage) => boolean,
): Promise<APIMessage | null> {
  let after = snowflakeAt(new Date(since.getTime() - CLOCK_SKEW_MS));
  try {
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const messages = await pageAfter(api, channelId, after);
      const found = messages.find(fits);
      if (found) return found;
      if (messages.length < PAGE) return null;
      after = messages.at(-1)?.id ?? after;
    }
  } catch (error) {
    if (error instanceof TargetGone) return null;
    throw error;
  }
  throw new PlatformRefused('Discord', ({ says }) => says.reasons.tooManyMessages, null);
}

/** Oldest first: Discord lists the newest first even when asked for what came after. */
async function pageAfter(api: Api, channelId: string, after: string): Promise<APIMessage[]> {
  const messages = await api.get<APIMessage[]>({
    route: Routes.channelMessages(channelId),
    query: { after, limit: PAGE },
    needs: ['READ_MESSAGE_HISTORY'],
    where: `channel ${channelId}`,
  });
  return messages.toSorted((a, b) => timeOf(a.id).getTime() - timeOf(b.id).getTime());
}
