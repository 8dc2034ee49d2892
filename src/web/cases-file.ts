import { Readable } from 'node:stream';
import { searchNamesIn } from '../cases/search/names-in.ts';
import { parseSearch } from '../cases/search/parse-search.ts';
import type { SearchQuery } from '../cases/search/search-query.ts';
import { TABLE_MAX, wishIn } from '../cases/search/search-wish.ts';
import { NotPossible } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { DoorPerson } from '../store/door-port.ts';
import type { Exports } from '../store/exports-port.ts';
import type { Search } from '../store/search-port.ts';
import { tableHead, tableLine } from './case-table.ts';
import type { DownloadedFile, Rooms } from './page.ts';
import { readerNow } from './reader-now.ts';

/** Cases that are looked up at a time, with the rights of that moment. */
const AT_A_TIME = 500;

export interface CasesDeps extends Pick<Rooms, 'policy' | 'standingIn' | 'now' | 'audit'> {
  search: Search;
  exports: Exports;
}

/**
 * The cases that a search finds for this person, as CSV, read while it is sent. What they may see is asked again for each few hundred;
 * whoever has lost the right to read gets no more, and the file breaks off.
 */
export async function casesFile(
  person: DoorPerson,
  which: string,
  deps: CasesDeps,
): Promise<DownloadedFile | null> {
  const query = await queryOf(person, which, deps);
  if (!query) return null;
  return {
    name: nameOn(deps.now()),
    contentType: 'text/csv; charset=utf-8',
    body: Readable.from(lines(person, query, deps)),
  };
}

/**
 * The same whole, for a message. Nothing more is read once it has grown too large.
 * @param which what was typed, as `wishOf` writes it
 */
export async function casesTable(
  person: DoorPerson,
  which: string,
  maxBytes: number,
  deps: CasesDeps,
): Promise<{ name: string; bytes: Uint8Array } | 'too_large' | null> {
  const query = await queryOf(person, which, deps);
  if (!query) return null;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const line of lines(person, query, deps)) {
    const part = Buffer.from(line);
    size += part.byteLength;
    if (size > maxBytes) return 'too_large';
    parts.push(part);
  }
  return { name: nameOn(deps.now()), bytes: Buffer.concat(parts) };
}

function nameOn(now: Date): string {
  return `cases-${now.toISOString().slice(0, 10)}.csv`;
}

/** Null for whoever may not read, and where the plan has changed so that it is no search any more. */
async function queryOf(person: DoorPerson, which: string, deps: CasesDeps): Promise<SearchQuery | null> {
  const policy = deps.policy(person.workspaceId);
  const workspace = workspaceOf(policy, person.workspaceId);
  const wish = wishIn(which);
  if (!workspace || wish === null || !(await readerNow(person, deps))) return null;
  if (wish === '') return { terms: [] };
  try {
    const names = searchNamesIn(policy, workspace, person.userId);
    return parseSearch(wish, names);
  } catch (error) {
    if (error instanceof NotPossible) return null;
    throw error;
  }
}

async function* lines(person: DoorPerson, query: SearchQuery, deps: CasesDeps): AsyncGenerator<string> {
  const { search, exports, audit, policy } = deps;
  const { workspaceId, userId } = person;
  yield tableHead('feedback');
  let after: string | null = null;
  for (let written = 0; written < TABLE_MAX; written += AT_A_TIME) {
    const reader = await readerNow(person, deps);
    if (!reader) throw new Error('Whoever took a table along may not read cases any more.');
    const page = await search.find(workspaceId, query, {
      eyes: reader.standing,
      limit: AT_A_TIME,
      ...(after !== null && { after }),
    });
    const numbers = page.hits.map((hit) => hit.case.number);
    const rows = await exports.table(workspaceId, numbers, reader.standing);
    // Written down before they are handed over.
    if (rows.length > 0 || written === 0)
      await audit.note({
        workspaceId,
        actorId: userId,
        action: 'cases_exported',
        detail: { cases: rows.map(({ number }) => number).join(' ') },
      });
    for (const row of rows)
      yield tableLine(row, { policy: policy(workspaceId), workspace: reader.workspace }, row.quote);
    if (page.next === null) return;
    after = page.next;
  }
}
