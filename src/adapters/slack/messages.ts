import type { ChatAdapter, ThreadPart } from '../../chat/adapter.ts';
import type { MessageSnapshot } from '../../chat/message.ts';
import { isDirectRoot, type ThreadRoot } from '../../chat/ref.ts';
import { TargetGone } from '../../errors.ts';
import type { Clients } from './clients.ts';
import { saidDirectly, type Said } from './direct.ts';
import type { Emoji } from './emoji.ts';
import { asking } from './errors.ts';
import type { Identities, Identity } from './identity.ts';
import { createNeighbours, WITH_NEIGHBOURS, type Neighbours } from './neighbours.ts';
import type { People } from './people.ts';
import { isSpoken, momentOf, peopleInMessage, snapshotOf, tsAt, type NativeMessage } from './snapshot.ts';
import { createThreads, type Threads } from './threads.ts';

type Reading = Pick<ChatAdapter, 'fetchMessage' | 'fetchContext' | 'fetchThread'>;

/** Most messages Slack gives at once. */
const PAGE_MAX = 200;

/** What is looked up in channels. */
export function createMessages(deps: {
  clients: Clients;
  identities: Identities;
  people: People;
  emoji: Emoji;
}): Reading {
  const { clients, identities, people, emoji } = deps;
  const threads = createThreads(clients);
  const neighbours = createNeighbours();

  const snapshots = async (messages: readonly NativeMessage[], channelId: string, identity: Identity) => {
    const nameOf = await people.names(messages.flatMap(peopleInMessage));
    const reading = { identity, nameOf, characterOf: (name: string) => emoji.characterOf(name) };
    return messages.map((message) => snapshotOf(message, channelId, reading));
  };

  return {
    fetchMessage: async (ref) => {
      const identity = await identities.check(ref.workspaceId);
      const message = await find(clients, threads, neighbours, ref.channelId, ref.messageId);
      const [snapshot] = message ? await snapshots([message], ref.channelId, identity) : [];
      if (!snapshot) throw new TargetGone('slack', 'message_not_found', null);
      return { ...snapshot, permalink: await permalink(clients, snapshot) };
    },
    fetchContext: async (message, limit) => {
      const identity = await identities.check(message.ref.workspaceId);
      if (limit <= 0) return [];
      const { channelId, messageId } = message.ref;
      const before = message.threadRoot
        ? await threads.before(channelId, message.threadRoot.messageId, messageId, limit)
        : (neighbours.take(channelId, messageId, limit)?.toReversed() ??
          (await standingBefore(clients, channelId, messageId, limit)));
      return snapshots(before, channelId, identity);
    },
    fetchThread: async (workspaceId, thread, { cursor, since }) => {
      const identity = await identities.check(workspaceId);
      // What was written at that very moment counts; Slack leaves the bound itself out.
      const after = cursor ?? tsAt(new Date(since.getTime() - 1));
      const { said, last } = isDirectRoot(thread)
        ? await saidDirectly(clients, threads, thread.channelId, after, tsAt(since))
        : await saidInThread(threads, thread, after, cursor === null);
      const found = await snapshots(said, thread.channelId, identity);
      return partOf(found, said, after, last);
    },
  };
}

async function saidInThread(
  threads: Threads,
  { channelId, messageId }: ThreadRoot,
  after: string,
  withRoot: boolean,
): Promise<Said> {
  const { root, replies, hasMore } = await threads.after(channelId, messageId, after);
  const said = [...(root && withRoot ? [root] : []), ...replies].filter(isSpoken);
  return { said, last: hasMore ? (replies.at(-1)?.ts ?? null) : null };
}

function partOf(
  snapshots: readonly MessageSnapshot[],
  messages: readonly NativeMessage[],
  after: string,
  last: string | null,
): ThreadPart {
  return {
    said: snapshots.map((snapshot, index) => ({
      snapshot,
      editedAt: editedAtOf(messages[index]),
      ...(snapshot.threadRoot && { answers: snapshot.threadRoot.messageId }),
    })),
    from: momentOf(after),
    until: last === null ? null : momentOf(last),
    next: last,
    afterMs: 0,
    problem: null,
  };
}

function editedAtOf(message: NativeMessage | undefined): Date | null {
  return message?.edited?.ts ? momentOf(message.edited.ts) : null;
}

/**
 * The message with exactly this ts: for one that is gone, and for a reply, Slack's history answers with a neighbour.
 * An event does not tell a reply from a message that stands by itself.
 */
async function find(
  { read }: Clients,
  threads: Threads,
  neighbours: Neighbours,
  channel: string,
  ts: string,
): Promise<NativeMessage | null> {
  const { messages = [], has_more: hasMore } = await asking('read', () =>
    read.conversations.history({ channel, latest: ts, inclusive: true, limit: WITH_NEIGHBOURS }),
  );
  const [first, ...older] = messages;
  if (first?.ts === ts) neighbours.remember(channel, ts, older, hasMore !== true);
  const message: NativeMessage | null =
    messages.find((one) => one.ts === ts) ?? (await threads.one(channel, ts));
  return message && message.subtype !== 'tombstone' ? message : null;
}

/** The address we would make ourselves serves when Slack does not give its own. */
async function permalink({ read }: Clients, { ref, permalink: ours }: MessageSnapshot): Promise<string> {
  try {
    const { permalink: theirs } = await read.chat.getPermalink({
      channel: ref.channelId,
      message_ts: ref.messageId,
    });
    return theirs ?? ours;
  } catch {
    return ours;
  }
}

async function standingBefore(
  { read }: Clients,
  channel: string,
  ts: string,
  limit: number,
): Promise<NativeMessage[]> {
  // Some of what comes is not spoken (somebody joined), so a few more are asked for.
  const { messages = [] } = await asking('read', () =>
    read.conversations.history({
      channel,
      latest: ts,
      inclusive: false,
      limit: Math.min(PAGE_MAX, limit + 10),
    }),
  );
  const before = messages.filter((message) => isSpoken(message) && message.ts !== ts);
  return before.slice(0, limit).toReversed();
}
