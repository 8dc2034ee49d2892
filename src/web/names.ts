import { accountOf } from '../chat/account.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import { isMail } from '../chat/mail.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** How long a name holds (ms): nothing hangs on it. */
const NAME_MS = 60 * 60_000;
/** So many are remembered, and so many asked for at a time; the rest are shown as ids. */
const REMEMBERED = 5_000;
const ASKED_FOR = 20;

/** What people are called, by their ids; an id nobody can tell the name of stays as it is. */
export type Names = (
  workspaceId: WorkspaceId,
  userIds: readonly string[],
) => Promise<(userId: string) => string>;

export function createNames(chat: (workspaceId: WorkspaceId) => ChatAdapter, now: () => Date): Names {
  const known = new Map<string, { name: string; at: number }>();
  const recall = (key: string) => {
    const found = known.get(key);
    return found && now().getTime() - found.at < NAME_MS ? found.name : undefined;
  };
  const learn = async (workspaceId: WorkspaceId, userId: string) => {
    const { name } = await chat(workspaceId).fetchPerson(workspaceId, userId);
    known.set(`${workspaceId} ${userId}`, { name, at: now().getTime() });
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  };
  return async (workspaceId, userIds) => {
    const keyOf = (userId: string) => `${workspaceId} ${userId}`;
    const unknown = [...new Set(userIds)].filter(
      (userId) => recall(keyOf(userId)) === undefined && mailAddress(workspaceId, userId) === null,
    );
    // A platform that does not answer costs the names, not the page.
    await Promise.allSettled(unknown.slice(0, ASKED_FOR).map((userId) => learn(workspaceId, userId)));
    return (userId) => known.get(keyOf(userId))?.name ?? mailAddress(workspaceId, userId) ?? userId;
  };
}

/** Whoever wrote by mail is called by their address. */
function mailAddress(home: WorkspaceId, userId: string): string | null {
  const account = accountOf(home, userId);
  return isMail(account.workspaceId) ? account.userId : null;
}
