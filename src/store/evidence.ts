import { z } from 'zod';
import type { CaseAttachment, WhichFiles } from '../cases/evidence.ts';
import type { ThreadRoot } from '../chat/ref.ts';
import { row, rows, type Sql } from './sql.ts';

const attachment: z.ZodType<CaseAttachment> = z.object({
  fileRowId: z.number(),
  name: z.string(),
  size: z.number(),
  state: z.enum(['kept', 'coming', 'missing']),
  problem: z.string().nullable(),
});

/**
 * Columns of `hearback.cases c`: how many files its correspondence has, without those that could not be kept; and the row of the
 * last of all of them.
 */
export const FILE_COUNTS = ["count(*) filter (where f.state <> 'problem')", 'max(file_row_id)']
  .map(
    (
      which,
      index,
    ) => `(select ${which} from hearback.case_message m join hearback.file f using (message_row_id)
    where m.case_id = c.case_id and m.role <> 'context') as "${index === 0 ? 'fileCount' : 'lastFileId'}"`,
  )
  .join(', ');

/** Files of a case's correspondence, in the order they came; not those of messages that only stood around it. */
export function caseFiles(sql: Sql, caseId: number, which: WhichFiles): Promise<CaseAttachment[]> {
  const [upTo, message] = 'upTo' in which ? [which.upTo, null] : [null, which.message];
  return rows(
    sql,
    attachment,
    `select file_row_id as "fileRowId", f.name, f.size, f.problem,
       case when f.state = 'kept' then 'kept'
         when f.state <> 'problem' and exists (select from hearback.outbox o where o.kind = 'copy-file'
           and o.data ->> 'fileRowId' = file_row_id::text and o.done_at is null and o.failed_at is null) then 'coming'
         else 'missing' end as state
     from hearback.case_message c join hearback.message m using (message_row_id) join hearback.file f using (message_row_id)
     where c.case_id = $1 and c.role <> 'context' and ($2::bigint is null or file_row_id <= $2)
       and ($3::text is null or (m.channel_id = $3 and m.message_id = $4)) order by file_row_id`,
    [caseId, upTo, message?.channelId ?? null, message?.messageId ?? null],
  );
}

/** Where the card for a department stands in a channel: the latest, should it have been posted again. */
export function postedEscalation(
  sql: Sql,
  caseId: number,
  department: string,
  channelId: string,
): Promise<ThreadRoot | null> {
  return row(
    sql,
    z.object({ channelId: z.string(), messageId: z.string() }),
    `select posted_channel as "channelId", posted_message as "messageId" from hearback.delivery
     where case_id = $1 and body ->> 'type' = 'escalation' and body ->> 'department' = $2 and place ->> 'channelId' = $3
       and state = 'sent' and posted_message is not null order by delivery_id desc limit 1`,
    [caseId, department, channelId],
  );
}
