import { textsIn } from '../../../src/texts/index.ts';
import type { ChatAdapter, Flagged, LookBack, Said } from '../../../src/chat/adapter.ts';
import type { ThreadRoot, WorkspaceId } from '../../../src/chat/ref.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** A whole look back, step by step, as the handler makes it; every step's cursor goes through text. */
export async function lookBack(
  adapter: ChatAdapter,
  workspaceId: WorkspaceId,
  channelId: string,
  options: Partial<Omit<LookBack, 'cursor'>> = {},
): Promise<{ flagged: Flagged[]; steps: number; problem: string | null }> {
  const flagged: Flagged[] = [];
  const whole = { emojis: ['🚩'], since: LONG_AGO, limit: 500, ...options };
  let [cursor, problem]: (string | null)[] = [null, null];
  for (let steps = 1; ; steps += 1) {
    const step = await adapter.fetchReactions(workspaceId, channelId, { ...whole, cursor: cursor ?? null });
    flagged.push(...step.flagged);
    problem ??= step.problem?.(textsIn('en')) ?? null;
    if (step.next === null) return { flagged, steps, problem: problem ?? null };
    if (steps > 200) throw new Error('a look back that never ends');
    cursor = step.next;
  }
}

/** The people by message, whichever step brought them. */
export function peopleBy(flagged: readonly Flagged[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { message, userIds } of flagged)
    found.set(message.messageId, [...(found.get(message.messageId) ?? []), ...userIds].toSorted());
  return found;
}

/** A whole thread, step by step. */
export async function readThread(
  adapter: ChatAdapter,
  workspaceId: WorkspaceId,
  root: ThreadRoot,
  since = LONG_AGO,
): Promise<Said[]> {
  const said: Said[] = [];
  let cursor: string | null = null;
  do {
    const part = await adapter.fetchThread(workspaceId, root, { cursor, since });
    said.push(...part.said);
    cursor = part.next;
  } while (cursor !== null);
  return said;
}
