import { snowflake, type Access } from './access.ts';
import type { Conversation } from './conversation.ts';
import type { Faults } from './faults.ts';
import { newMessage } from './message-body.ts';
import { applyEdit } from './message-edit.ts';
import { messageWire, type Reader } from './message-wire.ts';
import { ApiRefusal, invalidField } from './refusal.ts';
import { nothing, ok, type Call, type Route } from './rest.ts';
import type { Channel, Json, StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** How long a nonce is remembered (ms): "a few minutes" in the documentation. */
const NONCE_LIVES_MS = 5 * 60_000;
/** Edits in an hour that a message older than an hour takes; Discord does not say how many. */
const LATE_EDITS_MAX = 30;
const HOUR_MS = 3_600_000;

export interface Parts {
  world: World;
  faults: Faults;
  access: Access;
  conversation: Conversation;
}

/** Who reads over REST: the app's rights count, not a session's intents. */
export function restReader(call: Call, access: Access): Reader {
  return { host: call.host, readsContent: !access.missing().has('MESSAGE_CONTENT') };
}

/** https://docs.discord.com/developers/resources/message */
export function messageRoutes({ world, faults, access, conversation }: Parts): Route[] {
  const bot = world.seed.bot.id;
  const at = (call: Call) => {
    const channel = access.channel(call.params['channel']);
    return { channel, message: access.message(channel, call.params['message']) };
  };
  const wire = (call: Call, message: StoredMessage) => messageWire(world, message, restReader(call, access));

  return [
    {
      method: 'GET',
      path: '/channels/:channel/messages',
      run(call) {
        const channel = access.channel(call.params['channel']);
        const page = pageOf(call.query);
        if (!access.may(channel, 'READ_MESSAGE_HISTORY')) return ok([]);
        const visible = world.messageIds(channel.id).filter((id) => !world.messages.get(id)!.ephemeralFor);
        return ok(slice(visible, page).map((id) => wire(call, world.messages.get(id)!)));
      },
    },
    {
      method: 'GET',
      path: '/channels/:channel/messages/:message',
      run(call) {
        const { channel, message } = at(call);
        access.require(channel, 'READ_MESSAGE_HISTORY');
        return ok(wire(call, message));
      },
    },
    {
      method: 'POST',
      path: '/channels/:channel/messages',
      run(call) {
        const channel = access.channel(call.params['channel']);
        requirePosting(world, faults, access, channel);
        const earlier = call.body['enforce_nonce'] === true ? findByNonce(world, call.body['nonce']) : null;
        if (earlier) return ok({ ...wire(call, earlier), nonce: earlier.nonce });
        const { parts, files } = newMessage(world, call.body, call.files);
        if (!access.may(channel, 'MENTION_EVERYONE')) parts.mentionEveryone = false;
        if (parts.embeds.length > 0) access.require(channel, 'EMBED_LINKS');
        if (files.fresh.length > 0) access.require(channel, 'ATTACH_FILES');
        const draft = {
          channel: channel.id,
          author: bot,
          ...parts,
          ...replyTo(world, access, channel, call.body),
          nonce: nonceOf(call.body),
        };
        const message = conversation.post(draft, files.fresh);
        return ok({ ...wire(call, message), ...(message.nonce === null ? {} : { nonce: message.nonce }) });
      },
    },
    {
      method: 'PATCH',
      path: '/channels/:channel/messages/:message',
      run(call) {
        const { channel, message } = at(call);
        if (message.author !== bot) throw new ApiRefusal(50005);
        access.requireActive(channel);
        countLateEdit(world, message);
        applyEdit(world, conversation, message, call);
        return ok(wire(call, message));
      },
    },
    {
      method: 'DELETE',
      path: '/channels/:channel/messages/:message',
      run(call) {
        const { channel, message } = at(call);
        if (message.author !== bot && channel.type === 1) throw new ApiRefusal(50003);
        if (message.author !== bot) access.require(channel, 'MANAGE_MESSAGES');
        if (message.type === 21) throw new ApiRefusal(50021);
        access.requireActive(channel);
        conversation.remove(message, true);
        return nothing;
      },
    },
  ];
}

/** @throws {ApiRefusal} 50007, 50008, 50013, 160005 */
function requirePosting(world: World, faults: Faults, access: Access, channel: Channel): void {
  // What is said in a forum is said in its posts.
  if (channel.type === 15) throw new ApiRefusal(50008);
  if (channel.type === 1) {
    const other = channel.stored!.people.find((id) => !world.isBot(id));
    if (!other || faults.dmsClosed(other)) throw new ApiRefusal(50007);
    return;
  }
  access.require(channel, channel.type === 11 ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  if (channel.stored?.locked && !access.may(channel, 'MANAGE_THREADS')) throw new ApiRefusal(160005);
}

/** Checks and reads `nonce`. */
function nonceOf(body: Json): string | number | null {
  const { nonce } = body as { nonce?: unknown };
  if (nonce === undefined || nonce === null) return null;
  if (typeof nonce === 'number') return nonce;
  if (typeof nonce === 'string' && nonce.length <= 25) return nonce;
  throw invalidField(['nonce'], 'NONCE_TYPE_TOO_LONG', 'Nonce must be 25 characters or less');
}

/** A nonce is the author's, not the channel's. https://docs.discord.com/developers/resources/message#create-message */
function findByNonce(world: World, nonce: unknown): StoredMessage | null {
  if (nonce === undefined || nonce === null) return null;
  const sinceMs = world.now().getTime() - NONCE_LIVES_MS;
  const isRepeated = (one: StoredMessage) =>
    one.nonce === nonce && one.author === world.seed.bot.id && Date.parse(one.at) >= sinceMs;
  return world.messages.values().findLast(isRepeated) ?? null;
}

/** Reads `message_reference`. */
function replyTo(world: World, access: Access, channel: Channel, body: Json): Partial<StoredMessage> {
  const asked = body['message_reference'] as Json | undefined;
  if (!asked) return {};
  if (!access.may(channel, 'READ_MESSAGE_HISTORY')) throw new ApiRefusal(160002);
  const id = snowflake('message_reference', asked['message_id']);
  const target = world.messages.get(id);
  if (target?.channel === channel.id && !target.ephemeralFor) {
    return { type: 19, reference: { channel: channel.id, message: id } };
  }
  if (asked['fail_if_not_exists'] === false) return {};
  throw invalidField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

/** @throws {ApiRefusal} 30046 */
function countLateEdit(world: World, message: StoredMessage): void {
  const nowMs = world.now().getTime();
  if (nowMs - Date.parse(message.at) <= HOUR_MS) return;
  message.lateEditsAt = message.lateEditsAt.filter((at) => at > nowMs - HOUR_MS);
  if (message.lateEditsAt.length >= LATE_EDITS_MAX) {
    const [oldest = nowMs] = message.lateEditsAt;
    throw new ApiRefusal(30046, null, (oldest + HOUR_MS - nowMs) / 1_000);
  }
  message.lateEditsAt.push(nowMs);
}

interface Page {
  limit: number;
  before: bigint | null;
  after: bigint | null;
  around: bigint | null;
}

function pageOf(query: URLSearchParams): Page {
  const id = (name: string) => (query.has(name) ? BigInt(snowflake(name, query.get(name))) : null);
  return { limit: limitOf(query, 50), before: id('before'), after: id('after'), around: id('around') };
}

/** Reads `limit`. @throws {ApiRefusal} 50035 outside 1-100. */
export function limitOf(query: URLSearchParams, otherwise: number): number {
  const limit = query.has('limit') ? Number(query.get('limit')) : otherwise;
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw invalidField(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
}

/** @param ids oldest first. @returns newest first, as Discord lists them. */
function slice(ids: string[], { limit, before, after, around }: Page): string[] {
  if (after !== null)
    return ids
      .filter((id) => BigInt(id) > after)
      .slice(0, limit)
      .toReversed();
  if (around !== null) {
    const older = ids.filter((id) => BigInt(id) < around).slice(-Math.floor(limit / 2));
    const rest = ids.filter((id) => BigInt(id) >= around).slice(0, limit - older.length);
    return [...older, ...rest].toReversed();
  }
  const candidates = before === null ? ids : ids.filter((id) => BigInt(id) < before);
  return candidates.slice(-limit).toReversed();
}
