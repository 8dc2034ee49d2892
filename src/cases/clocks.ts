import type { Role, Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile, Change, Clock, ClockKind, NewDelivery } from './case.ts';
import { isOpen } from './states.ts';

type ClockChange = NonNullable<Change['clocks']>[number];

/** Starts the clock of this kind anew, as long as the case's severity allows. */
export function startClock(
  kind: ClockKind,
  severity: CaseFile['case']['severity'],
  policy: Policy,
  now: Date,
): ClockChange {
  const allowed = policy.severities[severity];
  const waitMs = kind === 'first_response' ? allowed.firstResponse : allowed.followUp;
  return { op: 'start', kind, dueAt: new Date(now.getTime() + waitMs) };
}

/** Every running clock stops: nobody owes anybody anything. */
export function stopClocks(file: CaseFile): ClockChange[] {
  return file.clocks.map(({ kind }) => ({ op: 'stop', kind }));
}

/** The running clock that comes first, for the card. */
export function nextClock(file: CaseFile): Clock | null {
  return file.clocks.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}

/** Who is responsible now: whoever claimed it, else the policy's handler. */
export function responsible(file: CaseFile, workspace: WorkspacePolicy): string | null {
  return file.case.handlerId ?? workspace.handler ?? null;
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
  const people = clock.step === 0 ? firstStep(file, workspace) : peopleOf(workspace, 'lead');
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

function firstStep(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const handler = responsible(file, workspace);
  return handler === null ? [] : [handler];
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

function peopleOf(workspace: WorkspacePolicy, role: Role): string[] {
  return workspace.roles[role].people;
}
