import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import type { FigureTime, MoodDay } from './figures-port.ts';
import { rows, type Sql } from './sql.ts';

const moodRow: z.ZodType<MoodDay> = z.object({
  channelId: z.string(),
  day: z.date(),
  upset: z.number(),
  praise: z.number(),
  messages: z.number(),
});

/** In steps of the time. Counted as `channelMoods` does: what somebody felt about one message counts once, and a heart below angry words agrees with them. */
export function moodDays(
  sql: Sql,
  workspaceId: WorkspaceId,
  { from, until, step, timeZone }: FigureTime,
): Promise<MoodDay[]> {
  return rows(
    sql,
    moodRow,
    `with felt as (
       select channel_id, date_trunc($5, at, $4) as day, 1 as messages, (mood < 0)::int as upset, (mood > 0)::int as praise
       from hearback.stir where workspace_id = $1 and at >= $2 and at < $3 and not gone and not is_reaction
       union all
       select r.channel_id, date_trunc($5, r.at, $4), 0, max((r.mood < 0)::int),
         max((r.mood > 0 and not exists (select from hearback.stir m where m.workspace_id = $1
           and m.key = 'm/' || r.channel_id || '/' || r.message_id and m.mood < 0))::int)
       from hearback.stir r where r.workspace_id = $1 and r.at >= $2 and r.at < $3 and not r.gone and r.is_reaction
       group by r.channel_id, 2, r.who, r.message_id
       union all
       -- What was before has its hours alone.
       select channel_id, date_trunc($5, hour, $4), messages, upset, praise from hearback.mood_hour where workspace_id = $1 and hour >= $2 and hour < $3)
     select channel_id as "channelId", day, sum(messages)::int as messages, sum(upset)::int as upset, sum(praise)::int as praise
     from felt group by 1, 2 order by 1, 2`,
    [workspaceId, from, until, timeZone, step],
  );
}
