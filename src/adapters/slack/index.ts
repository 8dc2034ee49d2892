import type { ChatAdapter } from '../../chat/adapter.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { NotPossible } from '../../errors.ts';
import { createConnecting } from './connect.ts';
import { parseLink } from './links.ts';
import type { SlackOptions } from './options.ts';
import { splitReply } from './render.ts';
import { createSharedChannels, type SharedChannels } from './shared-channels.ts';
import { momentOf } from './snapshot.ts';
import type { Team } from './team.ts';
import { createTeams, type Teams } from './teams.ts';

export type { SlackOptions } from './options.ts';

/**
 * Slack: the workspace of the bot token, and those in which the app was installed. Each call goes with the token of the workspace it
 * is about. Usable for posting and reading without `start`.
 */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const stopping = new AbortController();
  const teams = createTeams(options, stopping.signal);
  const shared = createSharedChannels(teams, options);
  const connecting = createConnecting({ options, teams, shared, stopping });
  const { of } = teams;

  return {
    platform: 'slack',
    ...connecting,
    // Each event goes to one of the processes that listen, whichever.
    hears: () => true,
    split: splitReply,
    postedAt: ({ messageId }) => momentOf(messageId),
    parseLink: (workspaceId, link) => parseLink(workspaceId, link, teams.known(workspaceId)),
    forgetRoles: ({ workspaceId, people }) => teams.forget(workspaceId, people),
    awaitTurn: async (place, mark) => (await of(place.workspaceId)).awaitTurn(place, mark),
    awaitTurnToUpdate: async (ref) => (await of(ref.workspaceId)).awaitTurnToUpdate(ref),
    post: async (place, ...what) => (await of(place.workspaceId)).post(place, ...what),
    findPosted: async (place, ...what) => (await of(place.workspaceId)).findPosted(place, ...what),
    update: async (ref, content) => (await of(ref.workspaceId)).update(ref, content),
    whisper: async (id, ...what) => (await of(id)).whisper(id, ...what),
    showHome: async (id, ...what) => (await of(id)).showHome(id, ...what),
    react: async (ref, ...what) => (await of(ref.workspaceId)).react(ref, ...what),
    fetchContext: async (message, limit) => (await of(message.ref.workspaceId)).fetchContext(message, limit),
    download: async (id, ...what) => (await of(id)).download(id, ...what),
    fetchPerson: async (id, userId) => (await of(id)).fetchPerson(id, userId),
    fetchGroups: async (id) => (await of(id)).fetchGroups(id),
    fetchChannel: async (id, channelId) => (await of(id)).fetchChannel(id, channelId),
    canSee: async (id, ...what) => (await of(id)).canSee(id, ...what),
    fetchChannels: async (id) => (await of(id)).fetchChannels(id),
    fetchThread: async (id, ...what) => (await of(id)).fetchThread(id, ...what),
    ...inSharedChannels(teams, shared),
  };
}

/** What could make a second case of a message that belongs to another workspace. */
function inSharedChannels(
  teams: Teams,
  shared: SharedChannels,
): Pick<ChatAdapter, 'fetchMessage' | 'fetchReactions'> {
  const isElsewhere = async (team: Team, workspaceId: WorkspaceId, channelId: string) =>
    (await (await shared.homeOf(team, channelId)).identities.get()).workspaceId !== workspaceId;
  return {
    fetchMessage: async (ref) => {
      const team = await teams.of(ref.workspaceId);
      if (await isElsewhere(team, ref.workspaceId, ref.channelId))
        throw new NotPossible(({ says }) => says.chat.lookedAfterElsewhere);
      return team.fetchMessage(ref);
    },
    fetchReactions: async (workspaceId, channelId, lookBack) => {
      const team = await teams.of(workspaceId);
      if (await isElsewhere(team, workspaceId, channelId))
        return { flagged: [], next: null, afterMs: 0, problem: null };
      return team.fetchReactions(workspaceId, channelId, lookBack);
    },
  };
}
