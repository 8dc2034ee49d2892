import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { row, run } from './sql.ts';
import type { Work } from './work.ts';

const troubleRow = z.object({ troubleId: z.number() });

/** Writes down why something cannot be posted, unless that is known. */
export async function noteTrouble(
  { sql, at }: Work,
  workspaceId: WorkspaceId,
  about: string,
  reason: string,
): Promise<{ troubleId: number; isNew: boolean }> {
  const added = await row(
    sql,
    troubleRow,
    `insert into hearback.trouble (workspace_id, about, reason, since) values ($1, $2, $3, $4)
     on conflict (workspace_id, about, reason) do nothing returning trouble_id as "troubleId"`,
    [workspaceId, about, reason, at],
  );
  if (added) return { ...added, isNew: true };
  const known = await row(
    sql,
    troubleRow,
    'select trouble_id as "troubleId" from hearback.trouble where workspace_id = $1 and about = $2 and reason = $3',
    [workspaceId, about, reason],
  );
  // It may have ended between the two looks; then it is told of again at the next failure.
  return { troubleId: known?.troubleId ?? 0, isNew: false };
}

/** @returns whether there was any. */
export async function endTrouble(
  { sql }: Work,
  workspaceId: WorkspaceId,
  about: readonly string[],
): Promise<boolean> {
  const ended = await run(sql, 'delete from hearback.trouble where workspace_id = $1 and about = any($2)', [
    workspaceId,
    about,
  ]);
  return ended > 0;
}
