import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addJobs } from './jobs.ts';
import type { PolicyClock } from './policy-seen-port.ts';
import { row, rows, type Sql } from './sql.ts';
import type { Work } from './work.ts';

const generationRow = z.object({ generation: z.number() });

/** Notes what clocks follow from now on, and asks for those that run to be computed anew when that is news. */
export async function policyInForce(work: Work, times: string): Promise<void> {
  const changed = await row(
    work.sql,
    generationRow,
    `insert into hearback.policy_seen as seen (fingerprint, generation) values ($1, 0)
     on conflict (is_only) do update set fingerprint = excluded.fingerprint, generation = seen.generation + 1
       where seen.fingerprint <> excluded.fingerprint
     returning generation`,
    [fingerprintOf(times)],
  );
  if (changed && changed.generation > 0) await policyNext(work, changed.generation, 0);
}

export async function policyNext(work: Work, generation: number, after: number): Promise<void> {
  const key = `recompute-${generation}-${after}`;
  await addJobs(work, [{ kind: 'recompute-clocks', data: { generation, after }, key }]);
}

export async function policyWanted(
  sql: Sql,
  generation: number,
  times: string,
): Promise<'yes' | 'over' | 'other'> {
  const seen = await row(
    sql,
    generationRow.extend({ fingerprint: z.string() }),
    'select generation, fingerprint from hearback.policy_seen',
    [],
  );
  if (seen?.generation !== generation) return 'over';
  return seen.fingerprint === fingerprintOf(times) ? 'yes' : 'other';
}

const clockRow = z
  .object({ clockId: z.number(), workspaceId: z.string(), caseId: z.number() })
  .transform(({ clockId, ...key }): PolicyClock => ({ clockId, key }));

export function policyClocks(sql: Sql, after: number, limit: number): Promise<PolicyClock[]> {
  return rows(
    sql,
    clockRow,
    `select clock_id as "clockId", workspace_id as "workspaceId", case_id as "caseId"
     from hearback.clock join hearback.cases using (case_id)
     where clock.state = 'running' and set_by = 'policy' and not is_put_off and clock_id > $1
     order by clock_id limit $2`,
    [after, limit],
  );
}

function fingerprintOf(times: string): string {
  return createHash('sha256').update(times).digest('hex');
}
