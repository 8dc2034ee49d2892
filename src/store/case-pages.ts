import type { Pool } from 'pg';
import { z } from 'zod';
import { PURPOSES } from '../cases/case.ts';
import { byKey } from './case-key.ts';
import type { CaseMessage, CasePages, CaseReply } from './case-pages-port.ts';
import { rows } from './sql.ts';
import { holdClient } from './transaction.ts';

const departmentsRow = z.object({ caseId: z.number(), departments: z.array(z.string()) });

const messageRow: z.ZodType<CaseMessage> = z
  .object({
    role: z.enum(['source', 'context', 'member', 'thread']),
    authorId: z.string(),
    authorName: z.string(),
    authorIsBot: z.boolean(),
    postedAt: z.date(),
    permalink: z.string(),
    versions: z.array(z.object({ text: z.string().nullable(), at: z.coerce.date() })),
    files: z.array(
      z.object({
        fileRowId: z.number(),
        name: z.string(),
        mime: z.string(),
        size: z.number(),
        isKept: z.boolean(),
      }),
    ),
  })
  .transform(({ authorId, authorName, authorIsBot, ...message }) => ({
    ...message,
    author: { userId: authorId, name: authorName, isBot: authorIsBot },
  }));

const replyRow: z.ZodType<CaseReply> = z.object({
  markdown: z.string(),
  state: z.enum(['draft', 'queued', 'sent', 'failed', 'discarded']),
  purpose: z.enum(PURPOSES),
  authorId: z.string().nullable(),
  writtenAt: z.date(),
  sentAt: z.date().nullable(),
});

export function createCasePages(pool: Pool): CasePages {
  const look = <T>(shape: z.ZodType<T>, text: string, values: readonly unknown[]) =>
    holdClient(pool, (sql) => rows(sql, shape, text, values));
  return {
    departments: async (workspaceId, caseIds) => {
      const found = await look(departmentsRow, DEPARTMENTS, [workspaceId, caseIds]);
      return new Map(found.map(({ caseId, departments }) => [caseId, departments]));
    },
    messages: async (key, limit) => {
      const { where, values } = byKey(key);
      return (await look(messageRow, messagesOf(where), [...values, limit])).toReversed();
    },
    file: async (key, fileRowId) => {
      const { where, values } = byKey(key);
      const [found] = await look(z.object({ name: z.string() }), fileOf(where), [...values, fileRowId]);
      return found ?? null;
    },
    replies: async (key, limit) => {
      const { where, values } = byKey(key);
      return (await look(replyRow, repliesOf(where), [...values, limit])).toReversed();
    },
  };
}

const DEPARTMENTS = `select case_id as "caseId", array_agg(department order by position) as departments
  from hearback.case_department join hearback.cases using (case_id)
  where workspace_id = $1 and case_id = any($2) group by case_id`;

/** @param which the condition that finds the case, with $1 and $2; $3 is how many. Newest first. */
function messagesOf(which: string): string {
  return `select role, author_id as "authorId", author_name as "authorName", author_is_bot as "authorIsBot",
      posted_at as "postedAt", m.permalink,
      coalesce((select json_agg(json_build_object('text', text, 'at', at) order by at, version)
        from hearback.message_version v where v.message_row_id = m.message_row_id), '[]') as versions,
      coalesce((select json_agg(json_build_object('fileRowId', file_row_id, 'name', name, 'mime', mime, 'size', size, 'isKept', f.state = 'kept') order by file_row_id)
        from hearback.file f where f.message_row_id = m.message_row_id), '[]') as files
    from hearback.case_message join hearback.message m using (message_row_id)
    where case_id = (select case_id from hearback.cases where ${which})
    order by posted_at desc, m.message_row_id desc limit $3`;
}

/** @param which the condition that finds the case, with $1 and $2; $3 is the file. */
function fileOf(which: string): string {
  return `select f.name from hearback.file f join hearback.case_message using (message_row_id)
    where file_row_id = $3 and f.state = 'kept' and case_id = (select case_id from hearback.cases where ${which})`;
}

function repliesOf(which: string): string {
  return `select markdown, r.state, purpose, author_id as "authorId", written_at as "writtenAt", d.posted_at as "sentAt"
    from hearback.reply r left join hearback.delivery d on d.case_id = r.case_id and d.key = 'reply-' || r.reply_id
    where r.case_id = (select case_id from hearback.cases where ${which})
    order by r.reply_id desc limit $3`;
}
