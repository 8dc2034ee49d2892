import pg from 'pg';
import { z } from 'zod';
import { databaseFault } from './database.ts';
import { appliedMigrations, readMigrations } from './migrate.ts';
import { unheardShards } from './shards.ts';
import { row } from './sql.ts';

/** The oldest PostgreSQL that gets fixes; ours are tested with newer ones. As `server_version_num` counts. */
const OLDEST = 140_000;

/** How long a server may take to answer (ms). */
const ANSWER_WITHIN_MS = 5_000;

/** A database as it was found. */
export interface DatabaseSeen {
  /** As the server names itself, such as `16.4`; null when it did not let us in. */
  version: string | null;
  /** What is wrong, and what to do; null when it can be used. */
  problem: string | null;
  /** What the record in it is like; null when it could not be looked at. */
  record: 'none' | 'older' | 'current' | 'newer' | null;
  /** Shards of Discord whose events arrive nowhere although somebody listens. */
  unheardShards: readonly number[];
}

/** Looks at the database a setting names. Makes, changes and migrates nothing. @param setting its name, for people */
export async function lookAtDatabase(url: string, setting: string): Promise<DatabaseSeen> {
  const client = clientOf(url);
  const other = clientOf(url);
  const beganAt = Date.now();
  try {
    await client.connect();
    const seen = await describe(client, setting);
    if (seen.problem !== null) return seen;
    await other.connect();
    return { ...seen, problem: (await isOneSession(client, other)) ? `${setting}: ${POOLED}` : null };
  } catch (error) {
    const { code } = databaseFault(error);
    // The client says of a server that is silent only that it has waited, and has no code for it.
    const isSilent = code === 'UNKNOWN' && Date.now() - beganAt >= ANSWER_WITHIN_MS;
    return { ...NOTHING, problem: `${setting}: ${reasonOf(isSilent ? SILENT : code)}` };
  } finally {
    await client.end().catch(() => undefined);
    await other.end().catch(() => undefined);
  }
}

const NOTHING = { version: null, record: null, unheardShards: [] };

const POOLED =
  'a pooler gives our connections to others between two transactions (PgBouncer: pool_mode=transaction), so no news and no lock lasts; set pool_mode=session for Hearback, or name the server itself';

function clientOf(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    application_name: 'hearback-check',
  });
  // A connection that is lost later is told of by whatever is asked next.
  client.on('error', () => undefined);
  return client;
}

/** A pooler of transactions gives the one what the other has just used. */
async function isOneSession(one: pg.Client, other: pg.Client): Promise<boolean> {
  const [its, theirs] = [await sessionOf(one), await sessionOf(other)];
  return its !== null && its === theirs;
}

async function sessionOf(client: pg.Client): Promise<number | null> {
  const found = await row(client, z.object({ pid: z.number() }), 'select pg_backend_pid() as pid');
  return found?.pid ?? null;
}

async function describe(client: pg.Client, setting: string): Promise<DatabaseSeen> {
  const about = await row(
    client,
    z.object({ version: z.string(), number: z.number(), encoding: z.string(), may_create: z.boolean() }),
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       current_setting('server_encoding') as encoding,
       has_database_privilege(current_database(), 'create') as may_create`,
  );
  if (!about) return { ...NOTHING, problem: `${setting}: it does not answer` };
  const record = recordIn(
    (await appliedMigrations(client)).map(({ name }) => name),
    (await readMigrations()).map(({ name }) => name),
  );
  const version = about.version.split(' ')[0] ?? about.version;
  const problem = problemOf(about, record, setting);
  return { version, record, problem, unheardShards: record === 'current' ? await unheardShards(client) : [] };
}

/** How a database stands that has these migrations. */
export function recordIn(
  applied: readonly string[],
  known: readonly string[],
): DatabaseSeen['record'] & string {
  if (applied.some((name) => !known.includes(name))) return 'newer';
  if (applied.length === 0) return 'none';
  return applied.length < known.length ? 'older' : 'current';
}

function problemOf(
  about: { version: string; number: number; encoding: string; may_create: boolean },
  record: string,
  setting: string,
): string | null {
  if (about.number < OLDEST)
    return `${setting}: PostgreSQL ${about.version} is too old; use ${OLDEST / 10_000} or newer`;
  if (about.encoding !== 'UTF8')
    return `${setting}: the database is in ${about.encoding}, which cannot hold every language; make one with: createdb --encoding=UTF8 --template=template0 hearback`;
  if (record === 'none' && !about.may_create)
    return `${setting}: the user may not create a schema there; as its owner: grant create on database … to …`;
  if (record === 'newer')
    return `${setting}: the database was set up by a newer Hearback; run that version, or a newer one`;
  return null;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, and the codes of Node's sockets. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there; start PostgreSQL, or correct host and port',
  ENOTFOUND: 'there is no such host; correct its name',
  EAI_AGAIN: 'the name of the host cannot be looked up now; look at your network',
  ETIMEDOUT: 'nobody answers there; correct host and port, or let us through the firewall',
  '28P01': 'user or password is wrong; correct it (letters such as @ or : are written %40 and %3A)',
  '28000': 'the server does not let this user in; look at its pg_hba.conf, or add ?sslmode=require',
  '3D000': 'there is no such database; make it with: createdb hearback',
  '53300': 'the server has no connection left; raise max_connections, or end what uses them',
  '57P03': 'the server is starting or stopping; try again in a moment',
};

const SILENT = 'ETIMEDOUT';

function reasonOf(code: string): string {
  return `${REASONS[code] ?? 'the database does not let us in; look at the log of the server'} (${code})`;
}
