import type { Pool } from 'pg';
import { z } from 'zod';
import type { Installation, Installations, Installed, Tokens } from '../chat/installation.ts';
import { platformOf, type WorkspaceId } from '../chat/ref.ts';
import { tellAdded } from './jobs.ts';
import { keyGivenUp, type Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, atomicallyWhileWaiting, type Source, type Work } from './work.ts';

/** What sealed tokens are bound to. */
const TABLE = 'installation';

const COLUMNS = `installation_id as id, workspace_id as "workspaceId", name, bot_user as "botUserId", bot as "botId", url, scopes,
  generation, installed_at as "installedAt", expires_at as "expiresAt", gone_at as "goneAt", gone_why as "goneWhy", lost`;

const LISTED = `select ${COLUMNS} from hearback.installation order by installation_id`;

const installationRow = z.object({
  id: z.number(),
  workspaceId: z.string(),
  name: z.string(),
  botUserId: z.string(),
  botId: z.string(),
  url: z.string(),
  scopes: z.array(z.string()),
  generation: z.number(),
  installedAt: z.date(),
  expiresAt: z.date().nullable(),
  goneAt: z.date().nullable(),
  goneWhy: z.string().nullable(),
  lost: z.string().nullable(),
});
const withSecret = installationRow.extend({ secret: z.instanceof(Buffer).nullable() });

/** What is sealed. */
const secretShape = z.object({ token: z.string(), refreshToken: z.string().nullable() });

/** Why there is no token where a key was given up. */
const KEY_LOST = 'key_lost';

export function createInstallations(
  pool: Pool,
  { now, seal }: { now: () => Date; seal: Seal },
): Installations {
  const source: Source = { pool, now };
  // A token is renewed or given up in the midst of a call that holds its row, for which an erasure may wait: they must not wait for it.
  return {
    list: () =>
      holdClient(pool, async (sql) => (await rows(sql, installationRow, LISTED, [])).map(installationOf)),
    find: (workspaceId) => holdClient(pool, (sql) => find(sql, seal, workspaceId)),
    keep: (installed, tokens) => atomically(source, (work) => keep(work, seal, installed, tokens)),
    takeToRenew: (workspaceId, generation, forMs) =>
      atomicallyWhileWaiting(source, ({ sql, at }) => takeToRenew(sql, at, workspaceId, generation, forMs)),
    renewed: (workspaceId, generation, tokens) =>
      atomicallyWhileWaiting(source, (work) => renewed(work, seal, workspaceId, generation, tokens)),
    lost: (workspaceId, generation, why) =>
      atomicallyWhileWaiting(source, (work) => lost(work, workspaceId, generation, why)),
    homeOfShared: (channelId, asking, own) =>
      atomically(source, (work) => homeOfShared(work, channelId, asking, own)),
    knownHome: (platform, channelId) => holdClient(pool, (sql) => knownHome(sql, platform, channelId)),
  };
}

function installationOf(found: z.infer<typeof installationRow>): Installation {
  const { id: _, expiresAt: _at, goneAt, goneWhy, lost: lostKey, ...installation } = found;
  if (goneAt) return { ...installation, gone: { at: goneAt, why: goneWhy ?? '' } };
  return { ...installation, gone: lostKey === null ? null : { at: found.installedAt, why: KEY_LOST } };
}

async function find(
  sql: Sql,
  seal: Seal,
  workspaceId: WorkspaceId,
): Promise<{ installation: Installation; tokens: Tokens | null } | null> {
  const found = await row(
    sql,
    withSecret,
    `select ${COLUMNS}, secret from hearback.installation where workspace_id = $1`,
    [workspaceId],
  );
  if (!found) return null;
  const { secret, ...plain } = found;
  const opened = secret && seal.open(secret, { table: TABLE, row: found.id }).toString('utf8');
  return {
    installation: installationOf(plain),
    tokens: opened ? { ...secretShape.parse(JSON.parse(opened)), expiresAt: found.expiresAt } : null,
  };
}

async function keep(work: Work, seal: Seal, installed: Installed, tokens: Tokens): Promise<void> {
  const { sql, at, noted } = work;
  const { workspaceId, name, botUserId, botId, url, scopes } = installed;
  const kept = await row(
    sql,
    z.object({ id: z.number() }),
    `insert into hearback.installation as i (workspace_id, name, bot_user, bot, url, scopes, installed_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (workspace_id) do update set name = $2, bot_user = $3, bot = $4, url = $5, scopes = $6, installed_at = $7,
       generation = i.generation + 1, renewing_until = null, gone_at = null, gone_why = null, lost = null
     returning installation_id as id`,
    [workspaceId, name, botUserId, botId, url, scopes, at],
  );
  if (!kept) throw new Error('the installation was not kept');
  await sealTokens(sql, seal, kept.id, tokens);
  // Whatever stood still because the app was not there. Nobody waits for what is under way: it may be waiting for us.
  await run(
    sql,
    `update hearback.outbox set run_at = $1, generation = generation + 1, dispatched_at = null
     where outbox_id in (
       select outbox_id from hearback.outbox
       where failure_code = 'WORKSPACE_GONE' and done_at is null and failed_at is null and workspace_id in ($2, '')
       for update skip locked)`,
    [at, workspaceId],
  );
  await tellAdded(sql);
  noted.push({ workspaceId, actorId: null, action: 'app_installed' });
}

async function sealTokens(sql: Sql, seal: Seal, id: number, tokens: Tokens): Promise<void> {
  const { expiresAt, ...secret } = tokens;
  await run(
    sql,
    `update hearback.installation set secret = $2, sealed_with = $3, expires_at = $4, renewing_until = null
     where installation_id = $1`,
    [
      id,
      seal.seal(Buffer.from(JSON.stringify(secret), 'utf8'), { table: TABLE, row: id }),
      seal.keyId,
      expiresAt,
    ],
  ).catch((error: unknown) => {
    throw keyGivenUp(error, seal.keyId) ?? error;
  });
}

async function takeToRenew(
  sql: Sql,
  at: Date,
  workspaceId: WorkspaceId,
  generation: number,
  forMs: number,
): Promise<boolean> {
  const taken = await run(
    sql,
    `update hearback.installation set renewing_until = $3
     where workspace_id = $1 and generation = $2 and gone_at is null and coalesce(renewing_until <= $4, true)`,
    [workspaceId, generation, new Date(at.getTime() + forMs), at],
  );
  return taken > 0;
}

async function renewed(
  { sql }: Work,
  seal: Seal,
  workspaceId: WorkspaceId,
  generation: number,
  tokens: Tokens,
): Promise<boolean> {
  const found = await row(
    sql,
    z.object({ id: z.number() }),
    `update hearback.installation set generation = generation + 1, gone_at = null, gone_why = null, lost = null
     where workspace_id = $1 and generation = $2 returning installation_id as id`,
    [workspaceId, generation],
  );
  if (!found) return false;
  await sealTokens(sql, seal, found.id, tokens);
  return true;
}

async function lost(
  { sql, at, noted }: Work,
  workspaceId: WorkspaceId,
  generation: number,
  why: string,
): Promise<boolean> {
  const gone = await run(
    sql,
    `update hearback.installation set gone_at = $3, gone_why = $4, secret = null, sealed_with = null, expires_at = null,
       renewing_until = null
     where workspace_id = $1 and generation = $2 and gone_at is null`,
    [workspaceId, generation, at, why],
  );
  if (gone > 0) noted.push({ workspaceId, actorId: null, action: 'app_removed', facts: { why } });
  return gone > 0;
}

async function homeOfShared(
  { sql, at }: Work,
  channelId: string,
  asking: WorkspaceId,
  own: WorkspaceId | null,
): Promise<WorkspaceId> {
  const found = await row(
    sql,
    z.object({ workspaceId: z.string() }),
    `insert into hearback.shared_channel as s (platform, channel_id, workspace_id, since) values ($1, $2, $3, $4)
     on conflict (platform, channel_id) do update set (workspace_id, since) = (
       select case when isThere then s.workspace_id else $3 end, case when isThere then s.since else $4 end
       from (select s.workspace_id is not distinct from $5 or exists (
         select from hearback.installation i where i.workspace_id = s.workspace_id and i.secret is not null) as isThere) as home)
     returning workspace_id as "workspaceId"`,
    [platformOf(asking), channelId, asking, at, own],
  );
  return found?.workspaceId ?? asking;
}

async function knownHome(sql: Sql, platform: string, channelId: string): Promise<WorkspaceId | null> {
  const found = await row(
    sql,
    z.object({ workspaceId: z.string() }),
    `select workspace_id as "workspaceId" from hearback.shared_channel where platform = $1 and channel_id = $2`,
    [platform, channelId],
  );
  return found?.workspaceId ?? null;
}
