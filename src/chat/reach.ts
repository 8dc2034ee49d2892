import { TargetGone } from '../errors.ts';
import { accountOf } from './account.ts';
import type { ChatAdapter } from './adapter.ts';
import { platformOf, type WorkspaceId } from './ref.ts';

/**
 * The adapter of a workspace, for which people of other workspaces exist too: whoever is asked for as `slack:T1/U1` is asked for
 * where they are, with their groups there. They see no channel of this one.
 * @param knows whether a community knows another one; people of those it does not know are nobody
 * @param localeOf what is known of somebody's locale where their platform does not say it of itself
 */
export function reaching(
  chat: (workspaceId: WorkspaceId) => ChatAdapter,
  knows: (workspaceId: WorkspaceId, other: WorkspaceId) => boolean = () => true,
  localeOf: (workspaceId: WorkspaceId, userId: string) => Promise<string | null> = async () => null,
): (workspaceId: WorkspaceId) => ChatAdapter {
  return (workspaceId) => {
    const own = chat(workspaceId);
    return {
      ...own,
      fetchPerson: async (home, id) => {
        const account = accountOf(home, id);
        const isHere = account.workspaceId === home;
        if (!isHere && !knows(home, account.workspaceId))
          throw new TargetGone(platformOf(home), ({ says }) => says.reasons.person, null);
        const there = isHere ? own : chat(account.workspaceId);
        const person = await there.fetchPerson(account.workspaceId, account.userId);
        const locale = person.locale ?? (await localeOf(account.workspaceId, account.userId));
        return { ...person, locale };
      },
      canSee: async (home, channelId, id) =>
        accountOf(home, id).workspaceId === home && own.canSee(home, channelId, id),
    };
  };
}
