import { z } from 'zod';
import type { State } from '../cases/case.ts';
import { followTopicsOf } from './follow-topics.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Tidier } from './tidier.ts';
import { atomically, type Work } from './work.ts';

/** States in which nobody owes anybody anything. A solved case that nobody came back to has ended too. */
const ENDED: readonly State[] = ['solved', 'closed', 'closed_unconfirmed', 'dismissed', 'merged'];

/**
 * A case `c` that ended before $1, and about which nothing has happened since. $2: the states it can be in. What is still
 * to be said, a running clock, or something that came in and is not dealt with (also when that was given up) keeps it.
 */
export const HAS_ENDED = `c.state = any($2) and c.closed_at < $1
  and not exists (select from hearback.history h where h.case_id = c.case_id and h.at >= $1)
  and not exists (select from hearback.delivery d where d.case_id = c.case_id and d.state in ('pending', 'sending'))
  and not exists (select from hearback.clock k where k.case_id = c.case_id and k.state = 'running')
  and not exists (
    select from hearback.outbox o join hearback.intake i on i.intake_id = (o.data ->> 'intakeId')::bigint
    where o.done_at is null and i.workspace_id = c.workspace_id and (
      exists (select from hearback.case_message cm join hearback.message m using (message_row_id)
        where cm.case_id = c.case_id and m.channel_id = i.channel_id and m.message_id = i.message_id)
      or (i.event #>> '{message,threadRoot,channelId}' = c.thread_channel and i.event #>> '{message,threadRoot,messageId}' = c.thread_message)))`;

export const endedBefore = (moment: Date): [Date, readonly State[]] => [moment, ENDED];

const caseRow = z.object({ caseId: z.number(), workspaceId: z.string(), number: z.number() });

/** Cases that ended longer ago than the policy keeps them, whole, with every message no other case needs. */
export const tidyCases: Tidier = {
  name: 'cases',
  isByPolicy: true,
  async step({ source, retention: { closedMs, workspaces } }, after) {
    if (closedMs === null) return { removed: 0, next: null };
    const before = new Date(source.now().getTime() - closedMs);
    return atomically(source, async (work) => {
      const ended = await row(
        work.sql,
        caseRow,
        `select case_id as "caseId", workspace_id as "workspaceId", number from hearback.cases c
         where case_id > $3 and ($4::text[] is null or c.workspace_id = any($4)) and ${HAS_ENDED} order by case_id limit 1 for update skip locked`,
        [...endedBefore(before), after, workspaces ?? null],
      );
      if (!ended) return { removed: 0, next: null };
      return { removed: (await remove(work, ended)) ? 1 : 0, next: ended.caseId };
    });
  },
};

const idRow = z.object({ id: z.number() });

/** @returns false when somebody is at one of its messages; then it stays until tomorrow. */
async function remove(
  work: Work,
  { caseId, workspaceId, number }: z.infer<typeof caseRow>,
): Promise<boolean> {
  const { sql, noted } = work;
  const messages = await idsOf(
    sql,
    'select message_row_id as id from hearback.case_message where case_id = $1',
    [caseId],
  );
  // Held before the look whether another case needs them: whoever links one now has committed, or waits and finds it gone.
  const held = await idsOf(
    sql,
    'select message_row_id as id from hearback.message where message_row_id = any($1) order by message_row_id for update skip locked',
    [messages],
  );
  if (held.length < messages.length) return false;
  await forgetGifts(sql, caseId);
  // The card of its topic quotes it; and of what nobody said any more nothing is kept, not even what people called it.
  await followTopicsOf(work, [caseId]);
  await run(
    sql,
    `delete from hearback.topic p using hearback.topic_case t where t.case_id = $1 and p.topic_id = t.topic_id
       and not exists (select from hearback.topic_case o where o.topic_id = p.topic_id and o.case_id <> $1)`,
    [caseId],
  );
  await run(sql, 'delete from hearback.cases where case_id = $1', [caseId]);
  await run(
    sql,
    `delete from hearback.message m where message_row_id = any($1)
       and not exists (select from hearback.case_message cm where cm.message_row_id = m.message_row_id)`,
    [messages],
  );
  noted.push({ workspaceId, actorId: null, action: 'case_removed', detail: { cases: String(number) } });
  return true;
}

/** The ledger keeps month, kind and value; who they went to and who gave them goes with the case, and so do their codes. */
async function forgetGifts(sql: Sql, caseId: number): Promise<void> {
  await run(
    sql,
    `update hearback.gift_code c set code = null, sealed_with = null from hearback.gift g
     where g.gift_id = c.gift_id and g.case_id = $1`,
    [caseId],
  );
  await run(
    sql,
    `update hearback.gift set member_id = null, proposed_by = null, decided_by = null where case_id = $1`,
    [caseId],
  );
}

async function idsOf(sql: Sql, query: string, values: readonly unknown[]): Promise<number[]> {
  return (await rows(sql, idRow, query, values)).map(({ id }) => id);
}
