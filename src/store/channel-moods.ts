import { z } from 'zod';
import type { ChannelMood } from '../cases/heat/barometer-of.ts';
import type { WorkspaceId } from '../chat/ref.ts';

import { row, rows, type Sql } from './sql.ts';

const DAY_MS = 86_400_000;

const count = z.number();
const moodRow = z
  .object({
    channelId: z.string(),
    messages: count,
    people: count,
    upset: count,
    praise: count,
    messagesBefore: count,
    peopleBefore: count,
    upsetBefore: count,
    praiseBefore: count,
    hotThreads: count,
  })
  .transform(({ channelId, messages, people, upset, praise, hotThreads, ...before }): ChannelMood => ({
    channelId,
    today: { messages, people, upset, praise },
    before: {
      messages: before.messagesBefore,
      people: before.peopleBefore,
      upset: before.upsetBefore,
      praise: before.praiseBefore,
    },
    hotThreads,
  }));

const sums = (when: string, suffix: string) => `
  coalesce(sum(messages) filter (where ${when}), 0)::int as "messages${suffix}",
  (count(*) filter (where ${when}))::int as "people${suffix}",
  coalesce(sum(upset) filter (where ${when}), 0)::int as "upset${suffix}",
  coalesce(sum(praise) filter (where ${when}), 0)::int as "praise${suffix}"`;

/**
 * Counted by person first, so that a week of a large community takes about a second. What somebody felt about one message counts
 * once; a heart below angry words agrees with them.
 */
export function channelMoods(
  sql: Sql,
  workspaceId: WorkspaceId,
  now: Date,
  days: number,
): Promise<ChannelMood[]> {
  const today = new Date(now.getTime() - DAY_MS);
  return rows(
    sql,
    moodRow,
    `with felt as (
       select channel_id, at > $2 as is_today, who, 1 as messages, (mood < 0)::int as upset, (mood > 0)::int as praise
       from hearback.stir where workspace_id = $1 and at > $3 and at <= $4 and not gone and not is_reaction
       union all
       select r.channel_id, r.at > $2, r.who, 0, max((r.mood < 0)::int),
         max((r.mood > 0 and not exists (select from hearback.stir m where m.workspace_id = $1
           and m.key = 'm/' || r.channel_id || '/' || r.message_id and m.mood < 0))::int)
       from hearback.stir r where r.workspace_id = $1 and r.at > $3 and r.at <= $4 and not r.gone and r.is_reaction
       group by r.channel_id, r.at > $2, r.who, r.message_id),
     people as (
       select channel_id, is_today, who, sum(messages) as messages, sum(upset) as upset, sum(praise) as praise
       from felt group by channel_id, is_today, who)
     select channel_id as "channelId", ${sums('is_today', '')}, ${sums('not is_today', 'Before')},
       (select count(*) from hearback.hot_thread t where t.workspace_id = $1 and t.channel_id = people.channel_id
         and t.at > $2 and t.state in ('offered', 'not_needed')) as "hotThreads"
     from people group by channel_id order by channel_id`,
    [workspaceId, today, new Date(today.getTime() - days * DAY_MS), now],
  );
}

/** Replies without praise of an active thread in an hour, on average over the week before. */
export async function usualReplies(
  sql: Sql,
  workspaceId: WorkspaceId,
  channelId: string,
  until: Date,
): Promise<number> {
  const found = await row(
    sql,
    z.object({ usual: z.number().nullable() }),
    `select count(*)::float8 / nullif(count(distinct (thread_message, date_trunc('hour', at))), 0) as usual from hearback.stir
     where workspace_id = $1 and channel_id = $2 and at > $3 and at <= $4 and not gone and not is_reaction and mood <= 0 and message_id <> thread_message`,
    [workspaceId, channelId, new Date(until.getTime() - 7 * DAY_MS), until],
  );
  return found?.usual ?? 0;
}
