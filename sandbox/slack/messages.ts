import type { Journal } from '../journal.ts';
import type { StoredFile, StoredMessage } from './types.ts';

/** Everything said, in the order it was said. */
export interface Messages {
  /** Also finds ephemerals. */
  get(channel: string, ts: string): StoredMessage | undefined;
  /** Adds it, or replaces the one with its channel and ts. */
  save(message: StoredMessage): void;
  remove(message: StoredMessage): void;
  /** What stands in the channel by itself, oldest first, without ephemerals. */
  standing(channel: string): StoredMessage[];
  /** Replies posted with this thread_ts, oldest first, without ephemerals. */
  replies(channel: string, root: string): StoredMessage[];
  /** What only this person sees there, oldest first. */
  ephemerals(channel: string, user: string): StoredMessage[];
  file(id: string): StoredFile | undefined;
  saveFile(file: StoredFile): void;
}

/** @param changed called after every change. */
export function createMessages(journal: Journal, changed: () => void): Messages {
  const table = journal.table<StoredMessage>('slack.messages');
  const files = journal.table<StoredFile>('slack.files');
  // Slack keeps ephemerals nowhere either: they are gone on reload.
  const fleeting = new Map<string, StoredMessage>();
  const standing = createIndex();
  const replies = createIndex();
  const lists = (message: StoredMessage) => [
    ...(message.thread === null || message.broadcast ? [standing.list(message.channel)] : []),
    ...(message.thread === null ? [] : [replies.list(keyOf(message.channel, message.thread))]),
  ];
  for (const message of table.values()) for (const list of lists(message)) list.add(message.ts);
  const resolve = (channel: string, list: Set<string>) =>
    [...list].flatMap((ts) => table.get(keyOf(channel, ts)) ?? []);

  return {
    get: (channel, ts) => table.get(keyOf(channel, ts)) ?? fleeting.get(keyOf(channel, ts)),
    save: (message) => {
      const key = keyOf(message.channel, message.ts);
      if (message.ephemeralFor) {
        fleeting.set(key, message);
      } else {
        table.set(key, message);
        for (const list of lists(message)) list.add(message.ts);
      }
      changed();
    },
    remove: (message) => {
      const key = keyOf(message.channel, message.ts);
      fleeting.delete(key);
      table.delete(key);
      for (const list of lists(message)) list.delete(message.ts);
      changed();
    },
    standing: (channel) => resolve(channel, standing.list(channel)),
    replies: (channel, root) => resolve(channel, replies.list(keyOf(channel, root))),
    ephemerals: (channel, user) =>
      [...fleeting.values()].filter((one) => one.channel === channel && one.ephemeralFor === user),
    file: (id) => files.get(id),
    saveFile: (file) => files.set(file.id, file),
  };
}

const keyOf = (channel: string, ts: string) => `${channel}:${ts}`;

/** Sets of ts by key; a set keeps the order in which messages came, which is the order of their ts. */
function createIndex() {
  const sets = new Map<string, Set<string>>();
  return { list: (key: string) => sets.get(key) ?? sets.set(key, new Set()).get(key)! };
}
