import { z } from 'zod';
import type { Eyes } from '../cases/access.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { visibleTo } from './eyes.ts';
import type { Promises } from './promises-port.ts';
import { row, type Sql } from './sql.ts';

const promisesRow: z.ZodType<Promises> = z.object({ kept: z.number(), broken: z.number() });

/**
 * Promises that were due from one moment on and before another, of the cases `eyes` may see. Whatever ended one before its time
 * without words to the member, such as the solution, makes it none.
 */
export async function promisesOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  { from, before, eyes }: { from: Date; before: Date; eyes: Eyes },
  now: Date,
): Promise<Promises> {
  const visible = visibleTo(eyes, 5);
  const found = await row(
    sql,
    promisesRow,
    `select count(*) filter (where met and stopped_at <= deadline) as kept,
       count(*) filter (where case clock.state when 'running' then deadline <= $4 else stopped_at > deadline end) as broken
     from hearback.clock join hearback.cases c using (case_id)
     where clock.kind = 'update_due' and c.workspace_id = $1 and deadline >= $2 and deadline < $3 and ${visible.where}`,
    [workspaceId, from, before, now, ...visible.values],
  );
  return found ?? { kept: 0, broken: 0 };
}
