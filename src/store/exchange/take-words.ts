import { z } from 'zod';
import { sealedTable } from '../sealed-tables.ts';
import { json, prepared, row, rows, run } from '../sql.ts';
import { insertRow, tableColumns, tableRow } from './insert-row.ts';
import type { ExportLine } from './lines.ts';
import type { Noun } from './noun.ts';
import type { Taking } from './taking.ts';

const idRow = z.object({ id: z.number() });

const placeRow = z.object({ channelId: z.string(), messageId: z.string() });

/** Where a message stands, as one word. */
export function placeOf({ channelId, messageId }: Readonly<Record<string, unknown>>): string {
  return `${String(channelId)} ${String(messageId)}`;
}

/**
 * What people said, once for all cases it is in. One that is here and says something else is not the one that is meant, were the file
 * mixed up or made up: it stays with its own case, so that nobody reads it in another.
 */
export async function takeMessages(taking: Taking, noun: Noun, lines: readonly ExportLine[]): Promise<void> {
  const made = await makeMessages(taking, noun, lines);
  for (const each of made) taking.made.add(placeOf(each));
  taking.counted.messages += made.length;
  // By itself: a text that belongs to a case already would be put into the index twice.
  const apart = await rows(
    taking.sql,
    placeRow,
    prepared(`with coming as materialized (
         select line, place, m.message_row_id from jsonb_array_elements($2::jsonb) with ordinality as each (line, place) join hearback.message m
           on m.workspace_id = $3 and m.channel_id = line ->> 'channelId' and m.message_id = line ->> 'messageId'),
       meant as (select * from coming where line -> 'versions' = 'null' or (${AGREES})),
       linked as (insert into hearback.case_message (case_id, message_row_id, role)
         select $1::bigint, message_row_id, line ->> 'role' from meant order by place)
     select line ->> 'channelId' as "channelId", line ->> 'messageId' as "messageId" from coming
     where message_row_id not in (select message_row_id from meant)`),
    [
      taking.caseId,
      json(
        lines.map((line) => ({
          role: line['role'],
          channelId: line['channelId'],
          messageId: line['messageId'],
          // Of one that was just made nothing has to be compared.
          versions: taking.made.has(placeOf(line)) ? null : line['versions'],
        })),
      ),
      taking.workspaceId,
    ],
  );
  for (const each of apart) taking.apart.add(placeOf(each));
}

/** Whoever made the file knew what it says: all its words so far but those that were written later, or there are none any more. */
const AGREES = `with theirs as (
    select array_agg(v ->> 'text') as texts, max((v ->> 'at')::timestamptz) as until from jsonb_array_elements(line -> 'versions') v)
  select coalesce(bool_or(text = any(texts)) and bool_and(text = any(texts) or at > until), count(text) = 0)
  from theirs left join hearback.message_version known on known.message_row_id = coming.message_row_id and text is not null`;

/** @returns those that were not here */
function makeMessages({ sql, workspaceId }: Taking, noun: Noun, lines: readonly ExportLine[]) {
  const given = { workspaceId };
  const columns = tableColumns(noun, given).join(', ');
  return rows(
    sql,
    placeRow,
    prepared(`with coming as materialized (
         select line, place from jsonb_array_elements($1::jsonb) with ordinality as each (line, place)),
       made as (insert into hearback.message (${columns})
         select ${columns} from (select n.*, place from coming cross join lateral jsonb_populate_record(null::hearback.message, line) n) n order by place
         on conflict (workspace_id, channel_id, message_id) do nothing returning message_row_id, channel_id, message_id),
       versions as (insert into hearback.message_version (message_row_id, version, text, at)
         select message_row_id, v.place, v.version ->> 'text', (v.version ->> 'at')::timestamptz
         from made join coming on channel_id = line ->> 'channel_id' and message_id = line ->> 'message_id'
           cross join lateral jsonb_array_elements(line -> 'versions') with ordinality as v (version, place))
     select channel_id as "channelId", message_id as "messageId" from made`),
    [json(lines.map((line) => tableRow(noun, line, given)))],
  );
}

/** What is said of bytes that did not come along. */
const NOT_ALONG = 'It was not in what was brought in.';

/** An attachment of a message that is here; its bytes sealed with this record's own key. */
export async function takeFile(taking: Taking, noun: Noun, line: ExportLine): Promise<void> {
  const { sql, workspaceId, counted } = taking;
  // One that was here before has its own.
  if (!taking.made.has(placeOf(line))) return;
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
