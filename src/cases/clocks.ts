import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred, namedLeads } from './access.ts';
import type { Case, CaseFile, Change, Clock, ClockKind, NewDelivery } from './case.ts';
import { isOpen } from './states.ts';

type ClockChange = NonNullable<Change['clocks']>[number];

/** Starts the clock of this kind anew, as long as the case's playbook or its severity allows. */
export function startClock(
  kind: ClockKind,
  found: Pick<Case, 'kind' | 'severity'>,
  policy: Policy,
  now: Date,
): ClockChange {
  return { op: 'start', kind, dueAt: new Date(now.getTime() + waitMs(kind, found, policy)) };
}

/** How long a clock of this kind runs for such a case (ms). */
export function waitMs(kind: ClockKind, found: Pick<Case, 'kind' | 'severity'>, policy: Policy): number {
  const allowed = policy.severities[found.severity];
  const { clocks, community } = kindOf(policy, found.kind);
  switch (kind) {
    case 'first_response':
      return clocks.firstResponse ?? allowed.firstResponse;
    case 'follow_up':
      return clocks.followUp ?? allowed.followUp;
    case 'community':
      return community?.wait ?? allowed.firstResponse;
  }
}

/** Every running clock stops: nobody owes anybody anything. */
export function stopClocks(file: CaseFile): ClockChange[] {
  return file.clocks.map(({ kind }) => ({ op: 'stop', kind }));
}

/** The running clock that comes first, for the card. */
export function nextClock(file: CaseFile): Clock | null {
  return file.clocks.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}

/**
 * Who is responsible now: whoever claimed it, else the policy's handler. Nobody whom the case is not for; and what only leads
 * see is nobody's until one of them takes it on.
 */
export function responsible(file: CaseFile, workspace: WorkspacePolicy): string | null {
  const { handlerId, audience } = file.case;
  const candidates = audience === 'leads' ? [handlerId] : [handlerId, workspace.handler ?? null];
  return candidates.find((person) => person !== null && !isBarred(workspace, file, person)) ?? null;
}

/** Who hears of it: whoever is responsible; the leads in the place of somebody the case is not for. Empty: the triage channel. */
export function caretakers(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const person = responsible(file, workspace);
  if (person !== null) return [person];
  if (file.case.audience === 'leads') return leadsWhoSee(file, workspace);
  const nobodyIsNamed = file.case.handlerId === null && workspace.handler === undefined;
  return nobodyIsNamed ? [] : namedLeads(workspace).filter((lead) => !isBarred(workspace, file, lead));
}

/**
 * A clock ran out. Step 0 reminds whoever is responsible, step 1 the leads; then it rests until somebody acts.
 * @returns null when nothing is due: the case is done, or snoozed.
 */
export function ring(
  file: CaseFile,
  clock: Clock,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change | null {
  if (!isOpen(file.case)) return { history: [], clocks: [{ op: 'stop', kind: clock.kind }] };
  const people = clock.step === 0 ? caretakers(file, workspace) : leadsOnLadder(file, workspace);
  const isLast = clock.step > 0;
  return {
    history: [
      {
        action: 'reminded',
        actorId: null,
        detail: { clock: clock.kind, step: String(clock.step), people: people.join(' ') },
      },
    ],
    clocks: [
      isLast
        ? { op: 'stop', kind: clock.kind }
        : { op: 'again', clockId: clock.clockId, dueAt: new Date(now.getTime() + policy.ladder.lead) },
    ],
    deliveries: remind(file, clock, workspace, people),
  };
}

/** The leads the policy names and who may see the case; management and admins only where there is no such lead. */
export function leadsWhoSee(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const able = namedLeads(workspace).filter((person) => !isBarred(workspace, file, person));
  const leads = able.filter((person) => workspace.roles.lead.people.includes(person));
  return leads.length > 0 ? leads : able;
}

/** A case that anybody on the staff may see ends its ladder at the leads the policy names, were it none. */
function leadsOnLadder(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const isForLeads = file.case.audience === 'leads';
  return !isForLeads && workspace.roles.lead.people.length === 0 ? [] : leadsWhoSee(file, workspace);
}

function remind(file: CaseFile, clock: Clock, workspace: WorkspacePolicy, people: string[]): NewDelivery[] {
  const { workspaceId } = file.case;
  const key = (who: string) => `reminder-${clock.clockId}-${clock.generation}-${who}`;
  const body = (personId: string) => ({
    type: 'reminder' as const,
    clock: clock.kind,
    step: clock.step,
    personId,
  });
  // With nobody to remind the moderators are told: a reminder that reaches nobody is a lost case.
  if (people.length === 0) {
    return [
      {
        key: key('nobody'),
        place: { type: 'channel', workspaceId, channelId: workspace.triage },
        body: body(''),
      },
    ];
  }
  return people.map((userId) => ({
    key: key(userId),
    place: { type: 'dm', workspaceId, userId },
    body: body(userId),
  }));
}
