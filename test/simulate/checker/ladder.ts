import type { Clock, WatchedCase } from './case.ts';
import { reachOf, STEPS, type Around, type Reach, type Step } from './staff.ts';

/** The steps that a clock takes. */
export function stepsOf({ kind }: Clock): readonly Step[] {
  return kind === 'department_answer' ? STEPS : STEPS.slice(1);
}

/** The first step from its own on that reaches anybody; above the last one, the last that does. */
export function climb(watched: WatchedCase, clock: Clock, around: Around): { reach: Reach; next: number } {
  const steps = stepsOf(clock);
  const reached = (index: number) => {
    const step = steps[index]!;
    if (step === 'department' && !watched.isRouted) return null;
    return reachOf(step, watched, around);
  };
  for (let index = clock.step; index < steps.length; index += 1) {
    const reach = reached(index);
    if (reach) return { reach, next: index + 1 };
  }
  for (let index = Math.min(clock.step, steps.length) - 1; index >= 0; index -= 1) {
    const reach = steps[index] === 'department' ? null : reached(index);
    if (reach) return { reach, next: steps.length };
  }
  return { reach: { people: [], channel: around.community.triage }, next: steps.length };
}
