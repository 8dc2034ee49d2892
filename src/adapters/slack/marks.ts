import type { MessageMetadata } from '@slack/types';
import { PlatformRefused } from '../../errors.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import type { Identity } from './identity.ts';
import { isOwn, type NativeMessage } from './snapshot.ts';

const EVENT_TYPE = 'hearback';
/** Slack's clock and ours may differ by this much (s). A mark is nobody else's, so that looking further back harms nothing. */
const CLOCKS_DIFFER_S = 3_600;
const PAGE = 200;
/** Messages looked through: pages of 200. */
const PAGES_MAX = 20;

/** A message with what only those get who ask for it. */
export interface MarkedMessage extends NativeMessage {
  metadata?: { event_type?: string | undefined; event_payload?: unknown } | undefined;
}

/** Travels with a post, unseen, so that it can be found again, and the files that came with it. Readable for other apps: no secrets. */
export function markOf(mark: string, fileIds: readonly string[] = []): MessageMetadata {
  const files = fileIds.length > 0 ? { files: fileIds.join(',') } : {};
  return { event_type: EVENT_TYPE, event_payload: { mark, ...files } };
}

/** Whether it is a post of ours with this mark; somebody else's with the same is not. */
export function hasMark(message: MarkedMessage, mark: string, identity: Identity): boolean {
  const { event_type: type, event_payload: payload } = message.metadata ?? {};
  if (type !== EVENT_TYPE || !isOwn(message, identity)) return false;
  return typeof payload === 'object' && payload !== null && 'mark' in payload && payload.mark === mark;
}

/**
 * @returns the ts of the message in the channel, or in the thread under `rootTs`, that fits; null when none does.
 * @throws {PlatformRefused} when there is too much to look through: nobody may take that for "not there" and post again.
 */
export async function newestWithMark(
  { read }: Clients,
  channel: string,
  rootTs: string | null,
  since: Date,
  fits: (message: MarkedMessage) => boolean,
): Promise<string | null> {
  const oldest = Math.max(0, since.getTime() / 1_000 - CLOCKS_DIFFER_S).toFixed(6);
  const query = { channel, oldest, include_all_metadata: true, limit: PAGE };
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const next = { ...query, ...(cursor && { cursor }) };
    const found = await asking('read', () =>
      rootTs ? read.conversations.replies({ ...next, ts: rootTs }) : read.conversations.history(next),
    );
    const messages: MarkedMessage[] = found.messages ?? [];
    const ts = messages.find(fits)?.ts;
    if (ts) return ts;
    cursor = found.response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  throw new PlatformRefused('slack', ({ says }) => says.reasons.tooManyMessages, null);
}
