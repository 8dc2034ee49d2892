import { addJobs } from './jobs.ts';
import { run } from './sql.ts';
import type { Retention } from './store.ts';
import type { TidyTools } from './tidier.ts';
import { TIDYING } from './tidying.ts';
import type { Work } from './work.ts';

/** Removes everything that is past its time. @returns how many of each kind, those without any left out */
export async function tidy(
  tools: Omit<TidyTools, 'retention'>,
  retentions: readonly Retention[],
): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const { name, isByPolicy = false, step } of TIDYING) {
    for (const retention of isByPolicy ? retentions : retentions.slice(0, 1)) {
      let after: number | null = 0;
      while (after !== null) {
        const done = await step({ ...tools, retention }, after);
        if (done.removed > 0) removed[name] = (removed[name] ?? 0) + done.removed;
        after = done.next;
      }
    }
  }
  return removed;
}

/** Asks for the handler `kind`, once for each day in UTC, however many programs ask. */
export async function askDaily(work: Work, kind: string): Promise<void> {
  const day = work.at.toISOString().slice(0, 10);
  const isFirst = await run(
    work.sql,
    `insert into hearback.daily as known (kind, day) values ($1, $2::date)
     on conflict (kind) do update set day = excluded.day where known.day < excluded.day`,
    [kind, day],
  );
  if (isFirst > 0) await addJobs(work, [{ kind, data: {}, key: `daily-${kind}-${day}` }]);
}
