import { Routes, type APIMessage, type APIThreadList } from 'discord.js';
import { z } from 'zod';
import type { ChatAdapter, Flagged, LookBack, Step } from '../../chat/adapter.ts';
import { nativeId } from '../../chat/ref.ts';
import { untilTired } from '../../chat/until-tired.ts';
import { PermissionMissing, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { blankedProblem, insistOnHistory } from './blindness.ts';
import { isForum, type Channels } from './channels.ts';
import { asksAbout, peopleOf, type Ask } from './reactors.ts';
import { snowflakeAt } from './snowflake.ts';

/** Messages Discord returns at most. */
const PAGE = 100;
/** Calls a step makes at most; whoever waits for the platform meanwhile waits no longer than that. */
const CALLS = 10;

/** Where a look back has got to: the channel itself first, then its threads, the newest first. */
const position = z.object({
  /** The channel or the thread. */
  place: z.string(),
  /** Only what is older is still to be looked at; null begins with the newest. */
  before: z.string().nullable(),
  looked: z.number(),
  /** Who set an emoji is known up to this person; what comes before it in the same page as well. */
  ask: z.object({ messageId: z.string(), path: z.string(), type: z.number(), after: z.string() }).nullable(),
});
type Position = z.infer<typeof position>;

interface Looking {
  api: Api;
  channels: Channels;
  guildId: string;
  channelId: string;
  back: LookBack;
  emojis: ReadonlySet<string>;
  /** Where it would go on if it stopped here; null at the end. */
  at: Position | null;
  calls: number;
  flagged: Flagged[];
  problem: Step['problem'];
}

/** Looks through a channel and its active threads, a few calls at a time. */
export function createLookBack(api: Api, channels: Channels): ChatAdapter['fetchReactions'] {
  return async (workspaceId, channelId, back) => {
    const guildId = nativeId(workspaceId);
    const channel = await channels.findIn(guildId, channelId);
    const start = read(back.cursor) ?? beginning(channelId);
    const looking: Looking = {
      api,
      channels,
      guildId,
      channelId,
      back,
      emojis: new Set(back.emojis),
      at: start,
      calls: 0,
      flagged: [],
      problem: null,
    };
    // A forum's messages are all in its threads.
    if (start.place === channelId && isForum(channel)) await toNextThread(looking, channelId);
    const afterMs = await untilTired(
      () => goOn(looking),
      () => looking.at !== start,
    );
    const { flagged, problem } = looking;
    return { flagged, problem, afterMs, next: looking.at && JSON.stringify(looking.at) } satisfies Step & {
      flagged: Flagged[];
    };
  };
}

/** @returns false when it is through, or has made its calls */
async function goOn(looking: Looking): Promise<boolean> {
  if (!looking.at || looking.calls >= CALLS) return false;
  await lookOn(looking, looking.at);
  return true;
}

/** One page of messages, and who set the emoji that matter on them. */
async function lookOn(looking: Looking, at: Position): Promise<void> {
  const { back, emojis, channelId } = looking;
  const wanted = Math.min(PAGE, back.limit - at.looked);
  const page = await messagesAt(looking, at, wanted);
  const oldest = BigInt(snowflakeAt(back.since));
  const recent = page.filter(({ id }) => BigInt(id) >= oldest);
  const asks = recent.flatMap((message) => asksAbout(message, emojis));
  for (const ask of at.ask ? asks.slice(firstOf(asks, at.ask)) : asks)
    if (!(await askAll(looking, at, ask))) return;
  const last = page.at(-1);
  const looked = at.looked + page.length;
  const isThrough = page.length < wanted || recent.length < page.length || looked >= back.limit;
  if (last && !isThrough) looking.at = { place: at.place, before: last.id, looked, ask: null };
  else await toNextThread(looking, at.place === channelId ? null : at.place);
}

async function messagesAt(
  looking: Looking,
  { place, before }: Position,
  limit: number,
): Promise<APIMessage[]> {
  const { api, channelId } = looking;
  looking.calls += 1;
  try {
    const page = await api.get<APIMessage[]>({
      route: Routes.channelMessages(place),
      query: { limit, ...(before && { before }) },
      needs: ['READ_MESSAGE_HISTORY'],
      where: `channel ${place}`,
    });
    if (page.length === 0 && before === null) await insistOnHistory(api, place);
    looking.problem ??= await blankedProblem(api, page);
    return page;
  } catch (error) {
    // The other threads are looked through all the same.
    if (place === channelId) throw error;
    if (error instanceof PermissionMissing) looking.problem = (texts) => error.neededIn(texts);
    else if (!(error instanceof TargetGone)) throw error;
    return [];
  }
}

/** Everybody of one list. @returns false when the calls of this step are used up */
async function askAll(looking: Looking, at: Position, ask: Ask): Promise<boolean> {
  const { api, flagged, channelId } = looking;
  const { messageId, path, type, emoji } = ask;
  const isSame = at.ask?.messageId === messageId && at.ask.path === path && at.ask.type === type;
  let after: string | null = isSame && at.ask ? at.ask.after : '0';
  if (after === END) return true;
  while (after !== null) {
    // A step that only reads the page again would never end.
    if (looking.calls >= CALLS) return false;
    looking.calls += 1;
    const { userIds, last } = await peopleOf(api, at.place, ask, after);
    const parentChannelId = at.place === channelId ? null : channelId;
    if (userIds.length > 0)
      flagged.push({ message: { channelId: at.place, messageId, parentChannelId }, emoji, userIds });
    after = last;
    looking.at = { ...at, ask: { messageId, path, type, after: last ?? END } };
  }
  return true;
}

/** No person's id is as large: the list is known to its end. */
const END = '9223372036854775807';

/** Messages stand newest first. Where the list asked for last is gone, those of older messages are still to be asked for. */
function firstOf(asks: readonly Ask[], { messageId, path, type }: NonNullable<Position['ask']>): number {
  const found = asks.findIndex(
    (ask) => ask.messageId === messageId && ask.path === path && ask.type === type,
  );
  if (found >= 0) return found;
  const older = asks.findIndex((ask) => BigInt(ask.messageId) <= BigInt(messageId));
  return older >= 0 ? older : asks.length;
}

/** @param from the thread that was looked through last; null begins with the newest */
async function toNextThread(looking: Looking, from: string | null): Promise<void> {
  const { api, channels, guildId, channelId, back } = looking;
  looking.calls += 1;
  const { threads } = await api.get<APIThreadList>({
    route: Routes.guildActiveThreads(guildId),
    where: `server ${guildId}`,
  });
  const oldest = BigInt(snowflakeAt(back.since));
  const ids = threads
    .map((thread) => ({ ...channels.learn(thread, guildId), lastId: lastIdOf(thread) }))
    .filter(({ parentId, lastId }) => parentId === channelId && BigInt(lastId) >= oldest)
    .map(({ id }) => BigInt(id))
    .filter((id) => from === null || id < BigInt(from))
    .toSorted((a, b) => (a < b ? 1 : -1));
  const [next] = ids;
  looking.at = next === undefined ? null : beginning(String(next));
}

/** A thread begins with the message it hangs from. */
function lastIdOf(thread: APIThreadList['threads'][number]): string {
  return ('last_message_id' in thread && thread.last_message_id) || thread.id;
}

function beginning(place: string): Position {
  return { place, before: null, looked: 0, ask: null };
}

/** Null for what another version has written: it begins anew. */
function read(cursor: string | null): Position | null {
  if (cursor === null) return null;
  try {
    return position.parse(JSON.parse(cursor));
  } catch {
    return null;
  }
}
