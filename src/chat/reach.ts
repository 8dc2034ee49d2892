import { accountOf } from './account.ts';
import type { ChatAdapter } from './adapter.ts';
import type { WorkspaceId } from './ref.ts';

/**
 * The adapter of a workspace, for which people of other workspaces exist too: whoever is asked for as `slack:T1/U1` is asked for
 * where they are, with their groups there. They see no channel of this one.
 */
export function reaching(
  chat: (workspaceId: WorkspaceId) => ChatAdapter,
): (workspaceId: WorkspaceId) => ChatAdapter {
  return (workspaceId) => {
    const own = chat(workspaceId);
    return {
      ...own,
      fetchPerson: async (home, id) => {
        const account = accountOf(home, id);
        const there = account.workspaceId === home ? own : chat(account.workspaceId);
        return there.fetchPerson(account.workspaceId, account.userId);
      },
      canSee: async (home, channelId, id) =>
        accountOf(home, id).workspaceId === home && own.canSee(home, channelId, id),
    };
  };
}
