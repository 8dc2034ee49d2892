import type { Group } from '../../chat/group.ts';
import { storable } from '../../chat/text.ts';
import type { Log } from '../../log.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';

/** How long what Slack said of its user groups holds (ms). Roles hang on it. */
const FRESH_MS = 60_000;

/** User groups, and who is in them. */
export interface Groups {
  /** The groups a person is in. Without the scope nobody is in any, which is said once. */
  of(userId: string): Promise<string[]>;
  now(): Promise<Group[]>;
  forget(): void;
}

export function createGroups({ read }: Clients, log: Log): Groups {
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
  return {
    of: async (userId) => {
      if (!kept || Date.now() - kept.at > FRESH_MS) kept = { groups: list(), at: Date.now() };
      const current = kept;
      const groups = await asking('read', () => current.groups).catch((error: unknown) => {
        if (kept === current) kept = null;
        throw error;
      });
      return [...groups].filter(([, users]) => users.includes(userId)).map(([id]) => id);
    },
    now: async () => {
      const { usergroups = [] } = await asking('read', () => read.usergroups.list({ include_users: true }));
      return usergroups.map(({ id = '', name, handle, users = [] }) => ({
        groupId: id,
        name: storable(name ?? handle ?? id),
        members: users.length,
        people: users,
      }));
    },
    forget: () => {
      kept = null;
    },
  };
}
