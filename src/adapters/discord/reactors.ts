import { Routes, type APIEmoji, type APIMessage, type APIUser } from 'discord.js';
import { TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { CODE, discordCode } from './errors.ts';
import { emojiName } from './text.ts';

/** People a call names at most. */
const PAGE = 100;

/** Ordinary and super reactions are listed apart. https://docs.discord.com/developers/resources/message#get-reactions */
const KINDS = [
  { type: 0, count: 'normal' },
  { type: 1, count: 'burst' },
] as const;

/** One list of people to be asked for: those with this emoji, of this kind, on this message. */
export interface Ask {
  messageId: string;
  /** The emoji as it stands in a route. */
  path: string;
  type: number;
  /** As the policy writes it. */
  emoji: string;
}

/** What has to be asked about a message to know who set one of these emoji. */
export function asksAbout({ id, reactions }: APIMessage, emojis: ReadonlySet<string>): Ask[] {
  return (reactions ?? [])
    .filter(({ emoji, count, me }) => emojis.has(emojiName(emoji)) && !(count === 1 && me))
    .flatMap(({ emoji, count_details: details }) =>
      KINDS.filter(({ count }) => details?.[count] !== 0).map(({ type }) => ({
        messageId: id,
        path: pathOf(emoji),
        type,
        emoji: emojiName(emoji),
      })),
    );
}

/** One page of them, from after the person named; `last` is null when there are no more. */
export async function peopleOf(
  api: Api,
  channelId: string,
  { messageId, path, type }: Ask,
  after: string,
): Promise<{ userIds: string[]; last: string | null }> {
  const page = await api
    .get<APIUser[]>({
      route: Routes.channelMessageReaction(channelId, messageId, encodeURIComponent(path)),
      query: { limit: PAGE, type, after },
      needs: ['READ_MESSAGE_HISTORY'],
      where: `channel ${channelId}`,
    })
    .catch(goneIsNobody);
  const self = await api.self();
  const userIds = page.map(({ id }) => id);
  const last = page.length < PAGE ? null : (userIds.at(-1) ?? null);
  return { userIds: userIds.filter((id) => id !== self), last };
}

/** The message, or the reaction, was taken away meanwhile. */
function goneIsNobody(error: unknown): APIUser[] {
  if (error instanceof TargetGone || discordCode(error) === CODE.unknownEmoji) return [];
  throw error;
}

/** Of a deleted custom emoji any name will do. */
function pathOf({ id, name }: Pick<APIEmoji, 'id' | 'name'>): string {
  return id ? `${name ?? '_'}:${id}` : (name ?? '');
}
