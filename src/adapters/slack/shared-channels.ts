import { WorkspaceGone } from '../../errors.ts';
import { createMemo } from '../../net/memo.ts';
import { nativeId } from '../../chat/ref.ts';
import { asking, slackCode } from './errors.ts';
import type { SlackOptions } from './options.ts';
import type { Team } from './team.ts';
import type { Teams } from './teams.ts';

/** How long it holds whose a shared channel is (ms), and how many are remembered. */
const FRESH_MS = 60_000;
const REMEMBERED = 5_000;

/** What Slack says of a channel that it does not show us there. */
const HIDDEN = new Set(['channel_not_found', 'not_in_channel', 'access_denied', 'team_not_found']);

/**
 * A channel of Slack Connect has one id in all its workspaces. Slack tells us of a message there once, in the name of any of those in
 * which the app is installed, and their people ask each in the name of their own. So that one message is one case, a channel belongs to
 * the first workspace that was heard of in it, until the app is gone there. https://docs.slack.dev/apis/slack-connect
 */
export interface SharedChannels {
  /** @param isShared as Slack says with an event; left out, it is asked. */
  homeOf(team: Team, channelId: string, isShared?: boolean): Promise<Team>;
  /** For somebody whose own workspace does not have the app: whose channel it is; null for one that is nobody's. */
  homeOfStranger(channelId: string): Promise<Team | null>;
}

export function createSharedChannels(
  teams: Teams,
  { installations }: Pick<SlackOptions, 'installations'>,
): SharedChannels {
  const memo = createMemo(REMEMBERED);
  if (!installations) return { homeOf: async (team) => team, homeOfStranger: async () => null };

  const claim = async (team: Team, channelId: string): Promise<Team> => {
    const { workspaceId } = await team.identities.get();
    return teams.of(await installations.homeOfShared(channelId, workspaceId, await teams.ownId()));
  };
  return {
    homeOf: async (team, channelId, isShared) => {
      // Direct messages and views are nobody else's.
      if (isShared === false || !/^[CG]/.test(channelId)) return team;
      if (isShared === undefined && (await teams.reachable()).length < 2) return team;
      const key = `${(await team.identities.get()).workspaceId} ${channelId}`;
      const home = await memo(key, FRESH_MS, async () =>
        isShared || (await isSharedOutside(team, channelId)) ? claim(team, channelId) : team,
      );
      try {
        await home.identities.get();
        return home;
      } catch (error) {
        // It was removed there a moment ago.
        if (!(error instanceof WorkspaceGone) || home === team) throw error;
        memo.forget(key);
        return claim(team, channelId);
      }
    },
    homeOfStranger: async (channelId) => {
      const home = await memo(`stranger ${channelId}`, FRESH_MS, () =>
        installations.knownHome('slack', channelId),
      );
      return home === null ? null : teams.find([nativeId(home)]);
    },
  };
}

function isSharedOutside({ clients: { read } }: Team, channel: string): Promise<boolean> {
  return asking('read', async () => {
    try {
      return (await read.conversations.info({ channel })).channel?.is_ext_shared === true;
    } catch (error) {
      if (HIDDEN.has(slackCode(error) ?? '')) return false;
      throw error;
    }
  });
}
