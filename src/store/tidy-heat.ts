import { run } from './sql.ts';
import { daysAgo, type Tidier } from './tidier.ts';
import { atomically } from './work.ts';

/** Rows removed in one transaction. */
const BATCH = 5_000;

/** How long it is known who was felt to say something where (days): a day, and the week it is compared with. */
const STIR_DAYS = 8;
/** How long it is known that a thread was offered (days): so long it is not offered again. */
const OFFERED_DAYS = 400;

const tidier = (name: string, remove: string, days: number): Tidier => ({
  name,
  async step(tools) {
    const removed = await atomically(tools.source, ({ sql }) =>
      run(sql, remove, [BATCH, daysAgo(tools, days)]),
    );
    return { removed, next: removed === BATCH ? 0 : null };
  },
});

/** And what a clock that ran ahead has dated after tomorrow. */
export const tidyHeat = tidier(
  'stirs',
  `delete from hearback.stir where ctid = any(array(
     select ctid from hearback.stir where at < $2 or at > $2 + interval '${STIR_DAYS + 1} days' order by at limit $1 for update skip locked))`,
  STIR_DAYS,
);

export const tidyHotThreads = tidier(
  'hotThreads',
  `delete from hearback.hot_thread where hot_thread_id in (
     select hot_thread_id from hearback.hot_thread where at < $2 order by at limit $1 for update skip locked)`,
  OFFERED_DAYS,
);
