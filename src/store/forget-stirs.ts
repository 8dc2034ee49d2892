import { run, type Sql } from './sql.ts';

/** Whoever asks not to be recorded, or is erased, counts no more in what was said so far. @returns how many rows */
export function forgetStirs(sql: Sql, workspaceId: string, userId: string): Promise<number> {
  return run(sql, 'delete from hearback.stir where workspace_id = $1 and who = hearback.person_tag($1, $2)', [
    workspaceId,
    userId,
  ]);
}
