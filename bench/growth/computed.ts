import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';

/**
 * Processor time that the database's connections have had (ms); on Linux alone, and on the same machine.
 * https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat
 */
export async function computedMs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend'`,
  );
  return rows.map(({ pid }) => nanosecondsOf(pid) / 1e6).reduce((sum, each) => sum + each, 0);
}

function nanosecondsOf(pid: number): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds);
}
