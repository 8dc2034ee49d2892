import { WebClient } from '@slack/web-api';
import type { AppSeen, Around, ChannelUse, Inspector, Trouble } from '../../chat/inspector.ts';
import { faultOf, troubleOf } from '../../chat/inspector.ts';
import { workspaceIdOf } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { AppError } from '../../errors.ts';
import { clientOptions, createClients, type Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import { createGroups } from './groups.ts';
import { SCOPES } from './manifest.ts';
import type { SlackOptions } from './options.ts';

type Scope = keyof typeof SCOPES;

/** Scopes without which everything else works. */
const DISPENSABLE: ReadonlySet<Scope> = new Set<Scope>(['files:write', 'usergroups:read']);

/** So many people of a channel are asked for by name: enough for a suggestion. */
const PEOPLE_MAX = 25;

const REINSTALL =
  'add it under OAuth & Permissions → Scopes → Bot Token Scopes, then "Reinstall to Workspace"';

/** What Slack says when an app-level token is not good for Socket Mode. https://docs.slack.dev/reference/methods/apps.connections.open */
const APP_TOKEN: Readonly<Record<string, string>> = {
  missing_scope:
    'SLACK_APP_TOKEN lacks the scope connections:write; make a new one under Basic Information → App-Level Tokens → Generate, with that scope',
  not_allowed_token_type:
    'SLACK_APP_TOKEN is no app-level token; copy the one that begins with xapp- from Basic Information → App-Level Tokens',
  socket_mode_not_enabled:
    'Socket Mode is switched off for the app; switch on Socket Mode → Enable Socket Mode',
  forbidden_team: 'the workspace does not allow Socket Mode to the app; ask an admin',
};
const APP_TOKEN_REFUSED =
  'SLACK_APP_TOKEN is not valid; copy it again from Basic Information → App-Level Tokens, or make a new one there with the scope connections:write';

/** Looks at a Slack app and the channels it is used in. */
export function createSlackInspector({ botToken, appToken, apiUrl, log }: SlackOptions): Inspector {
  const clients = createClients(botToken, apiUrl);
  const groups = createGroups(clients, log);
  return {
    platform: 'slack',
    lookAtApp: () => lookAtApp(clients, appToken, apiUrl),
    lookAtChannel: (_workspaceId, channelId, use) => lookAtChannel(clients, channelId, use),
    around: async (_workspaceId, channelId) => ({
      people: await peopleIn(clients, channelId),
      groups: await groups.now().catch(noneOf),
    }),
  };
}

async function lookAtApp(
  { ask }: Clients,
  appToken: string | undefined,
  apiUrl: string | undefined,
): Promise<AppSeen> {
  const wayIn = appToken === undefined ? [] : await lookAtSocketMode(appToken, apiUrl);
  try {
    const {
      team,
      team_id: teamId = '',
      response_metadata: said,
    } = await asking('read', () => ask.auth.test());
    return {
      communities: [{ id: workspaceIdOf('slack', teamId), name: storable(team ?? teamId) }],
      inviteUrl: null,
      troubles: [...(said?.scopes ? missingScopes(said.scopes) : []), ...wayIn],
    };
  } catch (error) {
    return { communities: null, inviteUrl: null, troubles: [faultOf(error), ...wayIn] };
  }
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

/** Asks for an address to connect to, and does not connect. */
async function lookAtSocketMode(appToken: string, apiUrl: string | undefined): Promise<Trouble[]> {
  const client = new WebClient(appToken, clientOptions(apiUrl, 0));
  try {
    await asking('read', async () => {
      try {
        await client.apps.connections.open();
      } catch (error) {
        const code = slackCode(error);
        if (code === null || code === 'ratelimited') throw error;
        throw new AppError(
          'PERMISSION_MISSING',
          `slack: ${APP_TOKEN[code] ?? APP_TOKEN_REFUSED} (${code})`,
          'never',
        );
      }
    });
    return [];
  } catch (error) {
    return [troubleOf(error)];
  }
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
}

/** What keeps a channel, as Slack describes it, from being used so. */
export function channelTroubles(
  { id, name, is_private: isPrivate, is_member: isMember, is_archived: isArchived }: Native,
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
