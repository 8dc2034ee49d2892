import type { WorkspacePolicy } from '../policy/schema.ts';
import { isBarred, namedLeads } from './access.ts';
import { EVERYBODY_IN, type Attendance } from './attendance.ts';
import type { CaseFile } from './case.ts';
import { onDuty } from './duty.ts';
import type { Skipped } from './rung.ts';

/** What of a case decides who looks after it. */
export type InCare = Parameters<typeof isBarred>[1];

/** What decides who can be asked. */
export interface Around<Looked extends InCare = CaseFile> {
  file: Looked;
  workspace: WorkspacePolicy;
  attendance: Attendance;
}

/** Whom something reaches, and who was not there. */
export interface Found {
  people: string[];
  skipped: Skipped[];
  /** A channel in the place of people; null: by direct message. */
  channelId: string | null;
}

type Part = Skipped['part'];

/**
 * Who is responsible now: whoever claimed it, else the policy's handler. Nobody whom the case is not for; and what only leads
 * see is nobody's until one of them takes it on.
 */
export function responsible(file: CaseFile, workspace: WorkspacePolicy): string | null {
  return candidates({ file, workspace, attendance: EVERYBODY_IN })[0]?.person ?? null;
}

/**
 * Who hears of it: whoever is responsible, or who stands in for them; the leads in the place of somebody the case is not for, or
 * who is not there. Empty: the triage channel.
 */
export function caretakers(
  file: InCare,
  workspace: WorkspacePolicy,
  attendance: Attendance = EVERYBODY_IN,
): string[] {
  return inCharge({ file, workspace, attendance }).people;
}

/** The leads the policy names and who may see the case; management and admins only where there is no such lead. */
export function leadsWhoSee(file: InCare, workspace: WorkspacePolicy): string[] {
  const able = namedLeads(workspace).filter((person) => !isBarred(workspace, file, person));
  const leads = able.filter((person) => workspace.roles.lead.people.includes(person));
  return leads.length > 0 ? leads : able;
}

/** A case that anybody on the staff may see ends its ladder at the leads the policy names, were it none. */
export function leadsOnLadder(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const isForLeads = file.case.audience === 'leads';
  return !isForLeads && workspace.roles.lead.people.length === 0 ? [] : leadsWhoSee(file, workspace);
}

/** The same as `caretakers`, with who was passed over. Where nobody is named at all, the moderator channel is in charge. */
export function inCharge(around: Around<InCare>): Found {
  const { file, workspace } = around;
  const { handlerId, audience } = file.case;
  const skipped: Skipped[] = [];
  for (const { person, part } of candidates(around)) {
    const found = askable([person], part, around);
    skipped.push(...found.skipped);
    if (found.people.length > 0) return { people: found.people, skipped, channelId: null };
    // Whoever is away has leads who look after it meanwhile; of somebody who will not come back the next one takes over.
    if (isStillTheirs(person, around.attendance)) break;
  }
  if (audience !== 'leads' && handlerId === null && workspace.handler === undefined)
    return { people: [], skipped, channelId: workspace.triage };
  const heads =
    audience === 'leads' || skipped.length > 0 ? leadsWhoSee(file, workspace) : namedLeads(workspace);
  const leads = askable(heads, 'lead', around);
  return { people: leads.people, skipped: [...skipped, ...leads.skipped], channelId: null };
}

/** Whoever is on duty looks after what nobody has claimed, and the policy's handler after the rest. */
function candidates({
  file,
  workspace,
  attendance,
}: Around<InCare>): { person: string; part: 'owner' | 'handler' }[] {
  const { handlerId, audience } = file.case;
  const isFor = (userId: string) => !isBarred(workspace, file, userId);
  const turn = attendance.at && onDuty(workspace, attendance.at, attendance, isFor);
  const handler = audience === 'leads' ? undefined : (turn ?? workspace.handler);
  return [
    ...(handlerId === null ? [] : [{ person: handlerId, part: 'owner' as const }]),
    ...(handler === undefined || handler === handlerId
      ? []
      : [{ person: handler, part: 'handler' as const }]),
  ].filter(({ person }) => isFor(person));
}

/** Those of them whom the case is for and who are there; for whoever is not there, who stands in for them. Each once. */
export function askable(people: readonly string[], part: Part, around: Around<InCare>): Found {
  const found = people
    .filter((person) => !isBarred(around.workspace, around.file, person))
    .map((person) => {
      const missing = missingAs(person, part, around.attendance);
      if (!missing) return { people: [person], skipped: [] };
      const standIn = standInFor(person, around);
      return { people: standIn.people, skipped: [missing, ...standIn.skipped] };
    });
  return {
    people: [...new Set(found.flatMap((each) => each.people))],
    skipped: found.flatMap((each) => each.skipped),
    channelId: null,
  };
}

/** Who stands in for somebody: their stand-in, or that one's where they are not there either. At most one. */
export function standInFor(person: string, { file, workspace, attendance }: Around<InCare>): Found {
  const seen = new Set([person]);
  const skipped: Skipped[] = [];
  let next = attendance.standInOf(person);
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const isForThem = !isBarred(workspace, file, next);
    const missing = missingAs(next, 'standIn', attendance);
    if (isForThem && !missing) return { people: [next], skipped, channelId: null };
    if (isForThem && missing) skipped.push(missing);
    next = attendance.standInOf(next);
  }
  return { people: [], skipped, channelId: null };
}

/** Neither gone, nor without the role they had. */
function isStillTheirs(personId: string, attendance: Attendance): boolean {
  return !attendance.isGone(personId) && attendance.worksHere(personId);
}

function missingAs(personId: string, part: Part, attendance: Attendance): Skipped | null {
  if (attendance.isGone(personId)) return { personId, part, until: null };
  if (!attendance.worksHere(personId)) return { personId, part, until: null, lostRole: true };
  const until = attendance.awayUntil(personId);
  return until && { personId, part, until: until.toISOString() };
}
