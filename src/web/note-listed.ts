import type { Case } from '../cases/case.ts';
import type { Rooms, Visitor } from './page.ts';

/** Written down before they are shown: one line with their numbers. Nothing is shown when this fails. */
export async function noteListed(
  shown: readonly Pick<Case, 'number'>[],
  { workspace, userId }: Visitor,
  { audit }: Pick<Rooms, 'audit'>,
): Promise<void> {
  if (shown.length === 0) return;
  const numbers = shown.map(({ number }) => number).join(' ');
  await audit.note({
    workspaceId: workspace.id,
    actorId: userId,
    action: 'cases_listed',
    detail: { cases: numbers },
  });
}
