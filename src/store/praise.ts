import { z } from 'zod';
import type { Eyes } from '../cases/access.ts';
import type { Change } from '../cases/change.ts';
import type { ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { visibleTo } from './eyes.ts';
import { messageIn } from './shapes.ts';
import { scanThread } from './scans.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Helper } from './store.ts';
import type { Work } from './work.ts';

// Praise that was passed on, what the member said to that, and what the helpers of the community did.

/** What the community was asked about a case, as its column gives it. */
export const helpShape = z
  .object({
    channel: z.string().nullable(),
    message: z.string().nullable(),
    said: z.number(),
    link: z.string().nullable(),
  })
  .transform(({ channel, message, said, link }) => {
    const thread = messageIn(channel, message);
    return thread && { thread, said, link };
  });

/** Messages of a case that stand below the post which asked the helpers. */
const BELOW_THE_POST = `hearback.case_message cm join hearback.message m using (message_row_id)
  where cm.case_id = c.case_id and cm.role <> 'context' and m.thread_channel = c.help_channel and m.thread_message = c.help_message`;

/** Whom a case `c` reached besides those who work on it. */
export const PASSED_ON_COLUMNS = `array(select user_id from hearback.praised p where p.case_id = c.case_id order by position) as praised,
  json_build_object('channel', help_channel, 'message', help_message, 'said', (select count(*) from ${BELOW_THE_POST}),
    'link', (select m.permalink from ${BELOW_THE_POST} and m.permalink <> '' order by m.posted_at, m.message_row_id limit 1)) as help`;

/** Somebody who has the words already keeps their place. */
export async function addPraised(
  { sql, at }: Work,
  caseId: number,
  praised: NonNullable<Change['praise']>,
): Promise<void> {
  for (const { userId, by } of praised)
    await run(
      sql,
      'insert into hearback.praised (case_id, user_id, praised_by, at) values ($1, $2, $3, $4) on conflict do nothing',
      [caseId, userId, by, at],
    );
}

/** From the version that this change makes on, the message with the question shows the answer. */
export async function keepConsent(
  { sql }: Work,
  caseId: number,
  { replyId, said }: NonNullable<Change['consent']>,
): Promise<void> {
  await run(
    sql,
    `update hearback.reply set consent = $3, consent_version = (select version + 1 from hearback.cases where case_id = $1)
     where case_id = $1 and reply_id = $2 and consent is null`,
    [caseId, replyId, said],
  );
}

/** From now on what is said there belongs to the case; what was said since it was posted is looked for. */
export async function keepHelp(work: Work, caseId: number, thread: ThreadRoot): Promise<void> {
  const asked = await row(
    work.sql,
    z.object({ workspaceId: z.string(), since: z.date() }),
    `update hearback.cases set help_channel = $2, help_message = $3 where case_id = $1
     returning workspace_id as "workspaceId", opened_at as since`,
    [caseId, thread.channelId, thread.messageId],
  );
  if (asked) await scanThread(work, asked.workspaceId, thread, asked.since);
}

export async function addCredit(
  { sql, at }: Work,
  caseId: number,
  { userId, by }: NonNullable<Change['credit']>,
): Promise<void> {
  await run(
    sql,
    `insert into hearback.credit (case_id, user_id, credited_by, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [caseId, userId, by, at],
  );
}

const helperRow: z.ZodType<Helper> = z.object({ userId: z.string(), cases: z.number() });

/** Who solved how many cases in a month, among those `eyes` may see; most first. */
export function helpersOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  { month, timeZone, eyes, limit }: { month: string; timeZone: string; eyes: Eyes; limit: number },
): Promise<Helper[]> {
  const visible = visibleTo(eyes, 5);
  return rows(
    sql,
    helperRow,
    `select user_id as "userId", count(*) as cases from hearback.credit join hearback.cases c using (case_id)
     where workspace_id = $1 and to_char(at at time zone $2, 'YYYY-MM') = $3 and ${visible.where}
       and at > to_date($3, 'YYYY-MM') - interval '2 days' and at < to_date($3, 'YYYY-MM') + interval '33 days'
     group by user_id order by count(*) desc, max(at) desc limit $4`,
    [workspaceId, timeZone, month, limit, ...visible.values],
  );
}
