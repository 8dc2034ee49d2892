import { z } from 'zod';
import { row, run } from './sql.ts';
import { daysAgo, type Tidier } from './tidier.ts';
import { atomically } from './work.ts';

/** Rows looked at in one transaction. */
const WINDOW = 2_000;

/** Flags stay as long as a look back could find them again: `catchUp.days` is at most 366. */
const FLAG_DAYS = 400;
/** Slack delivers an event again for at most a day; what an operator replays is still open. */
const OTHER_DAYS = 30;

/**
 * What came in. It is what makes an event that comes again known, so it stays as long as its message is in the record, and
 * until its job is done. After that a message is of no case and its edits concern nobody; only its reactions still stand on
 * the platform, and are known for longer.
 */
export const tidyIntake: Tidier = {
  name: 'intake',
  step: (tools, after) =>
    atomically(tools.source, async ({ sql }) => {
      const { last, seen } = (await row(
        sql,
        z.object({ last: z.number().nullable(), seen: z.number() }),
        `select max(intake_id) as last, count(*) as seen from (
           select intake_id from hearback.intake where intake_id > $1 order by intake_id limit $2) as window_of_ids`,
        [after, WINDOW],
      )) ?? { last: null, seen: 0 };
      if (last === null) return { removed: 0, next: null };
      const removed = await run(
        sql,
        `delete from hearback.intake where intake_id in (
           select intake_id from hearback.intake i
           where intake_id > $1 and intake_id <= $2 and received_at < case when meaning in ('flag', 'unflag') then $3::timestamptz else $4::timestamptz end
             and not exists (select from hearback.message m
               where m.workspace_id = i.workspace_id and m.channel_id = i.channel_id and m.message_id = i.message_id)
             and not exists (select from hearback.outbox where key = 'intake-' || intake_id and done_at is null)
           for update skip locked)`,
        [after, last, daysAgo(tools, FLAG_DAYS), daysAgo(tools, OTHER_DAYS)],
      );
      return { removed, next: seen === WINDOW ? last : null };
    }),
};
