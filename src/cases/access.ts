import type { Role, WorkspacePolicy } from '../policy/schema.ts';

/** Somebody asking for something, as far as the rules look at people. */
export interface Asker {
  userId: string;
  /** Ids of their Slack user groups or Discord roles. */
  groups: readonly string[];
  /** Where they ask; a department's channel is private, so whoever asks there belongs to it. Null for reactions. */
  channelId: string | null;
}

/** What somebody is in a workspace. */
export interface Standing {
  roles: ReadonlySet<Role>;
  /** Departments they belong to. */
  departments: ReadonlySet<string>;
}

/** Roles that work on cases. */
const STAFF: readonly Role[] = ['moderator', 'handler', 'lead', 'admin'];

export function standingOf(workspace: WorkspacePolicy, asker: Asker): Standing {
  const isAmong = (who: { everyone?: boolean; people: string[]; groups: string[] }) =>
    who.everyone === true ||
    who.people.includes(asker.userId) ||
    who.groups.some((group) => asker.groups.includes(group));
  const roles = (Object.keys(workspace.roles) as Role[]).filter((role) => isAmong(workspace.roles[role]));
  const departments = Object.entries(workspace.departments)
    .filter(([, department]) => isAmong(department) || department.channel === asker.channelId)
    .map(([key]) => key);
  return { roles: new Set(roles), departments: new Set(departments) };
}

export function isStaff(standing: Standing): boolean {
  return STAFF.some((role) => standing.roles.has(role));
}

export function mayFlag(standing: Standing): boolean {
  return standing.roles.has('flagger') || isStaff(standing);
}

/** Staff see every case; a department sees those that were brought to it. */
export function maySee(standing: Standing, departmentsOfCase: readonly string[]): boolean {
  return isStaff(standing) || departmentsOfCase.some((department) => standing.departments.has(department));
}
