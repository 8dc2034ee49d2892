import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import { inLanguage, wordings, type LocalizedText } from '../policy/localized-text.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Case, CaseFile, Tick } from './case.ts';
import type { Change } from './change.ts';
import { assertOpen } from './states.ts';
import { textsOf } from '../texts/index.ts';

/** One line of a case's checklist. */
export interface Item {
  text: LocalizedText;
  /** Null while it is to be done. */
  done: Tick | null;
}

/** What staff do about a case: the lines of its kind, then those that playbooks add by themselves. */
export function checklistOf(file: CaseFile, earlier: readonly Case[], policy: Policy): Item[] {
  const added = policy.overlays
    .filter(({ when }) => countWithin(file, earlier, when.within) >= when.earlierCases)
    .flatMap(({ checklist }) => checklist);
  const lines = new Map(
    [...kindOf(policy, file.case.kind).checklist, ...added].map((text) => [wordings(text).join('\n'), text]),
  );
  return [...lines.values()].map((text) => ({ text, done: tickOf(text, file) }));
}

/** The same lines, ticked as they are in this file. */
export function freshly(items: readonly Item[], file: CaseFile): Item[] {
  return items.map(({ text }) => ({ text, done: tickOf(text, file) }));
}

/** The record keeps a line as it read when it was ticked, in the language of the community at that time. */
function tickOf(text: LocalizedText, { ticks }: CaseFile): Tick | null {
  return ticks.find(({ item }) => wordings(text).includes(item)) ?? null;
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
  workspace: WorkspacePolicy,
): Change {
  assertOpen(file.case);
  const item = items[number - 1];
  if (items.length === 0) throw new NotPossible(({ rules }) => rules.refusals.noChecklist);
  if (!item) throw new NotPossible(({ rules }) => rules.refusals.checklistLines(items.length));
  if (item.done && !isUndone) throw new NotPossible(({ rules }) => rules.refusals.ticked);
  if (!item.done && isUndone) throw new NotPossible(({ rules }) => rules.refusals.notTicked);
  const line = item.done?.item ?? inLanguage(item.text, textsOf(workspace).common.code, workspace);
  return {
    ticks: [{ item: line, by, done: !isUndone }],
    history: [{ action: isUndone ? 'unticked' : 'ticked', actorId: by, detail: { line: String(number) } }],
  };
}
