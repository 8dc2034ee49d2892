import type { AppSeen, Around, ChannelUse, Inspector, Trouble } from '../../chat/inspector.ts';
import { faultOf } from '../../chat/inspector.ts';
import { workspaceIdOf } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { AppError } from '../../errors.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import { createGroups } from './groups.ts';
import { lookAtSocketMode } from './inspect-socket-mode.ts';
import { INSTALL_PATH, SCOPES } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import type { Team } from './team.ts';
import { createTeams, type Teams } from './teams.ts';

type Scope = keyof typeof SCOPES;

/** Scopes without which everything else works. */
const DISPENSABLE: ReadonlySet<Scope> = new Set<Scope>(['files:write', 'usergroups:read']);

/** So many people of a channel are asked for by name: enough for a suggestion. */
const PEOPLE_MAX = 25;

const REINSTALL =
  'add it under OAuth & Permissions → Scopes → Bot Token Scopes, then "Reinstall to Workspace"';

/** Looks at a Slack app and the channels it is used in. */
export function createSlackInspector(options: SlackOptions): Inspector {
  const { appToken, apiUrl, log } = options;
  const teams = createTeams(options, new AbortController().signal);
  return {
    platform: 'slack',
    lookAtApp: async () => {
      const wayIn = appToken === undefined ? [] : await lookAtSocketMode(appToken, apiUrl);
      const own = teams.own ? [await lookAtTeam(teams.own)] : [];
      const seen = [...own, ...(await lookAtInstalled(teams, options))];
      const reached = seen.flatMap(({ community }) => community ?? []);
      return {
        communities: reached.length > 0 || own.length === 0 ? onceEach(reached) : null,
        inviteUrl: null,
        troubles: [...seen.flatMap(({ troubles }) => troubles), ...wayIn],
      };
    },
    lookAtChannel: async (workspaceId, channelId, use) =>
      lookAtChannel((await teams.of(workspaceId)).clients, channelId, use),
    around: async (workspaceId, channelId) => {
      const { clients } = await teams.of(workspaceId);
      return {
        people: await peopleIn(clients, channelId),
        groups: await createGroups(clients, log).now().catch(noneOf),
      };
    },
  };
}

interface TeamSeen {
  community: NonNullable<AppSeen['communities']>[number] | null;
  troubles: Trouble[];
}

/** Who a token makes us, and which rights it lacks. */
async function lookAtTeam({ clients: { ask } }: Team): Promise<TeamSeen> {
  try {
    const {
      team,
      team_id: teamId = '',
      response_metadata: said,
    } = await asking('read', () => ask.auth.test());
    return {
      community: { id: workspaceIdOf('slack', teamId), name: storable(team ?? teamId) },
      troubles: said?.scopes ? missingScopes(said.scopes) : [],
    };
  } catch (error) {
    return { community: null, troubles: [faultOf(error)] };
  }
}

/** Every workspace the app was installed in by its own page. */
async function lookAtInstalled(teams: Teams, { installations }: SlackOptions): Promise<TeamSeen[]> {
  const seen: TeamSeen[] = [];
  for (const { workspaceId, name, gone } of (await installations?.list()) ?? []) {
    const about = (trouble: Trouble) => ({
      ...trouble,
      message: `${name} (${workspaceId}): ${trouble.message}`,
    });
    if (gone) {
      seen.push({ community: null, troubles: [about({ level: 'fault', message: removed(gone.why) })] });
      continue;
    }
    try {
      const { community, troubles } = await lookAtTeam(await teams.of(workspaceId));
      seen.push({ community, troubles: troubles.map(about) });
    } catch (error) {
      seen.push({ community: null, troubles: [about(faultOf(error))] });
    }
  }
  return seen;
}

function removed(why: string): string {
  return `the app was removed there (${why}), and what is for it waits; install it again at ${INSTALL_PATH}, or take the workspace out of hearback.yaml`;
}

/** The workspace of the token may have been installed besides. */
function onceEach<T extends { id: string }>(communities: readonly T[]): T[] {
  return [...new Map(communities.map((each) => [each.id, each])).values()];
}

/** @param granted as Slack tells of them with every answer */
export function missingScopes(granted: readonly string[]): Trouble[] {
  const names = Object.keys(SCOPES) as Scope[];
  return names
    .filter((name) => !granted.includes(name))
    .map((name) => ({
      level: DISPENSABLE.has(name) ? 'note' : 'fault',
      message: `the scope ${name} is missing (${SCOPES[name]}); ${REINSTALL}`,
    }));
}

async function lookAtChannel({ read }: Clients, channelId: string, use: ChannelUse): Promise<Trouble[]> {
  try {
    const { channel = {} } = await asking('read', async () => {
      try {
        return await read.conversations.info({ channel: channelId });
      } catch (error) {
        if (slackCode(error) !== 'channel_not_found') throw error;
        throw new AppError('PERMISSION_MISSING', notSeen(channelId), 'never', { cause: error });
      }
    });
    return channelTroubles({ ...channel, id: channelId }, use);
  } catch (error) {
    return [faultOf(error)];
  }
}

function notSeen(channelId: string): string {
  return `the bot sees no channel ${channelId}; if it is a private one, type "/invite @hearback" in it; else correct the id (it is at the bottom of the channel's details)`;
}

interface Native {
  id: string;
  name?: string;
  is_private?: boolean;
  is_member?: boolean;
  is_archived?: boolean;
  is_ext_shared?: boolean;
}

/** What keeps a channel, as Slack describes it, from being used so. */
export function channelTroubles(
  {
    id,
    name,
    is_private: isPrivate,
    is_member: isMember,
    is_archived: isArchived,
    is_ext_shared: isShared,
  }: Native,
  use: ChannelUse,
): Trouble[] {
  const called = name ? `#${storable(name)}` : id;
  const faults = [
    ...(isArchived ? [`${called} is archived; unarchive it, or name another channel`] : []),
    ...(isMember ? [] : [`the bot is not in ${called}; type "/invite @hearback" in it`]),
    ...(use === 'internal' && !isPrivate
      ? [
          `${called} is public, and internal cards would be read by everybody; open the channel's details → Settings → "Change to a private channel", or name a private one`,
        ]
      : []),
    ...(use === 'internal' && isShared
      ? [
          `${called} is shared with another organisation, whose people would read internal cards; name a private channel of your own`,
        ]
      : []),
    ...(use === 'helpers' && isPrivate
      ? [`${called} is private, so the community cannot help there; name a public channel`]
      : []),
  ];
  return faults.map((message) => ({ level: 'fault', message }));
}

/** People of a channel, bots and those who have left passed over, admins of the workspace first. */
async function peopleIn({ read }: Clients, channelId: string): Promise<Around['people']> {
  const { members = [] } = await asking('read', () =>
    read.conversations.members({ channel: channelId, limit: PEOPLE_MAX }),
  );
  const found = await Promise.all(
    members.map((user) => asking('read', async () => (await read.users.info({ user })).user)),
  );
  return found
    .filter((user) => user?.id && !user.is_bot && !user.deleted)
    .toSorted((a, b) => Number(b?.is_admin === true) - Number(a?.is_admin === true))
    .map((user) => ({
      userId: user?.id ?? '',
      name: storable(user?.profile?.display_name || user?.real_name || user?.name || ''),
    }));
}

/** Without the scope, or the paid plan, there are none to choose from. */
function noneOf(error: unknown): [] {
  if (error instanceof AppError) return [];
  throw error;
}
