import { z } from 'zod';
import { sealedTable } from '../sealed-tables.ts';
import { json, prepared, row, run } from '../sql.ts';
import { insertRow, tableColumns, tableRow } from './insert-row.ts';
import type { ExportLine } from './lines.ts';
import type { Noun } from './noun.ts';
import type { Taking } from './taking.ts';

const idRow = z.object({ id: z.number() });

/** What people said, once for all cases it is in. */
export async function takeMessages(taking: Taking, noun: Noun, lines: readonly ExportLine[]): Promise<void> {
  const { sql, workspaceId, caseId, counted } = taking;
  const given = { workspaceId };
  const columns = tableColumns(noun, given).join(', ');
  const found = await row(
    sql,
    z.object({ made: z.number() }),
    prepared(`with coming as materialized (
         select line, place from jsonb_array_elements($1::jsonb) with ordinality as each (line, place)),
       made as (insert into hearback.message (${columns})
         select ${columns} from (select n.*, place from coming cross join lateral jsonb_populate_record(null::hearback.message, line) n) n order by place
         on conflict (workspace_id, channel_id, message_id) do nothing returning message_row_id, channel_id, message_id),
       versions as (insert into hearback.message_version (message_row_id, version, text, at)
         select message_row_id, v.place, v.version ->> 'text', (v.version ->> 'at')::timestamptz
         from made join coming on channel_id = line ->> 'channel_id' and message_id = line ->> 'message_id'
           cross join lateral jsonb_array_elements(line -> 'versions') with ordinality as v (version, place))
     select count(*)::int as made from made`),
    [json(lines.map((line) => tableRow(noun, line, given)))],
  );
  // By itself: a text that belongs to a case already would be put into the index twice.
  await run(
    sql,
    prepared(`insert into hearback.case_message (case_id, message_row_id, role)
       select $1::bigint, m.message_row_id, line ->> 'role'
       from jsonb_array_elements($2::jsonb) with ordinality as each (line, place) join hearback.message m
         on m.workspace_id = $3 and m.channel_id = line ->> 'channelId' and m.message_id = line ->> 'messageId'
       order by place`),
    [
      caseId,
      json(lines.map(({ role, channelId, messageId }) => ({ role, channelId, messageId }))),
      workspaceId,
    ],
  );
  counted.messages += found?.made ?? 0;
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
  // One that was still to be copied is copied by nobody here.
  const isLost = line['state'] !== 'problem' && line['base64'] === null;
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
