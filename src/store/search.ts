import type { Pool } from 'pg';
import { z } from 'zod';
import type { Standing } from '../cases/access.ts';
import { excerptOf } from '../cases/search/excerpt.ts';
import type { SearchQuery } from '../cases/search/search-query.ts';
import { searchCursorIn, searchCursorText, type SearchCursor } from '../cases/search/search-cursor.ts';
import { whatTheyRead } from '../cases/search/what-they-read.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { COLUMNS, columns, toCase } from './case-row.ts';
import { visibleTo } from './eyes.ts';
import { keepUp } from './search-backlog.ts';
import { conditionsOf, placeholders } from './search-filters.ts';
import type { Hit, Search, SearchPage } from './search-port.ts';
import { soughtBy, type Sought } from './search-terms.ts';
import { rows, type Sql } from './sql.ts';
import { transaction } from './transaction.ts';

/** Longest one question of a search may take (ms): nobody waits longer, and nobody else waits for the connection. */
const WITHIN_MS = 10_000;

/** The search over a database that `migrate` has brought up to date. */
export function createSearch(
  pool: Pool,
  { now, withinMs = WITHIN_MS }: { now: () => Date; withinMs?: number },
): Search {
  // Compiling a query of one page costs more than it saves.
  const begin = `begin isolation level read committed read only; set local statement_timeout = ${withinMs}; set local jit = off`;
  return {
    find: (workspaceId, query, { eyes, limit, after }) =>
      transaction(
        pool,
        (sql) => find(sql, query, { workspaceId, eyes, limit, now: now() }, searchCursorIn(after ?? '')),
        { begin },
      ),
    keepUp: () => keepUp({ pool, now }),
  };
}

interface Asked {
  workspaceId: WorkspaceId;
  eyes: Standing;
  limit: number;
  now: Date;
}

/**
 * First by the words and their forms. Only where nothing of what they may see has those: by what is near them as well. So what
 * somebody may not see does not change what they find.
 */
async function find(
  sql: Sql,
  query: SearchQuery,
  asked: Asked,
  after: SearchCursor | null,
): Promise<SearchPage> {
  const strict = await soughtBy(sql, query.terms, after?.isLoose ?? false);
  const page = await pageOf(sql, query, strict, asked, after);
  if (page.length > 0 || after || strict.all === null) return paged(page, asked, after?.isLoose ?? false);
  const loose = await soughtBy(sql, query.terms, true);
  return paged(await pageOf(sql, query, loose, asked, null), asked, true);
}

function paged(found: readonly Found[], { limit }: Asked, isLoose: boolean): SearchPage {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    hits: found.slice(0, limit).map(hitOf),
    next: last ? searchCursorText({ isLoose, rank: last.rank, caseId: last.caseId }) : null,
  };
}

const foundRow = columns.extend({
  rank: z.number(),
  part: z.enum(['case', 'message', 'reply', 'note']).nullable(),
  said: z.string().nullable(),
  saidAt: z.date().nullable(),
  ownLink: z.string().nullable(),
  marked: z.array(z.string()).nullable(),
});
type Found = z.infer<typeof foundRow>;

const FOUND_IN = { case: 'case', message: 'message', reply: 'answer', note: 'note' } as const;

function hitOf({ rank, part, said, saidAt, ownLink, marked, ...found }: Found): Hit {
  return {
    case: toCase(found),
    rank,
    foundIn: FOUND_IN[part ?? 'case'],
    excerpt: excerptOf(said ?? found.quote, marked ?? []),
    at: saidAt ?? found.openedAt,
    permalink: ownLink || found.permalink,
  };
}

/**
 * Ranks are computed of what has the words alone; whether somebody may see a case, and the filters, are asked of one after the
 * other in that order, until a page is full. So few are asked for where much is found.
 */
async function pageOf(
  sql: Sql,
  query: SearchQuery,
  { all, none, marks }: Sought,
  { workspaceId, eyes, limit, now }: Asked,
  after: SearchCursor | null,
): Promise<Found[]> {
  const { values, put } = placeholders();
  const reads = whatTheyRead(eyes).drafts ? 'true' : 'not e.is_draft';
  const workspace = put(workspaceId);
  const words = all === null ? null : put(all);
  const visible = visibleTo(eyes, values.length + 1);
  values.push(...visible.values);
  const others = conditionsOf(query, { eyes, visible: visible.where, none, now }, put, reads);
  const wanted = [`(${visible.where})`, ...others].join(' and ');
  const page =
    words === null
      ? `select 0::bigint as rank, c.* from hearback.cases c where c.workspace_id = ${workspace} and ${wanted}
           ${after ? `and c.case_id < ${put(after.caseId)}` : ''} order by c.case_id desc limit ${put(limit + 1)}`
      : `select f.rank, c.* from (
           select found_id, rank from (
             select e.case_id as found_id, max(ts_rank(e.words, ${words}::tsquery, 1) * 1000000)::bigint as rank from hearback.search_entry e
             where e.workspace_id = ${workspace} and e.words @@ ${words}::tsquery and ${reads} group by e.case_id) each
           ${after ? `where (rank, found_id) < (${put(after.rank)}::bigint, ${put(after.caseId)}::bigint)` : ''}
           order by rank desc, found_id desc offset 0) f
         join lateral (select * from hearback.cases c where c.case_id = f.found_id and ${wanted} offset 0) c on true
         order by f.rank desc, f.found_id desc limit ${put(limit + 1)}`;
  const text = `with page as materialized (${page})
    select ${COLUMNS}, rank, best.part, best.said, best.said_at as "saidAt", best.link as "ownLink", best.marked
    from page c left join lateral (${words === null ? NOTHING : bestOf(words, reads, marks, put)}) best on true
    order by rank desc, case_id desc`;
  return rows(sql, foundRow, text, values);
}

const NOTHING = `select null::text as part, null::text as said, null::timestamptz as said_at, null::text as link, null::text[] as marked limit 1`;

/** The text of a case that fits best, and its words that are marked. */
function bestOf(
  words: string,
  reads: string,
  { words: plain, stems, beginnings }: Sought['marks'],
  put: (value: unknown) => string,
): string {
  return `select e.part, source.said, e.at as said_at,
      case e.part when 'message' then (select m.permalink from hearback.message m where m.message_row_id = e.row_id)
        when 'note' then (select n.permalink from hearback.note n where n.note_id = e.row_id) end as link,
      array(select distinct w from unnest(string_to_array(hearback.search_clean(source.said), ' ')) as w, hearback.search_fold(w) as plain
        where plain = any(${put(plain)}) or plain ^@ any(${put(beginnings)}::text[])
          or exists (select from (values ('en', 'english_stem'::regdictionary), ('da', 'danish_stem'), ('fr', 'french_stem'), ('pt', 'portuguese_stem'))
            as language (code, dictionary), unnest(ts_lexize(dictionary, left(w, 60))) as stem
            where code || '@' || hearback.search_fold(stem) = any(${put(stems)}) and e.words @@ (quote_literal(code || '@'))::tsquery)) as marked
    from (select * from hearback.search_entry e where e.case_id = c.case_id and e.words @@ ${words}::tsquery and ${reads}
      order by ts_rank(e.words, ${words}::tsquery, 1) desc, e.at desc, e.entry_id desc limit 1) e
    join lateral hearback.search_source(e.case_id, e.part, e.row_id) source on true`;
}
