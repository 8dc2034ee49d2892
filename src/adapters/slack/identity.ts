import type { WorkspaceId } from '../../chat/ref.ts';
import type { Installed } from '../../chat/installation.ts';
import { nativeId, workspaceIdOf } from '../../chat/ref.ts';
import { PlatformRefused, PlatformUnavailable } from '../../errors.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';

/** Who the token makes us. */
export interface Identity {
  workspaceId: WorkspaceId;
  teamId: string;
  botUserId: string;
  botId: string;
  /** The workspace's address, with a slash at the end: links to its messages begin with it. */
  url: string;
}

export interface Identities {
  /** Asks Slack until it has answered once; a failure is never remembered. */
  get(): Promise<Identity>;
  /** Null before Slack has answered. */
  known(): Identity | null;
  /** @throws {PlatformRefused} `other_workspace` for a workspace this token is not for. */
  check(workspaceId: WorkspaceId): Promise<Identity>;
}

/** For the token of the settings: Slack says whose it is. */
export function createIdentities(clients: Clients): Identities {
  let known: Identity | null = null;
  let asked: Promise<Identity> | null = null;

  const get = async (): Promise<Identity> => {
    if (known) return known;
    asked ??= ask(clients).finally(() => {
      asked = null;
    });
    known = await asked;
    return known;
  };
  return { get, known: () => known, check: (workspaceId) => checked(get, workspaceId) };
}

/** For an installed app: what was written down when it was installed. @param here throws {WorkspaceGone} */
export function installedIdentities(here: () => Promise<Installed>): Identities {
  let known: Identity | null = null;
  const get = async () => {
    const { workspaceId, botUserId, botId, url } = await here();
    known = { workspaceId, teamId: nativeId(workspaceId), botUserId, botId, url };
    return known;
  };
  return { get, known: () => known, check: (workspaceId) => checked(get, workspaceId) };
}

async function checked(get: () => Promise<Identity>, workspaceId: WorkspaceId): Promise<Identity> {
  const identity = await get();
  if (identity.workspaceId !== workspaceId) throw new PlatformRefused('slack', 'other_workspace', null);
  return identity;
}

async function ask({ ask: client }: Clients): Promise<Identity> {
  const {
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    url,
  } = await asking('read', () => client.auth.test());
  if (!teamId || !botUserId || !botId || !url)
    throw new PlatformUnavailable('slack', 'auth_test_incomplete', null);
  return { workspaceId: workspaceIdOf('slack', teamId), teamId, botUserId, botId, url };
}
