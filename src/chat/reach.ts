import { accountOf } from './account.ts';
import type { ChatAdapter } from './adapter.ts';
import type { WorkspaceId } from './ref.ts';

/**
 * The adapter of a workspace, for which people of other workspaces exist too: whoever is asked for as `slack:T1/U1` is asked for
 * where they are, with their groups there. They see no channel of this one.
 * @param localeOf what is known of somebody's locale where their platform does not say it of itself
 */
export function reaching(
  chat: (workspaceId: WorkspaceId) => ChatAdapter,
  localeOf: (workspaceId: WorkspaceId, userId: string) => Promise<string | null> = async () => null,
): (workspaceId: WorkspaceId) => ChatAdapter {
  return (workspaceId) => {
    const own = chat(workspaceId);
    return {
      ...own,
      fetchPerson: async (home, id) => {
        const account = accountOf(home, id);
        const there = account.workspaceId === home ? own : chat(account.workspaceId);
        const person = await there.fetchPerson(account.workspaceId, account.userId);
        const locale = person.locale ?? (await localeOf(account.workspaceId, account.userId));
        return { ...person, locale };
      },
      canSee: async (home, channelId, id) =>
        accountOf(home, id).workspaceId === home && own.canSee(home, channelId, id),
    };
  };
}
