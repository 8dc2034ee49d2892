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

/**
 * In steps of the time, from sums by the hour (0050-moods-by-hour.sql). What somebody felt about one message in an hour counts once, and a
 * heart below angry words agrees with them. Where the time of the zone is not whole hours from UTC, an hour counts for the step in which
 * it begins.
 */
export function moodDays(
  sql: Sql,
  workspaceId: WorkspaceId,
  { from, until, step, timeZone }: FigureTime,
): Promise<MoodDay[]> {
  return rows(
    sql,
    moodRow,
    `select channel_id as "channelId", date_trunc($5, hour, $4) as day, sum(messages)::int as messages,
       sum(upset + felt_upset)::int as upset, sum(praise + felt_praise)::int as praise
     from hearback.mood_hour where workspace_id = $1 and hour >= $2 and hour < $3
     group by 1, 2 having sum(messages + upset + felt_upset + praise + felt_praise) > 0 order by 1, 2`,
    [workspaceId, from, until, timeZone, step],
  );
}
