import type { Policy } from '../policy/schema.ts';
import type { Case, CaseFile, Clock } from './case.ts';
import type { ClockChange } from './change.ts';

/**
 * The member was asked something: from now on it is their turn. In a case that is solved they were asked whether it is, and
 * are not asked again; in any other case nudges come first.
 */
export function startSilence(
  { case: found }: Pick<CaseFile, 'case'>,
  policy: Policy,
  now: Date,
): ClockChange {
  const after = (ms: number) => new Date(now.getTime() + ms);
  return {
    op: 'start',
    kind: 'silence',
    dueAt: after(silenceWaitMs(found.state, 0, policy)),
    deadline: after(silenceLeftMs(found.state, 0, policy)),
  };
}

/** The template that says that the case is closed then. */
export const LAST_NUDGE = 'nudge-last';

/**
 * Which nudge comes next, by what was said to the member since they were asked: the policy may have had more or fewer of them
 * then. Nobody who was asked again has their case closed without the last one, and nobody gets another after it.
 * @returns an index of `silence.nudges`, or one before them; as many as there are, or more: nothing comes but the end
 */
export function nudgeToCome(
  { case: { state }, replies }: Pick<CaseFile, 'case' | 'replies'>,
  { step, startedAt }: Pick<Clock, 'step' | 'startedAt'>,
  { silence }: Policy,
): number {
  const nudged = replies.filter(
    (reply) =>
      reply.purpose === 'nudge' &&
      reply.state !== 'discarded' &&
      reply.queuedAt !== null &&
      reply.queuedAt >= startedAt,
  );
  if (state === 'solved' || nudged.length === 0) return step;
  const isWarned = nudged.some(({ steps }) => steps.includes(LAST_NUDGE));
  return isWarned ? silence.nudges.length : Math.min(step, silence.nudges.length - 1);
}

/** How long the clock waits for its next ring, when it has rung so often (ms). */
export function silenceWaitMs(state: Case['state'], step: number, { silence }: Policy): number {
  return state === 'solved' ? silence.confirm : (silence.nudges[step] ?? silence.close);
}

/** How long it takes from there until the case is closed, when nobody says anything (ms). */
export function silenceLeftMs(state: Case['state'], step: number, { silence }: Policy): number {
  if (state === 'solved') return silence.confirm;
  return silence.nudges.slice(step).reduce((sum, wait) => sum + wait, silence.close);
}

/** When the case is closed if the member says nothing; null while it is not their turn. */
export function silenceEnds(file: CaseFile, policy: Policy): Date | null {
  const clock = file.clocks.find(({ kind }) => kind === 'silence');
  if (!clock) return null;
  const { state } = file.case;
  const step = nudgeToCome(file, clock, policy);
  const left = silenceLeftMs(state, step, policy) - silenceWaitMs(state, step, policy);
  return new Date(clock.dueAt.getTime() + left);
}
