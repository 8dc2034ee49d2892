import type { Case } from '../../cases/case.ts';
import { LISTED } from './cases-answer.ts';
import type { CommandContext } from './command.ts';

/** Writes down who is about to see a case. Nothing is shown when this fails. */
export function noteSeen(
  { audit, command }: CommandContext,
  action: string,
  { workspaceId, caseId }: Case,
): Promise<void> {
  return audit.note({ workspaceId, actorId: command.by.userId, action, caseId });
}

/** The same for a list of cases: one line with their numbers. @param shown how many of them the list names at most */
export async function noteListed(
  { audit, command, workspace }: CommandContext,
  cases: readonly Case[],
  shown = LISTED,
): Promise<void> {
  if (cases.length === 0) return;
  const numbers = cases.slice(0, shown).map(({ number }) => number);
  await audit.note({
    workspaceId: workspace.id,
    actorId: command.by.userId,
    action: 'cases_listed',
    detail: { cases: numbers.join(' ') },
  });
}
