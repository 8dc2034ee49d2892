import { z } from 'zod';
import { sealedTable } from '../sealed-tables.ts';
import { json, prepared, row, run } from '../sql.ts';
import { insertion, insertRow } from './insert-row.ts';
import type { ExportLine } from './lines.ts';
import type { Noun } from './noun.ts';
import type { Taking } from './taking.ts';

const idRow = z.object({ id: z.number() });

/** What somebody said, once for all cases it is in. Whoever was erased since, or had opted out, has said nothing. */
export async function takeMessage(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const { sql, workspaceId, caseId, counted } = taking;
  if (await isUnheard(taking, line)) {
    counted.leftOut += 1;
    return;
  }
  const { text, values } = insertion(noun, line, { workspaceId });
  const next = (place: number) => `$${values.length + place}`;
  const found = await row(
    sql,
    z.object({ made: z.number() }),
    prepared(`with made as (${text} on conflict (workspace_id, channel_id, message_id) do nothing returning message_row_id),
       versions as (insert into hearback.message_version (message_row_id, version, text, at)
         select message_row_id, place, v ->> 'text', (v ->> 'at')::timestamptz
         from made, jsonb_array_elements(${next(1)}::jsonb) with ordinality as each (v, place)),
       linked as (insert into hearback.case_message (case_id, message_row_id, role)
         select ${next(2)}::bigint, message_row_id, ${next(3)}::text from (select message_row_id from made
           union all select message_row_id from hearback.message
             where workspace_id = ${next(4)} and channel_id = ${next(5)} and message_id = ${next(6)}) here)
     select count(*)::int as made from made`),
    [
      ...values,
      json(line['versions']),
      caseId,
      line['role'],
      workspaceId,
      line['channelId'],
      line['messageId'],
    ],
  );
  counted.messages += found?.made ?? 0;
}

async function isUnheard({ sql, workspaceId, hasUnheard }: Taking, line: ExportLine): Promise<boolean> {
  if (!hasUnheard) return false;
  const found = await row(
    sql,
    z.object({}),
    `select 1 from (select hearback.person_tag($1, $2) as tag) who where
       exists (select from hearback.erasure e where e.workspace_id = $1 and e.tag = who.tag and e.at >= $3::timestamptz)
       or exists (select from hearback.opted_out o where o.workspace_id = $1 and o.tag = who.tag and o.at <= $3::timestamptz)`,
    [workspaceId, line['authorId'], line['postedAt']],
  );
  return found !== null;
}

/** What is said of bytes that did not come along. */
const NOT_ALONG = 'It was not in what was brought in.';

/** An attachment of a message that is here; its bytes sealed with this record's own key. */
export async function takeFile(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const { sql, workspaceId, counted } = taking;
  const message = await row(
    sql,
    idRow,
    'select message_row_id as id from hearback.message where workspace_id = $1 and channel_id = $2 and message_id = $3',
    [workspaceId, line['channelId'], line['messageId']],
  );
  if (!message) return;
  const isLost = line['state'] === 'kept' && line['base64'] === null;
  const fileRowId = await insertRow(
    sql,
    noun,
    line,
    {
      workspaceId,
      messageRowId: message.id,
      ...(isLost && { state: 'problem', problem: NOT_ALONG }),
    },
    'file_row_id',
    'on conflict (message_row_id, file_id) do nothing',
  );
  if (fileRowId === 0) return;
  counted.files += 1;
  await keepBytes(taking, 'file', fileRowId, line);
}

export async function takeMailFile(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const { sql, ids, counted } = taking;
  const noteId = ids.note[Number(line['note']) - 1];
  const mailFileId = await insertRow(sql, noun, line, { noteId }, 'mail_file_id');
  counted.files += 1;
  await keepBytes(taking, 'mail_file', mailFileId, line);
}

async function keepBytes(
  { sql, seal }: Taking,
  name: 'file' | 'mail_file',
  id: number,
  { base64 }: ExportLine,
): Promise<void> {
  if (typeof base64 !== 'string') return;
  const { table, id: column, bytes } = sealedTable(name);
  await run(sql, `update hearback.${table} set ${bytes} = $2, sealed_with = $3 where ${column} = $1`, [
    id,
    seal.seal(Buffer.from(base64, 'base64'), { table, row: id }),
    seal.keyId,
  ]);
}
