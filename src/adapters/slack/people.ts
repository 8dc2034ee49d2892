import type { Group } from '../../chat/group.ts';
import type { Person } from '../../chat/message.ts';
import { storable } from '../../chat/text.ts';
import { TargetGone } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import { createGroups } from './groups.ts';
import type { Identities } from './identity.ts';
import type { NameOf } from './text.ts';
import { within } from './waiting.ts';

/** How long what Slack said of a person holds (ms). Roles hang on it. */
const FRESH_MS = 60_000;
/** How long a name holds (ms): nothing hangs on it. */
const NAME_MS = 60 * 60_000;
/** Names are worth this much of the 3 s in which an event must be acknowledged (ms). */
const NAMES_WITHIN_MS = 1_000;
/** So many people are remembered. */
const REMEMBERED = 5_000;

/** How much of a workspace somebody reads: its public channels, only those they were invited to (guests, people of other workspaces), nothing. */
export type Reach = 'all' | 'joined' | 'none';

type Profile = Omit<Person, 'groups' | 'workspaceId'>;

interface Known {
  profile: Profile;
  reach: Reach;
}

interface Kept extends Known {
  at: number;
  /** Something has changed since: good for a name, and for nothing that rights hang on. */
  isOld: boolean;
}

/** Who people are. */
export interface People {
  /** @throws {TargetGone} for an id Slack does not know. */
  fetch(userId: string): Promise<Person>;
  /** @returns `none` for an id Slack does not know. */
  reach(userId: string): Promise<Reach>;
  /** Names of people, or their ids where Slack does not answer soon. Never fails. */
  names(userIds: readonly string[]): Promise<NameOf>;
  /** The locale of somebody whose name was asked for, as far as Slack said it in time; else null. */
  localeOf(userId: string): string | null;
  /** The user groups as they are now. @throws {PermissionMissing} */
  groups(): Promise<Group[]>;
  /** What was heard before of these people, and of groups, counts no more; null: of anybody. Their names may. */
  forget(userIds: readonly string[] | null): void;
}

export function createPeople(clients: Clients, identities: Identities, log: Log): People {
  const groups = createGroups(clients, log);
  const { recall, load, isKnown, nameOf, localeOf, forget } = createProfiles(clients, identities);
  return {
    fetch: async (userId) => {
      const { workspaceId } = await identities.get();
      const [{ profile }, theirs] = await Promise.all([recall(userId) ?? load(userId), groups.of(userId)]);
      return { ...profile, workspaceId, groups: profile.isVisitor ? [] : theirs };
    },
    reach: async (userId) => {
      try {
        return (recall(userId) ?? (await load(userId))).reach;
      } catch (error) {
        if (error instanceof TargetGone) return 'none';
        throw error;
      }
    },
    names: async (userIds) => {
      const unknown = [...new Set(userIds)].filter((id) => isUser(id) && !isKnown(id));
      const loading = Promise.allSettled(unknown.map((id) => load(id)));
      if (unknown.length > 0) await within(NAMES_WITHIN_MS, loading);
      return nameOf;
    },
    localeOf,
    groups: groups.now,
    forget: (userIds) => {
      groups.forget();
      forget(userIds);
    },
  };
}

/** What Slack said of people. Names hold longer than what roles hang on. */
function createProfiles(clients: Clients, identities: Identities) {
  const profiles = new Map<string, Kept>();
  // What was asked before the last forgetting is no news of anybody.
  let forgotten = 0;

  const isKnown = (userId: string) => Date.now() - (profiles.get(userId)?.at ?? 0) < NAME_MS;
  const recall = (userId: string) => {
    const known = profiles.get(userId);
    return known && !known.isOld && Date.now() - known.at < FRESH_MS ? known : null;
  };
  const load = async (userId: string): Promise<Known> => {
    const askedIn = forgotten;
    const known = await askFor(userId, clients, (await identities.get()).teamId);
    profiles.delete(userId);
    profiles.set(userId, { ...known, at: Date.now(), isOld: askedIn !== forgotten });
    const [oldest] = profiles.keys();
    if (profiles.size > REMEMBERED && oldest) profiles.delete(oldest);
    return known;
  };

  return {
    isKnown,
    recall,
    load,
    nameOf: (userId: string) => profiles.get(userId)?.profile.name ?? userId,
    localeOf: (userId: string) => profiles.get(userId)?.profile.locale ?? null,
    forget: (userIds: readonly string[] | null) => {
      forgotten += 1;
      for (const userId of userIds ?? profiles.keys()) {
        const known = profiles.get(userId);
        if (known) known.isOld = true;
      }
    },
  };
}

/** Bots without a user (`B…`) are no users. */
function isUser(id: string): boolean {
  return /^[UW][A-Z0-9]+$/.test(id);
}

async function askFor(userId: string, { read }: Clients, teamId: string): Promise<Known> {
  const { user } = await asking('read', () => read.users.info({ user: userId, include_locale: true }));
  if (!user) throw new TargetGone('slack', 'user_not_found', null);
  const profile = {
    userId,
    name: storable(
      user.profile?.display_name || user.real_name || user.profile?.real_name || user.name || userId,
    ),
    isBot: user.is_bot === true || userId === 'USLACKBOT',
    isMember: user.deleted !== true,
    timeZone: user.tz ?? null,
    locale: user.locale ?? null,
  };
  const isGuest = user.is_restricted === true || user.is_ultra_restricted === true;
  const isOurs =
    user.team_id === undefined ||
    user.team_id === teamId ||
    user.enterprise_user?.teams?.includes(teamId) === true;
  const whose = isOurs || user.deleted === true ? {} : { isMember: false, isVisitor: true as const };
  return {
    profile: { ...profile, ...whose },
    reach: user.deleted ? 'none' : isGuest || !isOurs ? 'joined' : 'all',
  };
}
