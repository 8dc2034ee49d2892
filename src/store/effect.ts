import { z } from 'zod';
import { markDone } from './jobs.ts';
import { prepared, row, run } from './sql.ts';
import type { Once } from './store.ts';
import { atomicallyByKey, type Source, type Work } from './work.ts';

/** What the next effect is to be done once for; `spent` after it has been committed. */
export interface Ticket {
  once: Once;
  spent: boolean;
}

/** What `effect` hands on: what was done, and the case it was about, if any. */
export interface Done<T> {
  result: T;
  caseId: number | null;
}

/**
 * One transaction that happens once. With a ticket that was used before (by another run of the job, or a repeated
 * delivery of the click) `again` answers instead of `fresh`; it must not write.
 * The ticket is spent only by a commit: after a failure the next call still carries it.
 */
export function effect<T>(
  source: Source,
  ticket: Ticket | null,
  fresh: (work: Work) => Promise<Done<T>>,
  again: (work: Work, caseId: number | null) => Promise<T>,
): Promise<T> {
  return settling(ticket, () =>
    atomicallyByKey(source, async (work) => {
      const used = await claim(work, ticket);
      if (used) return { result: await again(work, used.caseId), isSpent: false };
      const { result, caseId } = await fresh(work);
      await settle(work, ticket, caseId);
      return { result, isSpent: true };
    }),
  );
}

/** Spends the ticket once the transaction that used it is committed. */
export async function settling<T>(
  ticket: Ticket | null,
  commit: () => Promise<{ result: T; isSpent: boolean }>,
): Promise<T> {
  const { result, isSpent } = await commit();
  if (ticket && isSpent) ticket.spent = true;
  return result;
}

const used = z.object({ caseId: z.number().nullable() });

/** @returns null when it is ours to do; what is known of the first time otherwise. Held until the transaction ends. */
export async function claim(
  { sql, at }: Work,
  ticket: Ticket | null,
): Promise<{ caseId: number | null } | null> {
  if (!ticket || ticket.spent) return null;
  const { once } = ticket;
  if ('job' in once) {
    const job = await row(
      sql,
      used.extend({ isDone: z.boolean() }),
      prepared(
        'select case_id as "caseId", done_at is not null as "isDone" from hearback.outbox where outbox_id = $1 for update',
      ),
      [once.job],
    );
    // A row that is gone was done and tidied away.
    return job && !job.isDone ? null : { caseId: job?.caseId ?? null };
  }
  const key = [once.workspaceId, once.interaction];
  const added = await run(
    sql,
    'insert into hearback.interaction (workspace_id, interaction_id, at) values ($1, $2, $3) on conflict do nothing',
    [...key, at],
  );
  if (added > 0) return null;
  return row(
    sql,
    used,
    'select case_id as "caseId" from hearback.interaction where workspace_id = $1 and interaction_id = $2',
    key,
  );
}

/** Writes down, in the same transaction, that it has been done. */
export async function settle(work: Work, ticket: Ticket | null, caseId: number | null): Promise<void> {
  if (!ticket || ticket.spent) return;
  const { once } = ticket;
  if ('job' in once) return markDone(work, [once.job], caseId);
  work.sql.later(
    'update hearback.interaction set case_id = $3 where workspace_id = $1 and interaction_id = $2',
    [once.workspaceId, once.interaction, caseId],
  );
}
