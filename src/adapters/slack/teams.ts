import { unpaced } from '../../chat/pace.ts';
import { workspaceIdOf, type WorkspaceId } from '../../chat/ref.ts';
import { PermissionMissing, PlatformRefused, WorkspaceGone } from '../../errors.ts';
import { createMemo } from '../../net/memo.ts';
import { createClients } from './clients.ts';
import { createEmoji, type Emoji } from './emoji.ts';
import { createIdentities, installedIdentities, type Identities, type Identity } from './identity.ts';
import { createInstalledToken, type InstalledToken } from './installed-token.ts';
import { createOAuth } from './oauth.ts';
import type { SlackOptions } from './options.ts';
import { createTeam, type Team } from './team.ts';
import { fixedToken } from './token-source.ts';

/** How long it holds which workspaces there are (ms). */
const LIST_FRESH_MS = 5_000;
/** How long it holds that the token of the settings is refused (ms). */
const REFUSED_FRESH_MS = 60_000;

/** The workspaces the app is in: that of the token of the settings, and those where it was installed. */
export interface Teams {
  /** @throws {WorkspaceGone} where the app can be installed and is not; {PlatformRefused} `other_workspace` where there is one token for one workspace. */
  of(workspaceId: WorkspaceId): Promise<Team>;
  /** The first of these of Slack's ids where the app is; null for none. */
  find(teamIds: readonly (string | null | undefined)[]): Promise<Team | null>;
  /** Every workspace in which the app can speak now, as far as its record says. Fails when the token's own is not known yet. */
  reachable(): Promise<WorkspaceId[]>;
  /** The workspace of the token of the settings; null without one, and while Slack refuses it though there are others. */
  ownId(): Promise<WorkspaceId | null>;
  /** Of those that this process has worked in. */
  known(workspaceId: WorkspaceId): Identity | null;
  /** Somebody says that the app was removed there. */
  verify(teamId: string): Promise<void>;
  forget(workspaceId: WorkspaceId, userIds: readonly string[] | null): void;
  /** The workspace of the token of the settings; null without one. */
  own: Team | null;
  emoji: Emoji;
}

export function createTeams(options: SlackOptions, stopping: AbortSignal): Teams {
  const { installations, log } = options;
  const emoji = createEmoji();
  const own = options.botToken === undefined ? null : ownTeam(options.botToken, options, emoji);
  const installed = createInstalled(options, emoji, stopping);
  const memo = createMemo(1);
  const ownId = createOwnId(own, installed !== null, log);

  const of = async (workspaceId: WorkspaceId): Promise<Team> => {
    const identity = own?.identities.known() ?? null;
    if (own && (!installed || identity?.workspaceId === workspaceId)) return own;
    const there = await installed?.find(workspaceId);
    if (there) return there;
    if (own && identity === null && (await ownId()) === workspaceId) return own;
    if (installed) throw new WorkspaceGone('slack', workspaceId, null);
    throw new PlatformRefused('slack', 'other_workspace', null);
  };
  const find = async (teamId: string): Promise<Team | null> => {
    const workspaceId = workspaceIdOf('slack', teamId);
    if (own && (await ownId()) === workspaceId) return own;
    return (await installed?.find(workspaceId)) ?? null;
  };
  return {
    own,
    emoji,
    of,
    find: (teamIds) => firstOf(teamIds, find),
    reachable: () => memo('all', LIST_FRESH_MS, async () => reachable(await ownId(), installations)),
    ownId,
    known: (workspaceId) => {
      const identity = own?.identities.known() ?? null;
      return identity?.workspaceId === workspaceId ? identity : (installed?.known(workspaceId) ?? null);
    },
    verify: async (teamId) => {
      const workspaceId = workspaceIdOf('slack', teamId);
      if (own?.identities.known()?.workspaceId === workspaceId)
        log.error({ workspaceId }, 'slack: the app of SLACK_BOT_TOKEN was removed from its workspace');
      await installed?.verify(workspaceId);
    },
    forget: (workspaceId, userIds) => {
      if (own?.identities.known()?.workspaceId === workspaceId) own.forget(userIds);
      installed?.used(workspaceId)?.forget(userIds);
    },
  };
}

async function firstOf(
  teamIds: readonly (string | null | undefined)[],
  find: (teamId: string) => Promise<Team | null>,
): Promise<Team | null> {
  for (const teamId of new Set(teamIds)) {
    const found = teamId ? await find(teamId) : null;
    if (found) return found;
  }
  return null;
}

async function reachable(
  own: WorkspaceId | null,
  installations: SlackOptions['installations'],
): Promise<WorkspaceId[]> {
  const others = ((await installations?.list()) ?? []).filter(({ gone }) => !gone);
  return [...new Set([...(own === null ? [] : [own]), ...others.map(({ workspaceId }) => workspaceId)])];
}

/** Whose the token of the settings is. @param hasOthers one that is refused must not keep the other workspaces from being heard */
function createOwnId(own: Team | null, hasOthers: boolean, log: SlackOptions['log']): Teams['ownId'] {
  const memo = createMemo(1);
  const ask = async () => {
    try {
      await own?.identities.get();
    } catch (error) {
      if (!hasOthers || !(error instanceof PermissionMissing)) throw error;
      log.error({ err: error }, 'slack: SLACK_BOT_TOKEN is refused; the other workspaces go on');
    }
  };
  return async () => {
    if (own && !own.identities.known()) await memo('asked', REFUSED_FRESH_MS, ask);
    return own?.identities.known()?.workspaceId ?? null;
  };
}

function ownTeam(botToken: string, options: SlackOptions, emoji: Emoji): Team {
  const { apiUrl, log, pace = unpaced } = options;
  const tokens = fixedToken(botToken);
  const workspace = async () => (await identities.get()).workspaceId;
  const clients = createClients(tokens, apiUrl, { pace, workspace });
  const identities: Identities = createIdentities(clients);
  return createTeam({ tokens, clients, identities, emoji, pace, log });
}

/** Workspaces of the record; null where the app cannot be installed. */
function createInstalled(options: SlackOptions, emoji: Emoji, stopping: AbortSignal) {
  const { oauth: settings, installations, apiUrl, log, pace = unpaced } = options;
  if (!settings || !installations) return null;
  const oauth = createOAuth(settings, apiUrl);
  const used = new Map<WorkspaceId, { team: Team; token: InstalledToken }>();

  const entryOf = (workspaceId: WorkspaceId) => {
    const before = used.get(workspaceId);
    if (before) return before;
    const token = createInstalledToken(workspaceId, { installations, oauth, log, stopping });
    const identities = installedIdentities(() => token.here());
    // Where the app is gone, nobody waits for a turn.
    const workspace = async () => (await token.here()).workspaceId;
    const clients = createClients(token, apiUrl, { pace, workspace });
    const entry = { team: createTeam({ tokens: token, clients, identities, emoji, pace, log }), token };
    used.set(workspaceId, entry);
    return entry;
  };
  return {
    find: async (workspaceId: WorkspaceId): Promise<Team | null> => {
      const { team } = entryOf(workspaceId);
      try {
        await team.identities.get();
        return team;
      } catch (error) {
        if (!(error instanceof WorkspaceGone)) throw error;
        // Ids that nobody has installed it in must not gather here.
        used.delete(workspaceId);
        return null;
      }
    },
    verify: (workspaceId: WorkspaceId) => entryOf(workspaceId).token.verify(),
    known: (workspaceId: WorkspaceId) => used.get(workspaceId)?.team.identities.known() ?? null,
    used: (workspaceId: WorkspaceId) => used.get(workspaceId)?.team ?? null,
  };
}
