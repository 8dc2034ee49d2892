import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ringJob } from '../clocks.ts';
import { addJobs } from '../jobs.ts';
import { json, row, run } from '../sql.ts';
import { insertMany, insertRow } from './insert-row.ts';
import type { ExportLine } from './lines.ts';
import type { Noun } from './noun.ts';
import { NOUNS } from './nouns.ts';
import type { Taking } from './taking.ts';
import { isUnheard, unheardAmong } from './unheard.ts';
import { peopleIn, withoutErased } from './without-erased.ts';
import { takeFile, takeMailFile, takeMessages } from './take-words.ts';

type TakeRow = (taking: Taking, noun: Noun, line: ExportLine) => Promise<unknown>;

const BY_TYPE = new Map(NOUNS.map((noun) => [noun.type, noun]));

/** Whether lines of this type are taken in one by one: others refer to them, or they hold a whole file. */
export function standsAlone(type: string): boolean {
  return type in SPECIAL;
}

/** Lines of one type, of one case, become rows. */
export async function takeRows(taking: Taking, lines: readonly ExportLine[]): Promise<void> {
  const all = taking.hasUnheard ? await heard(taking, lines) : lines;
  const noun = BY_TYPE.get(lines[0]?.type ?? '');
  if (!noun || all.length === 0) return;
  const special = SPECIAL[noun.type];
  if (special) for (const line of all) await special(taking, noun, line);
  else if (noun.type === 'message') await takeMessages(taking, noun, all);
  else await insertMany(taking.sql, noun, all, { caseId: taking.caseId });
}

/** What is left of lines when whoever was erased here, or has opted out, has said and done nothing. */
async function heard(
  { sql, workspaceId, counted }: Taking,
  lines: readonly ExportLine[],
): Promise<ExportLine[]> {
  const noun = BY_TYPE.get(lines[0]?.type ?? '');
  if (!noun) return [];
  const unheard = await unheardAmong(
    sql,
    workspaceId,
    lines.flatMap((line) => peopleIn(noun, line)),
  );
  const left = lines.filter(
    (line) => noun.type !== 'message' || !isUnheard(unheard, line['authorId'], line['postedAt']),
  );
  counted.leftOut += lines.length - left.length;
  return left.flatMap((line) => withoutErased(noun, line, unheard) ?? []);
}

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
  // A draft that was sent has no way left to be sent.
  if (line['sentAt'] === null || state !== 'sent') return;
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
