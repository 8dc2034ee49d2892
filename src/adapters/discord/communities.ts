import { Routes, type APIGuildMember, type APIUser } from 'discord.js';
import { nativeId, workspaceIdOf, type WorkspaceId } from '../../chat/ref.ts';
import { PermissionMissing, TargetGone } from '../../errors.ts';
import type { Api, Call } from './api.ts';
import { CODE, discordCode } from './errors.ts';

/** The servers the policy knows. Direct messages belong to none on Discord: the person's server is looked up. */
export interface Communities {
  has: (guildId: string) => boolean;
  /** All of them. */
  all: () => WorkspaceId[];
  hasWorkspace: (workspaceId: WorkspaceId) => boolean;
  /** Called for every server the bot is told about; without a policy's list all of them count. */
  joined: (guildId: string) => void;
  left: (guildId: string) => void;
  /** Servers of the policy the bot is not in, as far as we listen to them. */
  missing: (hears: (guildId: string) => boolean) => string[];
  /** The first known server the person is a member of; null when there is none. */
  ofPerson: (userId: string) => Promise<WorkspaceId | null>;
  /** Null when they are not a member. As it was less than a minute ago. */
  member: (guildId: string, userId: string) => Promise<APIGuildMember | null>;
  user: (userId: string) => Promise<APIUser>;
  /** What was heard before of these people as members counts no more; null: of anybody, and of roles and channels. */
  forget: (guildId: string, people: readonly string[] | null) => void;
}

/** @param listed native ids the policy knows; undefined when every server counts */
export function createCommunities(api: Api, listed: readonly string[] | undefined): Communities {
  const present = new Set<string>();
  const home = new Map<string, string>();
  const known = (): readonly string[] => listed ?? [...present];

  const member: Communities['member'] = async (guildId, userId) => {
    try {
      return await api.recent<APIGuildMember>(memberCall(guildId, userId));
    } catch (error) {
      if (!(error instanceof TargetGone)) throw error;
      // The bot itself was put out of the server: that says nothing of who is in it.
      if (discordCode(error) === CODE.unknownGuild) throw notThere(guildId, error);
      return null;
    }
  };

  return {
    has: (guildId) => listed?.includes(guildId) ?? true,
    all: () => known().map((guildId) => workspaceIdOf('discord', guildId)),
    hasWorkspace: (workspaceId) => known().includes(nativeId(workspaceId)),
    joined: (guildId) => void present.add(guildId),
    left: (guildId) => void present.delete(guildId),
    missing: (hears) => (listed ?? []).filter((guildId) => hears(guildId) && !present.has(guildId)),
    ofPerson: async (userId) => {
      const remembered = home.get(userId);
      const candidates = [...new Set([...(remembered ? [remembered] : []), ...known()])];
      for (const guildId of candidates) {
        if (!(await member(guildId, userId).catch(nobodyWhereWeAreNot))) continue;
        home.set(userId, guildId);
        return workspaceIdOf('discord', guildId);
      }
      return null;
    },
    member,
    user: (userId) => api.recent<APIUser>({ route: Routes.user(userId) }),
    forget: (guildId, people) => {
      if (people) for (const userId of people) api.forget(memberCall(guildId, userId));
      else api.forget(null);
    },
  };
}

function memberCall(guildId: string, userId: string): Call {
  return { route: Routes.guildMember(guildId, userId), where: `server ${guildId}` };
}

/** A server without the bot is nobody's home; the others are still asked. */
function nobodyWhereWeAreNot(error: unknown): null {
  if (discordCode(error) === CODE.unknownGuild) return null;
  throw error;
}

function notThere(guildId: string, cause: unknown): PermissionMissing {
  return new PermissionMissing('Discord', ({ says }) => says.advice.notThere(guildId), cause);
}
