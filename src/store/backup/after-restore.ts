import type { PoolClient } from 'pg';
import { z } from 'zod';
import { keysInUse } from '../agree-on-keys.ts';
import { writeNoted } from '../audit-chain.ts';
import { digestsAfterRestore } from '../digests.ts';
import { tellAdded } from '../jobs.ts';
import { rows, run, type Sql } from '../sql.ts';
import { toDoAfterRestore } from '../to-do.ts';
import { quoted } from './catalog.ts';
import type { Header, SequenceAt } from './frames.ts';

/** What was numbered after the backup was taken is still on buttons: its numbers are not given again. */
const SKIPPED = 1_000_000;

/** Lets every number go on behind those that were given. */
export async function continueSequences(
  sql: Sql,
  sequences: readonly SequenceAt[],
  moving: boolean,
): Promise<void> {
  for (const { table, column, last } of sequences) {
    const name = `hearback.${quoted(table)}`;
    await run(
      sql,
      `select setval(s.oid, greatest(case when counted.last > 0 then counted.last end, 1) +
           case when $4 and seq.seqmax > 4000000000 then $5::bigint else 0 end, counted.last > 0 or $4)
       from (select pg_get_serial_sequence($1, $2)::regclass as oid) s join pg_sequence seq on seq.seqrelid = s.oid,
         (select greatest($3::bigint, (select max(${quoted(column)}) from ${name}), 0) as last) counted`,
      [name, column, last, !moving, SKIPPED],
    );
  }
}

/**
 * What a restored record has to know: that what it remembers as not yet done may have been done since. So the platform is
 * asked before anything is posted; jobs are made anew, under names the queue has never heard; numbers of cases leave room for
 * those that are lost; and the ways into the pages that were open then are closed.
 */
export async function afterRestore(
  sql: PoolClient,
  { takenAt }: Header,
  { moving, now }: { moving: boolean; now: Date },
): Promise<string[]> {
  await lookBeforeTryingAgain(sql);
  // Seconds since 2025: higher than any generation that was counted, and another one at every restore.
  await run(
    sql,
    `update hearback.outbox set dispatched_at = null,
       generation = greatest(generation + 1, extract(epoch from $1::timestamptz - timestamptz '2025-01-01 00:00Z')::integer)
     where done_at is null`,
    [now],
  );
  if (!moving)
    await run(
      sql,
      'update hearback.workspace set last_case_number = (last_case_number + 1499) / 1000 * 1000',
    );
  if (!moving) await holdBackCodes(sql, now);
  if (!moving) await digestsAfterRestore(sql, now);
  if (!moving) await toDoAfterRestore(sql, now);
  // What is found in it is indexed again, little by little.
  await run(sql, 'update hearback.search_state set backlog = (select max(case_id) from hearback.cases)');
  await run(sql, 'select hearback.figures_anew()');
  await run(sql, 'delete from hearback.session');
  await run(sql, 'delete from hearback.access_link');
  const workspaces = await rows(
    sql,
    z.object({ workspaceId: z.string() }),
    'select workspace_id as "workspaceId" from hearback.workspace',
  );
  await writeNoted(
    sql,
    now,
    workspaces.map(({ workspaceId }) => ({
      workspaceId,
      actorId: null,
      action: 'record_restored',
      facts: { takenAt: takenAt.toISOString() },
    })),
  );
  await tellAdded(sql);
  return (await keysInUse(sql)).map(({ keyId }) => keyId);
}

/**
 * A code may have been given since, to somebody else: one that was free, and one whose gift had not arrived, which may have been
 * taken back. Nobody gets it until the operator has said which ones are left.
 */
async function holdBackCodes(sql: Sql, now: Date): Promise<void> {
  await run(
    sql,
    `update hearback.gift_code c set uncertain_since = $1
     where uncertain_since is null and (gift_id is null or exists (
       select from hearback.gift g where g.gift_id = c.gift_id and g.state in ('proposed', 'approved', 'failed')))`,
    [now],
  );
}

/** Whatever was under way may have arrived: it is looked for first. */
async function lookBeforeTryingAgain(sql: PoolClient): Promise<void> {
  await run(
    sql,
    `update hearback.delivery set attempts = greatest(attempts, 1), first_tried_at = coalesce(first_tried_at, added_at)
     where state in ('pending', 'sending')`,
  );
  await run(
    sql,
    `update hearback.issue set attempts = greatest(attempts, 1), first_tried_at = coalesce(first_tried_at, asked_at),
       last_tried_at = coalesce(last_tried_at, asked_at) where state = 'making'`,
  );
}
