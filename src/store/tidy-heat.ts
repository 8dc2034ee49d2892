import { z } from 'zod';
import { row, run } from './sql.ts';
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

/** Moods of hours are shown for two years, as the other figures (days). */
const MOOD_DAYS = 740;

/**
 * And what a clock that ran ahead has dated after tomorrow. What is left of the others is how many there were in a channel in an hour,
 * counted as `moodDays` does.
 */
export const tidyHeat: Tidier = {
  name: 'stirs',
  async step(tools) {
    const found = await atomically(tools.source, ({ sql }) =>
      row(sql, z.object({ removed: z.number() }), FORGET_STIRS, [BATCH, daysAgo(tools, STIR_DAYS)]),
    );
    const removed = found?.removed ?? 0;
    return { removed, next: removed >= BATCH ? 0 : null };
  },
};

const FORGET_STIRS = `with forgotten as (
    delete from hearback.stir where ctid = any(
      array(select ctid from hearback.stir where at < $2 order by at limit $1 for update skip locked)
      || array(select ctid from hearback.stir where at > $2 + interval '${STIR_DAYS + 1} days' order by at limit $1 for update skip locked))
    returning workspace_id, channel_id, message_id, who, is_reaction, mood, gone, at),
  felt as (
    select workspace_id, channel_id, date_trunc('hour', at, 'UTC') as hour, 1 as messages, (mood < 0)::int as upset, (mood > 0)::int as praise
    from forgotten where not gone and not is_reaction and at < $2
    union all
    select r.workspace_id, r.channel_id, date_trunc('hour', r.at, 'UTC'), 0, max((r.mood < 0)::int),
      max((r.mood > 0 and not exists (select from hearback.stir m where m.workspace_id = r.workspace_id
        and m.key = 'm/' || r.channel_id || '/' || r.message_id and m.mood < 0))::int)
    from forgotten r where not r.gone and r.is_reaction and r.at < $2
    group by r.workspace_id, r.channel_id, 3, r.who, r.message_id),
  kept as (
    insert into hearback.mood_hour as known (workspace_id, channel_id, hour, messages, upset, praise)
    select workspace_id, channel_id, hour, sum(messages), sum(upset), sum(praise) from felt group by 1, 2, 3 order by 1, 3, 2
    on conflict (workspace_id, hour, channel_id) do update set messages = known.messages + excluded.messages,
      upset = known.upset + excluded.upset, praise = known.praise + excluded.praise)
  select count(*)::int as removed from forgotten`;

export const tidyMoods = tidier(
  'moods',
  `delete from hearback.mood_hour where ctid = any(array(
     select ctid from hearback.mood_hour where hour < $2 order by hour limit $1 for update skip locked))`,
  MOOD_DAYS,
);

export const tidyHotThreads = tidier(
  'hotThreads',
  `delete from hearback.hot_thread where hot_thread_id in (
     select hot_thread_id from hearback.hot_thread where at < $2 order by at limit $1 for update skip locked)`,
  OFFERED_DAYS,
);
