import type { Pool } from 'pg';
import { z } from 'zod';
import { byKey } from './case-key.ts';
import type { MemberStory, Transcripts } from './transcripts-port.ts';
import { row } from './sql.ts';
import { holdClient } from './transaction.ts';

const story: z.ZodType<MemberStory> = z.object({
  number: z.number(),
  member: z.string(),
  language: z.string(),
  openedAt: z.coerce.date(),
  words: z.string().nullable(),
  messages: z.array(
    z.object({
      isOwn: z.boolean(),
      author: z.string(),
      postedAt: z.coerce.date(),
      versions: z.array(z.object({ text: z.string().nullable(), at: z.coerce.date() })),
      files: z.array(
        z.object({ fileRowId: z.number(), name: z.string(), mime: z.string(), size: z.number() }),
      ),
    }),
  ),
  replies: z.array(z.object({ markdown: z.string(), at: z.coerce.date() })),
  answers: z.array(
    z.object({
      answer: z.enum(['solved', 'not_yet']),
      at: z.coerce.date(),
      reason: z.string().nullable(),
      rating: z.number().nullable(),
      comment: z.string().nullable(),
    }),
  ),
});

export function createTranscripts(pool: Pool): Transcripts {
  return {
    forMember: (key) => {
      const { where, values } = byKey(key);
      return holdClient(pool, (sql) => row(sql, story, storyOf(where), values));
    },
  };
}

/** Their own words, and what stands in the very thread they wrote in. Not what was said before, nor in a helpers' thread. */
const READ = `(m.author_id = c.member_id or (not m.author_is_bot
  and m.thread_channel = c.thread_channel and m.thread_message = c.thread_message))`;

/** Of others the last version alone, and nothing that they took back. */
const VERSIONS = `case when m.author_id = c.member_id then
    (select coalesce(json_agg(json_build_object('text', v.text, 'at', v.at) order by v.version), '[]')
      from hearback.message_version v where v.message_row_id = m.message_row_id)
  else (select coalesce(json_agg(json_build_object('text', last.text, 'at', last.at)), '[]') from (
      select text, at from hearback.message_version v where v.message_row_id = m.message_row_id order by version desc limit 1) last
    where last.text is not null) end`;

const FILES = `(select coalesce(json_agg(json_build_object('fileRowId', f.file_row_id, 'name', f.name, 'mime', f.mime, 'size', f.size) order by f.file_row_id), '[]')
  from hearback.file f where f.message_row_id = m.message_row_id and m.author_id = c.member_id)`;

/** @param which the condition that finds the case */
function storyOf(which: string): string {
  return `select number, member_name as member, language, opened_at as "openedAt",
      case when source_message is null then quote end as words,
      (select coalesce(json_agg(json_build_object('isOwn', m.author_id = c.member_id, 'author', m.author_name, 'postedAt', m.posted_at,
            'versions', ${VERSIONS}, 'files', ${FILES}) order by m.posted_at, m.message_row_id), '[]')
        from hearback.case_message cm join hearback.message m using (message_row_id)
        where cm.case_id = c.case_id and cm.role <> 'context' and ${READ}) as messages,
      (select coalesce(json_agg(json_build_object('markdown', r.markdown, 'at', coalesce(d.posted_at, r.written_at)) order by r.reply_id), '[]')
        from hearback.reply r left join hearback.delivery d on d.case_id = r.case_id and d.key = 'reply-' || r.reply_id
        where r.case_id = c.case_id and r.state = 'sent' and r.purpose in ('answer', 'update', 'nudge', 'closing', 'gift')) as replies,
      (select coalesce(json_agg(json_build_object('answer', q.answer, 'at', q.answered_at, 'reason', q.reason, 'rating', q.rating, 'comment', q.comment) order by q.reply_id), '[]')
        from hearback.close_request q where q.case_id = c.case_id and q.answer is not null) as answers
    from hearback.cases c where ${which} and erased_at is null`;
}
