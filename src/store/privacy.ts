import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { z } from 'zod';
import { NotYet } from '../errors.ts';
import { erase, findPeople } from './erase.ts';
import { findLeft } from './left.ts';
import { forgetStirs } from './forget-stirs.ts';
import { memberLines } from './member-export.ts';
import type { ErasureMark, ErasureReceipt, Holdings, Member, Privacy } from './privacy-port.ts';
import { isMeant } from './person-tag.ts';
import type { Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient, MAY_WAIT_FOR_OTHERS } from './transaction.ts';
import { atomically, type Source } from './work.ts';

/** How often an erasure is tried while something of the person's is being sent or recorded. A person waits for it. */
const ATTEMPTS = 4;

/** What people may ask about themselves, on a PostgreSQL database that `migrate` has brought up to date. */
export function createPrivacy(pool: Pool, { now, seal }: { now: () => Date; seal: Seal }): Privacy {
  const source: Source = { pool, now };
  const erasePatiently: Privacy['erase'] = (member, by) =>
    tryAgain((isLast) => erase(source, member, by, isLast));
  return {
    about: (member) => holdClient(pool, (sql) => about(sql, member)),
    export: (member, by = { actorId: member.userId }) => exporting(source, seal, member, by.actorId),
    erase: erasePatiently,
    optOut: (member, actorId) => choose(source, member, actorId, 'opted_out'),
    optIn: (member, actorId) => choose(source, member, actorId, 'opted_in'),
    findLeft: (text) => holdClient(pool, (sql) => findLeft(sql, text)),
    erasures: () => holdClient(pool, erasures),
    reapplyErasures: (marks, textsFor) => reapply(source, marks, erasePatiently, textsFor),
  };
}

/** Each attempt holds up everybody who writes, so there is a pause between two. */
async function tryAgain<T>(attempt: (isLast: boolean) => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(count >= ATTEMPTS);
    } catch (error) {
      if (!(error instanceof NotYet) || count >= ATTEMPTS) throw error;
      const { retry } = error;
      if (typeof retry === 'object') await wait(retry.afterMs);
    }
  }
}

const holdingsRow: z.ZodType<Holdings> = z.object({
  cases: z.number(),
  messages: z.number(),
  files: z.number(),
  replies: z.number(),
  gifts: z.number(),
  reported: z.number(),
  isOptedOut: z.boolean(),
});

async function about(sql: Sql, { workspaceId, userId }: Member): Promise<Holdings> {
  const found = await row(
    sql,
    holdingsRow,
    `select (select count(*) from hearback.cases where workspace_id = $1 and member_id = $2) as cases,
       (select count(*) from hearback.message where workspace_id = $1 and author_id = $2) as messages,
       (select count(*) from hearback.file join hearback.message m using (message_row_id) where m.workspace_id = $1 and author_id = $2) as files,
       (select count(*) from hearback.reply join hearback.cases using (case_id) where workspace_id = $1 and member_id = $2 and reply.state = 'sent') as replies,
       (select count(*) from hearback.gift where workspace_id = $1 and member_id = $2 and state = 'given') as gifts,
       (select count(*) from hearback.case_reporter join hearback.cases using (case_id) where workspace_id = $1 and user_id = $2) as reported,
       exists (select from hearback.opted_out where workspace_id = $1 and tag = hearback.person_tag($1, $2)) as "isOptedOut"`,
    [workspaceId, userId],
  );
  if (!found) throw new Error('counting answered nothing');
  return found;
}

/** All of it as it is at one moment. The connection is held until the last line is taken, or the caller stops. */
async function* exporting(
  source: Source,
  seal: Seal,
  member: Member,
  actorId: string | null,
): AsyncGenerator<string> {
  const { workspaceId, userId } = member;
  await atomically(source, async ({ noted }) => {
    noted.push({ workspaceId, actorId, action: 'member_exported', detail: { person: userId } });
  });
  const client = await source.pool.connect();
  // The server may end the connection between two lines; the next line then says so.
  const onError = (): void => {};
  client.on('error', onError);
  let isWhole = false;
  try {
    await run(client, 'begin isolation level repeatable read read only');
    await run(client, MAY_WAIT_FOR_OTHERS);
    yield* memberLines(client, seal, member, source.now());
    await run(client, 'commit');
    isWhole = true;
  } finally {
    client.off('error', onError);
    // Whoever stops early leaves the transaction open: that connection is not used again.
    client.release(!isWhole);
  }
}

/** Their choice is kept under their tag, never under their id. */
function choose(
  source: Source,
  { workspaceId, userId }: Member,
  actorId: string | null,
  action: 'opted_out' | 'opted_in',
): Promise<boolean> {
  return atomically(source, async ({ sql, at, noted }) => {
    const changed =
      action === 'opted_out'
        ? await run(
            sql,
            'insert into hearback.opted_out (workspace_id, tag, at) values ($1, hearback.person_tag($1, $2), $3) on conflict do nothing',
            [workspaceId, userId, at],
          )
        : await run(
            sql,
            'delete from hearback.opted_out where workspace_id = $1 and tag = hearback.person_tag($1, $2)',
            [workspaceId, userId],
          );
    if (action === 'opted_out') await forgetStirs(sql, workspaceId, userId);
    if (changed > 0) noted.push({ workspaceId, actorId, action });
    return changed > 0;
  });
}

const markRow = z
  .object({ workspaceId: z.string(), salt: z.string(), tag: z.string(), at: z.date() })
  .transform(({ at, ...rest }): ErasureMark => ({ v: 1, ...rest, at: at.toISOString() }));

/** Every erasure of this record, to be kept apart from it. */
export function erasures(sql: Sql): Promise<ErasureMark[]> {
  return rows(
    sql,
    markRow,
    `select workspace_id as "workspaceId", encode(salt, 'hex') as salt, tag, at
     from hearback.erasure, hearback.privacy_salt order by erasure_id`,
  );
}

/** Marks of another record's salt are understood too: each carries its own. */
async function reapply(
  source: Source,
  marks: readonly ErasureMark[],
  eraseOne: Privacy['erase'],
  textsFor: Parameters<Privacy['reapplyErasures']>[1],
): Promise<ErasureReceipt[]> {
  const known = new Set((await holdClient(source.pool, erasures)).map(markKey));
  const missing = marks.filter((mark) => !known.has(markKey(mark)));
  if (missing.length === 0) return [];
  const receipts: ErasureReceipt[] = [];
  for (const member of await findPeople(source)) {
    if (!missing.some((mark) => isMeant(mark, member))) continue;
    const texts = textsFor?.(member.workspaceId);
    receipts.push(await eraseOne(member, { askedBy: 'restore', actorId: null, ...(texts && { texts }) }));
  }
  await keepMarks(source, missing);
  return receipts;
}

/** As the record they come from had them: who comes back later is not erased by the same mark once more. */
function keepMarks(source: Source, marks: readonly ErasureMark[]): Promise<number> {
  return atomically(source, ({ sql }) =>
    run(
      sql,
      `insert into hearback.erasure (workspace_id, tag, at, asked_by, counts)
       select workspace, tag, at, 'restore', '{}'
       from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[]) as mark (workspace, tag, at, salt)
       where mark.salt = (select encode(s.salt, 'hex') from hearback.privacy_salt s)`,
      [
        marks.map(({ workspaceId }) => workspaceId),
        marks.map(({ tag }) => tag),
        marks.map(({ at }) => at),
        marks.map(({ salt }) => salt),
      ],
    ),
  );
}

function markKey({ workspaceId, tag, at }: ErasureMark): string {
  return `${workspaceId} ${tag} ${at}`;
}
