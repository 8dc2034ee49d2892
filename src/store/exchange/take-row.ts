import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ringJob } from '../clocks.ts';
import { addJobs } from '../jobs.ts';
import { json, row, run } from '../sql.ts';
import { insertRow } from './insert-row.ts';
import type { ExportLine } from './lines.ts';
import type { Noun } from './noun.ts';
import { NOUNS } from './nouns.ts';
import type { Taking } from './taking.ts';
import { takeFile, takeMailFile, takeMessage } from './take-words.ts';

type TakeRow = (taking: Taking, noun: Noun, line: ExportLine) => Promise<unknown>;

const BY_TYPE = new Map(NOUNS.map((noun) => [noun.type, noun]));

/** One line of a case becomes a row, or a few. */
export async function takeRow(taking: Taking, line: ExportLine): Promise<void> {
  const noun = BY_TYPE.get(line.type);
  if (noun) await (SPECIAL[line.type] ?? plainly)(taking, noun, line);
}

const plainly: TakeRow = ({ sql, caseId }, noun, line) => insertRow(sql, noun, line, { caseId });

const SPECIAL: Readonly<Record<string, TakeRow>> = {
  clock: takeClock,
  gift: async ({ sql, caseId, workspaceId, ids }, noun, line) =>
    ids.gift.push(await insertRow(sql, noun, line, { caseId, workspaceId }, 'gift_id')),
  // What was on its way to its tracker may be there or not: nobody makes it a second time.
  issue: ({ sql, caseId }, noun, line) =>
    insertRow(sql, noun, line, {
      caseId,
      state: line['state'] === 'making' ? 'failed' : line['state'],
    }),
  message: takeMessage,
  file: takeFile,
  note: takeNote,
  mailFile: takeMailFile,
  reply: takeReply,
  closeRequest: ({ sql, caseId, ids }, noun, line) =>
    insertRow(sql, noun, line, { caseId, replyId: ids.reply[Number(line['reply']) - 1] }),
  topic: takeTopic,
  subject: takeSubject,
  apart: takeApart,
};

/** It runs only where that was asked for. */
async function takeClock(
  { sql, caseId, at, openClocks }: Taking,
  noun: Noun,
  line: ExportLine,
): Promise<void> {
  const runs = line['state'] === 'running' && openClocks;
  const state = line['state'] === 'running' && !openClocks ? 'held' : line['state'];
  const clockId = await insertRow(sql, noun, line, { caseId, state }, 'clock_id');
  if (!runs) return;
  const dueAt = new Date(String(line['dueAt']));
  await addJobs({ sql, at, noted: [] }, [
    ringJob({ clockId, generation: Number(line['generation']), dueAt }),
  ]);
}

async function takeNote({ sql, caseId, ids }: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const noteId = await insertRow(sql, noun, line, { caseId }, 'note_id');
  ids.note.push(noteId);
  await run(
    sql,
    `insert into hearback.note_version (note_id, version, text, at)
     select $1, place, v ->> 'text', (v ->> 'at')::timestamptz from jsonb_array_elements($2::jsonb) with ordinality as each (v, place)`,
    [noteId, json(line['versions'])],
  );
}

/**
 * An answer that was sent is known to be so, and where it stands. One that was on its way may have arrived or not, so it is not
 * sent again.
 */
async function takeReply(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const { sql, caseId, workspaceId, ids } = taking;
  const state = line['state'] === 'queued' ? 'failed' : line['state'];
  const giftId = line['gift'] === null ? null : ids.gift[Number(line['gift']) - 1];
  const replyId = await insertRow(sql, noun, line, { caseId, state, giftId }, 'reply_id');
  ids.reply.push(replyId);
  if (line['sentAt'] === null) return;
  await run(
    sql,
    `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, attempts, first_tried_at,
       posted_channel, posted_message, posted_at, added_at)
     values ($1, $2, $3, $4, $5, $6, 'sent', 1, $7, $8, $9, $7, $10)`,
    [
      workspaceId,
      caseId,
      `reply-${replyId}`,
      randomBytes(18).toString('base64url'),
      json({ type: 'reply', replyId }),
      json(line['place']),
      line['sentAt'],
      line['postedChannel'],
      line['postedMessage'],
      line['writtenAt'],
    ],
  );
}

const idRow = z.object({ id: z.number().nullable() });

/** A topic comes with the first of its cases; the others find it there. */
async function takeTopic(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  taking.topicId = await insertRow(taking.sql, noun, line, {}, 'topic_id');
}

async function takeSubject(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const { sql, caseId, source } = taking;
  const found =
    line['topic'] === null || taking.topicId !== undefined
      ? null
      : await row(
          sql,
          idRow,
          `select topic_id as id from hearback.imported join hearback.topic_case using (case_id) where source = $1 and key = $2`,
          [source, line['topic']],
        );
  const topicId = taking.topicId ?? found?.id ?? null;
  // A link to a topic that is not here says nothing.
  const link = topicId === null ? { how: null, linkedBy: null, linkedAt: null } : {};
  await insertRow(sql, noun, line, { caseId, topicId, ...link });
}

async function takeApart({ sql, caseId, source }: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const other = await row(
    sql,
    idRow,
    'select case_id as id from hearback.imported where source = $1 and key = $2',
    [source, line['other']],
  );
  const otherId = other?.id ?? null;
  if (otherId === null) return;
  await insertRow(
    sql,
    noun,
    line,
    { caseId: Math.min(caseId, otherId), otherId: Math.max(caseId, otherId) },
    null,
    'on conflict do nothing',
  );
}
