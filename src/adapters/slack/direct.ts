import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import { isSpoken, type NativeMessage } from './snapshot.ts';
import type { Threads } from './threads.ts';

/** So many messages are read in a step, with what hangs below them. */
const PAGE = 50;

/** What stands there, and where the next step begins; null when that was all. */
export interface Said {
  said: NativeMessage[];
  last: string | null;
}

/** The next messages of a conversation with one person, and what was answered below them since, oldest first. */
export async function saidDirectly(
  { read }: Clients,
  threads: Threads,
  channel: string,
  after: string,
  since: string,
): Promise<Said> {
  // Bounded by `oldest` alone, Slack begins at that end.
  const page = await asking('read', () =>
    read.conversations.history({ channel, oldest: after, limit: PAGE }),
  );
  const messages = (page.messages ?? []).toReversed();
  const said: NativeMessage[] = [];
  for (const message of messages) {
    said.push(message);
    if (!message.reply_count || !message.ts || (message.latest_reply ?? '') < since) continue;
    const { replies } = await threads.after(channel, message.ts, since);
    said.push(...replies);
  }
  const last = page.has_more ? (messages.at(-1)?.ts ?? null) : null;
  return { said: said.filter(isSpoken), last };
}
