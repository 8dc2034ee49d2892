import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import type { Case, CaseFile, Tick } from './case.ts';
import type { Change } from './change.ts';
import { assertOpen } from './states.ts';

/** One line of a case's checklist. */
export interface Item {
  text: string;
  /** Null while it is to be done. */
  done: Tick | null;
}

/** What staff do about a case: the lines of its kind, then those that playbooks add by themselves. */
export function checklistOf(file: CaseFile, earlier: readonly Case[], policy: Policy): Item[] {
  const added = policy.overlays
    .filter(({ when }) => countWithin(file, earlier, when.within) >= when.earlierCases)
    .flatMap(({ checklist }) => checklist);
  const lines = [...new Set([...kindOf(policy, file.case.kind).checklist, ...added])];
  return lines.map((text) => ({ text, done: file.ticks.find(({ item }) => item === text) ?? null }));
}

function countWithin({ case: { openedAt } }: CaseFile, earlier: readonly Case[], withinMs: number): number {
  return earlier.filter((each) => openedAt.getTime() - each.openedAt.getTime() <= withinMs).length;
}

/**
 * Somebody has done a line of the checklist, or has not after all.
 * @param number the line's, counted from 1 as on the card
 * @throws {NotPossible}
 */
export function tickOff(
  file: CaseFile,
  items: readonly Item[],
  number: number,
  by: string,
  isUndone: boolean,
): Change {
  assertOpen(file.case);
  const item = items[number - 1];
  if (items.length === 0) throw new NotPossible(({ rules }) => rules.refusals.noChecklist);
  if (!item) throw new NotPossible(({ rules }) => rules.refusals.checklistLines(items.length));
  if (item.done && !isUndone) throw new NotPossible(({ rules }) => rules.refusals.ticked);
  if (!item.done && isUndone) throw new NotPossible(({ rules }) => rules.refusals.notTicked);
  return {
    ticks: [{ item: item.text, by, done: !isUndone }],
    history: [{ action: isUndone ? 'unticked' : 'ticked', actorId: by, detail: { line: String(number) } }],
  };
}
