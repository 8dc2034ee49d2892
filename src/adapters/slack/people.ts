import type { Person } from '../../chat/message.ts';
import { storable } from '../../chat/text.ts';
import { TargetGone } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import type { Identities } from './identity.ts';
import type { NameOf } from './text.ts';
import { within } from './waiting.ts';

/** How long what Slack said of a person and of its groups holds (ms). Roles hang on it. */
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

/** Who people are. */
export interface People {
  /** @throws {TargetGone} for an id Slack does not know. */
  fetch(userId: string): Promise<Person>;
  /** @returns `none` for an id Slack does not know. */
  reach(userId: string): Promise<Reach>;
  /** Names of people, or their ids where Slack does not answer soon. Never fails. */
  names(userIds: readonly string[]): Promise<NameOf>;
}

export function createPeople(clients: Clients, identities: Identities, log: Log): People {
  const profiles = new Map<string, Known & { at: number }>();
  const groupsOf = createGroups(clients, log);

  const recall = (userId: string, forMs: number) => {
    const known = profiles.get(userId);
    return known && Date.now() - known.at < forMs ? known : null;
  };
  const load = async (userId: string): Promise<Known> => {
    const known = await askFor(userId, clients, (await identities.get()).teamId);
    profiles.delete(userId);
    profiles.set(userId, { ...known, at: Date.now() });
    const [oldest] = profiles.keys();
    if (profiles.size > REMEMBERED && oldest) profiles.delete(oldest);
    return known;
  };

  return {
    fetch: async (userId) => {
      const { workspaceId } = await identities.get();
      const [{ profile }, groups] = await Promise.all([
        recall(userId, FRESH_MS) ?? load(userId),
        groupsOf(userId),
      ]);
      return { ...profile, workspaceId, groups };
    },
    reach: async (userId) => {
      try {
        return (recall(userId, FRESH_MS) ?? (await load(userId))).reach;
      } catch (error) {
        if (error instanceof TargetGone) return 'none';
        throw error;
      }
    },
    names: async (userIds) => {
      const unknown = [...new Set(userIds)].filter((id) => isUser(id) && !recall(id, NAME_MS));
      const loading = Promise.allSettled(unknown.map((id) => load(id)));
      if (unknown.length > 0) await within(NAMES_WITHIN_MS, loading);
      return (userId) => profiles.get(userId)?.profile.name ?? userId;
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
  const isOurs = user.team_id === undefined || user.team_id === teamId;
  return { profile, reach: user.deleted ? 'none' : isGuest || !isOurs ? 'joined' : 'all' };
}

/** @returns the groups a person is in. Without the scope nobody is in any, which is said once. */
function createGroups({ read }: Clients, log: Log): (userId: string) => Promise<string[]> {
  let kept: { groups: Promise<Map<string, string[]>>; at: number } | null = null;
  let warned = false;

  const list = async (): Promise<Map<string, string[]>> => {
    try {
      const { usergroups = [] } = await read.usergroups.list({ include_users: true });
      return new Map(usergroups.map(({ id = '', users = [] }) => [id, users]));
    } catch (error) {
      if (slackCode(error) !== 'missing_scope') throw error;
      if (!warned)
        log.warn(
          { scope: 'usergroups:read' },
          'slack: roles of user groups are not known without this scope',
        );
      warned = true;
      return new Map();
    }
  };
  return async (userId) => {
    if (!kept || Date.now() - kept.at > FRESH_MS) kept = { groups: list(), at: Date.now() };
    const current = kept;
    const groups = await asking('read', () => current.groups).catch((error: unknown) => {
      if (kept === current) kept = null;
      throw error;
    });
    return [...groups].filter(([, users]) => users.includes(userId)).map(([id]) => id);
  };
}
