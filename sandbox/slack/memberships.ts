import type { Membership } from '../membership.ts';
import type { SandboxPlatform } from '../platform.ts';
import type { Ground } from './api/method.ts';
import { groupWire } from './api/people.ts';
import type { Json } from './types.ts';

type Memberships = Pick<SandboxPlatform, 'belong' | 'renameGroup' | 'removeGroup' | 'leave'>;

/** What admins do with user groups and accounts, told as Slack tells it. https://docs.slack.dev/reference/events/subteam_updated */
export function createMemberships(ground: Ground, membership: Membership, changed: () => void): Memberships {
  const { directory, events, wire } = ground;
  const updated = (group: { id: string; name: string }, more: Json = {}) =>
    events.ofWorkspace('usergroups:read', (ts) => ({
      type: 'subteam_updated',
      subteam: { ...groupWire(group, ground, true), ...more },
      event_ts: ts,
    }));
  return {
    belong: (input) => {
      if (!membership.belong(input)) return;
      const { person, group, present } = input;
      const before = 1_700_000_000;
      events.ofWorkspace('usergroups:read', (ts) => ({
        type: 'subteam_members_changed',
        subteam_id: group,
        team_id: directory.teamId,
        date_previous_update: before,
        date_update: Math.floor(Number(ts)),
        added_users: present ? [person] : [],
        added_users_count: present ? '1' : '0',
        removed_users: present ? [] : [person],
        removed_users_count: present ? '0' : '1',
        event_ts: ts,
      }));
      changed();
    },
    renameGroup: ({ group, name }) => {
      updated(membership.rename(group, name));
      changed();
    },
    removeGroup: ({ group }) => {
      const removed = membership.remove(group);
      // Slack disables it: it keeps its id, and is in no list that does not ask for such.
      updated(removed.group, { date_delete: 1_700_000_001, deleted_by: directory.bot.id, user_count: 0 });
      changed();
    },
    leave: ({ person: id }) => {
      membership.leave(id);
      const person = directory.person(id);
      if (person)
        events.ofWorkspace('users:read', (ts) => ({
          type: 'user_change',
          user: wire.user(person),
          cache_ts: Math.floor(Number(ts)),
          event_ts: ts,
        }));
      changed();
    },
  };
}
