import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { LINK_LIVES_MS, type Door, type DoorPerson, type Errand } from './door-port.ts';
import { row, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source } from './work.ts';

/** 256 bits: nobody guesses one. */
const TOKEN_BYTES = 32;
/** How many unused links, and how many sessions, one person can have at a time. */
const OPEN_LINKS = 5;
const OPEN_SESSIONS = 10;
/** A session ends after so long in all, and after so long without a request (ms). */
const SESSION_LIVES_MS = 8 * 60 * 60_000;
const SESSION_IDLE_MS = 60 * 60_000;

const personRow = z.object({ workspaceId: z.string(), userId: z.string() });
const WHOSE = 'workspace_id as "workspaceId", user_id as "userId"';

export function createDoor(pool: Pool, { now }: { now: () => Date }): Door {
  const source: Source = { pool, now };
  return {
    makeLink: (person, errand) => makeLink(source, person, errand),
    lookAt: (token, purpose) =>
      holdClient(pool, (sql) =>
        row(
          sql,
          personRow,
          `select ${WHOSE} from hearback.access_link where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
          [hashOf(token), purpose, now()],
        ),
      ),
    enter: (token, before) => enter(source, token, before),
    takeDownload: (token) => holdClient(pool, (sql) => useUp(sql, token, 'download', now())),
    visit: (session) => holdClient(pool, (sql) => visit(sql, session, now())),
    whose: (session) => holdClient(pool, (sql) => whose(sql, session, now())),
    leave: (session) => holdClient(pool, (sql) => endSession(sql, session)),
  };
}

function makeLink(source: Source, person: DoorPerson, errand: Errand) {
  const token = newToken();
  const who = [person.workspaceId, person.userId];
  return atomically(source, async ({ sql, at }) => {
    const expiresAt = new Date(at.getTime() + LINK_LIVES_MS);
    // One at a time for each person, so that the bound holds however many are asked for at once.
    await run(
      sql,
      `select pg_advisory_xact_lock(hashtextextended('access_link ' || $1 || ' ' || $2, 0))`,
      who,
    );
    await run(
      sql,
      `delete from hearback.access_link where expires_at <= $3 or token_hash in (
         select token_hash from hearback.access_link where workspace_id = $1 and user_id = $2 and used_at is null
         order by created_at desc offset $4)`,
      [...who, at, OPEN_LINKS - 1],
    );
    await run(
      sql,
      `insert into hearback.access_link (token_hash, workspace_id, user_id, purpose, what, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        hashOf(token),
        ...who,
        errand.purpose,
        errand.purpose === 'download' ? lockedWith(token, errand.what) : null,
        at,
        expiresAt,
      ],
    );
    return { token, expiresAt };
  });
}

function enter(source: Source, token: string, before: string | null): ReturnType<Door['enter']> {
  return atomically(source, async ({ sql, at }) => {
    const used = await useUp(sql, token, 'dashboard', at);
    if (!used) return null;
    const { workspaceId, userId } = used;
    if (before !== null) await endSession(sql, before);
    await run(
      sql,
      `delete from hearback.session where expires_at <= $3 or token_hash in (
         select token_hash from hearback.session where workspace_id = $1 and user_id = $2
         order by created_at desc offset $4)`,
      [workspaceId, userId, at, OPEN_SESSIONS - 1],
    );
    const session = newToken();
    await run(
      sql,
      `insert into hearback.session (token_hash, workspace_id, user_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $5)`,
      [hashOf(session), workspaceId, userId, at, new Date(at.getTime() + SESSION_LIVES_MS)],
    );
    return { workspaceId, userId, session };
  });
}

/** The condition decides, and the row's lock lets one attempt after the other see it. */
async function useUp(
  sql: Sql,
  token: string,
  purpose: Errand['purpose'],
  at: Date,
): Promise<(DoorPerson & { what: string }) | null> {
  const used = await row(
    sql,
    personRow.extend({ what: z.string().nullable() }),
    `update hearback.access_link set used_at = $3
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3 returning ${WHOSE}, what`,
    [hashOf(token), purpose, at],
  );
  return used && { ...used, what: used.what === null ? '' : unlockedWith(token, used.what) };
}

function visit(sql: Sql, session: string, at: Date): Promise<DoorPerson | null> {
  return row(
    sql,
    personRow,
    `update hearback.session set last_seen_at = greatest(last_seen_at, $2)
     where token_hash = $1 and expires_at > $2 and last_seen_at > $3 returning ${WHOSE}`,
    [hashOf(session), at, new Date(at.getTime() - SESSION_IDLE_MS)],
  );
}

function whose(sql: Sql, session: string, at: Date): Promise<DoorPerson | null> {
  return row(
    sql,
    personRow,
    `select ${WHOSE} from hearback.session where token_hash = $1 and expires_at > $2 and last_seen_at > $3`,
    [hashOf(session), at, new Date(at.getTime() - SESSION_IDLE_MS)],
  );
}

async function endSession(sql: Sql, session: string): Promise<void> {
  await run(sql, 'delete from hearback.session where token_hash = $1', [hashOf(session)]);
}

function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Random tokens need no salt and no slow hash. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const CIPHER = 'aes-256-gcm';
const TAG = 16;
/** Each token locks one thing in its life, so its key needs no nonce of chance. */
const NONCE = Buffer.alloc(12);

/**
 * What is downloaded can be words that somebody looked for. Only the link itself opens it: not the record, nor a backup of it, and an
 * erasure leaves nothing to read.
 */
function lockedWith(token: string, what: string): string {
  const cipher = createCipheriv(CIPHER, keyFrom(token), NONCE, { authTagLength: TAG });
  const locked = [cipher.update(what, 'utf8'), cipher.final()];
  return Buffer.concat([cipher.getAuthTag(), ...locked]).toString('base64');
}

/** Empty, which is nothing to fetch, for what was not locked so. */
function unlockedWith(token: string, locked: string): string {
  const bytes = Buffer.from(locked, 'base64');
  const opener = createDecipheriv(CIPHER, keyFrom(token), NONCE, { authTagLength: TAG });
  try {
    opener.setAuthTag(bytes.subarray(0, TAG));
    return Buffer.concat([opener.update(bytes.subarray(TAG)), opener.final()]).toString('utf8');
  } catch {
    return '';
  }
}

/** Says nothing of the token, and nothing of its hash. https://www.rfc-editor.org/rfc/rfc5869 */
function keyFrom(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'hearback what a link fetches', 32));
}
