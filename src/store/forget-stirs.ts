import { run, type Sql } from './sql.ts';

/** Whoever writes counts of a community has this alone, until the end of the transaction. */
export async function lockStirs(sql: Sql, workspaceId: string): Promise<void> {
  await run(sql, `select pg_advisory_xact_lock(hashtextextended('stir ' || $1, 0))`, [workspaceId]);
}

/**
 * Whoever asks not to be recorded, or is erased, counts no more in what was said so far. What is being counted just now is waited
 * for: it was begun before they had asked. @returns how many rows
 */
export async function forgetStirs(sql: Sql, workspaceId: string, userId: string): Promise<number> {
  await lockStirs(sql, workspaceId);
  return run(sql, 'delete from hearback.stir where workspace_id = $1 and who = hearback.person_tag($1, $2)', [
    workspaceId,
    userId,
  ]);
}
