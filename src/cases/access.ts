import { accountKey, accountOf } from '../chat/account.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { homeOf } from '../policy/lookup.ts';
import type { Role, WorkspacePolicy } from '../policy/schema.ts';
import type { Audience, Cc } from './case.ts';

/** Somebody asking for something, as far as the rules look at people. */
export interface Asker {
  userId: string;
  /** Ids of their Slack user groups or Discord roles, in their own workspace. */
  groups: readonly string[];
  /**
   * A private channel they are in, where they ask; whoever asks in a department's channel belongs to it.
   * The caller has asked the platform that it is private and that they are in it. Null when unknown.
   */
  channelId: string | null;
}

/** Who else works on cases, for somebody who does: those the policy names; `uncounted` where it names a group, whose people it does not know. */
export type Colleagues = readonly string[] | 'uncounted';

/** What somebody is in a workspace. */
export interface Standing {
  workspaceId: WorkspaceId;
  userId: string;
  roles: ReadonlySet<Role>;
  /** Departments they belong to. */
  departments: ReadonlySet<string>;
  colleagues: Colleagues;
  /** The same among leads, management and admins, for a case that only they see. */
  fellowLeads: Colleagues;
}

/** What of a case decides who may see it. */
export interface Guarded {
  case: {
    workspaceId: WorkspaceId;
    /** `besides`: their other accounts, as far as they were linked. */
    member: { userId: string; besides?: readonly string[] };
    audience: Audience;
  };
  departments: readonly string[];
  /** With the linked accounts of each. */
  excluded: readonly { userId: string }[];
  /** Who reads it along. */
  cc: readonly Cc[];
}

/** Whose eyes something is for: a person's; a channel's, where whoever is kept out of a case may read along; or the program's own. */
export type Eyes = Standing | 'channel' | 'program';

/** Roles that work on cases. */
const STAFF: readonly Role[] = ['moderator', 'handler', 'lead', 'management', 'admin'];

/** Roles that decide who is kept out of a case, and see what only leads see. */
const LEADS: readonly Role[] = ['lead', 'management', 'admin'];

/**
 * Somebody of another workspace, by `slack:T1/U1`, has no role here: they belong to the departments that live in that workspace
 * and count them in. What is said of their groups and channel is of that workspace too.
 */
export function standingOf(workspace: WorkspacePolicy, asker: Asker): Standing {
  const { workspaceId: from, userId } = accountOf(workspace.id, asker.userId);
  const isAmong = (who: { everyone?: boolean; people: string[]; groups: string[] }) =>
    who.everyone === true ||
    who.people.includes(userId) ||
    who.groups.some((group) => asker.groups.includes(group));
  const roles = (Object.keys(workspace.roles) as Role[]).filter(
    (role) => from === workspace.id && isAmong(workspace.roles[role]),
  );
  const departments = Object.entries(workspace.departments)
    .filter(([, department]) => homeOf(workspace, department) === from)
    .filter(
      ([, department]) =>
        isAmong(department) ||
        department.leads?.includes(userId) === true ||
        (department.channel !== '' && department.channel === asker.channelId),
    )
    .map(([key]) => key);
  return {
    workspaceId: workspace.id,
    userId: asker.userId,
    roles: new Set(roles),
    departments: new Set(departments),
    ...othersThan(asker.userId, workspace),
  };
}

/** What somebody of another organisation is: at most one of everybody who may flag. */
export function visitorsStanding(workspace: WorkspacePolicy, userId: string): Standing {
  const own = standingOf(workspace, { userId, groups: [], channelId: null });
  const flags: readonly Role[] = workspace.roles.flagger.everyone ? ['flagger'] : [];
  return { ...own, roles: new Set(flags), departments: new Set() };
}

export function isStaff(standing: Standing): boolean {
  return STAFF.some((role) => standing.roles.has(role));
}

export function isLead(standing: Standing): boolean {
  return LEADS.some((role) => standing.roles.has(role));
}

export function mayFlag(standing: Standing): boolean {
  return standing.roles.has('flagger') || isStaff(standing);
}

/**
 * Whether somebody may see a case: the one question asked before anything of it is shown, listed, sent to them or changed
 * by them. Staff see the cases of their community and a department those that were brought to it; what is for leads alone,
 * leads alone. Whoever reads a case along sees it as well, and no more than that: see `mayWorkOn`. And nobody sees a case they
 * are kept out of, or one about what they said themselves.
 */
export function maySee(asker: Standing, file: Guarded): boolean {
  return isFor(asker, file) && (isTheirWork(asker, file) || readsAlong(asker, file));
}

/** Whether somebody may change a case: whoever sees it, without those who only read it along. */
export function mayWorkOn(asker: Standing, file: Guarded): boolean {
  return isFor(asker, file) && isTheirWork(asker, file);
}

function isFor(asker: Standing, file: Guarded): boolean {
  if (asker.workspaceId !== file.case.workspaceId || whyBarred(asker, file)) return false;
  return file.case.audience !== 'leads' || isLead(asker);
}

function isTheirWork(asker: Standing, { departments }: Guarded): boolean {
  return isStaff(asker) || departments.some((department) => asker.departments.has(department));
}

/** By that very account: that somebody's other one reads along gives this one nothing. */
function readsAlong({ userId }: Standing, { case: { workspaceId }, cc }: Guarded): boolean {
  const own = accountKey(workspaceId, userId);
  return cc.some((each) => 'userId' in each && accountKey(workspaceId, each.userId) === own);
}

/**
 * Why a case is not for this person, whatever their role: `excluded` from it, or `own`: it is about what they said
 * themselves. Nobody looks after their own case, unless nobody else could.
 */
export function whyBarred(
  { userId, colleagues, fellowLeads }: Pick<Standing, 'userId' | 'colleagues' | 'fellowLeads'>,
  { case: found, excluded }: Pick<Guarded, 'case' | 'excluded'>,
): 'excluded' | 'own' | null {
  const keyOf = (person: string) => accountKey(found.workspaceId, person);
  const out = new Set(excluded.map((each) => keyOf(each.userId)));
  const isOut = (person: string) => out.has(keyOf(person));
  if (isOut(userId)) return 'excluded';
  const member = new Set([found.member.userId, ...(found.member.besides ?? [])].map(keyOf));
  const isMember = (person: string) => member.has(keyOf(person));
  if (!isMember(userId)) return null;
  const others = found.audience === 'leads' ? fellowLeads : colleagues;
  return others !== 'uncounted' && others.every((person) => isOut(person) || isMember(person)) ? null : 'own';
}

/**
 * Whether a case is not for somebody of whom only the id is known: whoever a reminder or notice is meant for. What is for
 * leads alone is for those whom the policy names, and for its handler, whose role was asked of the platform then.
 */
export function isBarred(
  workspace: WorkspacePolicy,
  file: Pick<Guarded, 'excluded'> & { case: Guarded['case'] & { handlerId: string | null } },
  userId: string,
): boolean {
  if (whyBarred({ userId, ...othersThan(userId, workspace) }, file) !== null) return true;
  const { audience, handlerId } = file.case;
  return audience === 'leads' && userId !== handlerId && !isNamedLead(workspace, userId);
}

/** Who of the staff can still see a case, as far as the policy names them. */
export function namedStaffWhoSee(workspace: WorkspacePolicy, file: Parameters<typeof isBarred>[1]): string[] {
  return namedIn(workspace, STAFF).filter((userId) => !isBarred(workspace, file, userId));
}

/** Whether everybody who works on cases is named, and nobody comes in by a group. */
export function isStaffNamed({ roles }: WorkspacePolicy): boolean {
  return STAFF.every((role) => !roles[role].everyone && roles[role].groups.length === 0);
}

/** Whether the policy itself makes somebody lead, management or admin, whatever groups they are in. */
export function isNamedLead(workspace: WorkspacePolicy, userId: string): boolean {
  return LEADS.some(
    (role) => workspace.roles[role].everyone || workspace.roles[role].people.includes(userId),
  );
}

/** Leads, then management and admins, as far as the policy names them. */
export function namedLeads(workspace: WorkspacePolicy): string[] {
  return namedIn(workspace, LEADS);
}

function othersThan(
  userId: string,
  workspace: WorkspacePolicy,
): Pick<Standing, 'colleagues' | 'fellowLeads'> {
  return {
    colleagues: othersAmong(STAFF, userId, workspace),
    fellowLeads: othersAmong(LEADS, userId, workspace),
  };
}

function othersAmong(which: readonly Role[], userId: string, workspace: WorkspacePolicy): Colleagues {
  const isOpen = which.some(
    (role) => workspace.roles[role].everyone || workspace.roles[role].groups.length > 0,
  );
  const named = namedIn(workspace, which);
  // Whoever is not one of them leaves nobody alone with a case.
  return isOpen || !named.includes(userId) ? 'uncounted' : named.filter((person) => person !== userId);
}

function namedIn({ roles }: WorkspacePolicy, which: readonly Role[]): string[] {
  return [...new Set(which.flatMap((role) => roles[role].people))];
}
