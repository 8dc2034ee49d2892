import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { CodeCount, Imported } from './gifts-port.ts';
import { keyGivenUp, type Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** One import, or one making of the secret, at a time: any number that is the same in every process. */
const IMPORT_LOCK = 4_332_231;
/** Bytes of the secret fingerprints are made with. */
const SECRET_BYTES = 32;

const SECRET = 'gift_secret';
const CODE = 'gift_code';

/** Codes a gift can have; `c` is the row. Also the condition of the index gift_code_free. */
const FREE = 'c.gift_id is null and c.code is not null and c.uncertain_since is null';

/** Seals new codes; one that is known stays as it is, whatever it is filed under. */
export async function importCodes(
  work: Work,
  seal: Seal,
  workspaceId: WorkspaceId,
  gift: string,
  codes: readonly string[],
): Promise<Imported[]> {
  await run(work.sql, 'select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
  const secret = await secretOf(work.sql, seal);
  const done: Imported[] = [];
  for (const code of codes) done.push(await importOne(work, seal, workspaceId, gift, code, secret));
  const added = done.filter((each) => each === 'new').length;
  if (added > 0)
    work.noted.push({
      workspaceId,
      actorId: null,
      action: 'codes_imported',
      detail: { gift, codes: String(added) },
    });
  return done;
}

const idRow = z.object({ id: z.number() });

async function importOne(
  { sql, at }: Work,
  seal: Seal,
  workspaceId: WorkspaceId,
  gift: string,
  code: string,
  secret: Buffer,
): Promise<Imported> {
  const fingerprint = createHmac('sha256', secret).update(`${workspaceId}\n${code}`).digest();
  const certain = await run(
    sql,
    `update hearback.gift_code set uncertain_since = null
     where workspace_id = $1 and fingerprint = $2 and gift = $3 and uncertain_since is not null`,
    [workspaceId, fingerprint, gift],
  );
  if (certain > 0) return 'certain';
  const known = await row(
    sql,
    z.object({}),
    'select 1 from hearback.gift_code where workspace_id = $1 and fingerprint = $2',
    [workspaceId, fingerprint],
  );
  if (known) return 'known';
  await addCode({ sql, at }, seal, { workspaceId, gift, code, fingerprint });
  return 'new';
}

async function addCode(
  { sql, at }: Pick<Work, 'sql' | 'at'>,
  seal: Seal,
  {
    workspaceId,
    gift,
    code,
    fingerprint,
  }: { workspaceId: WorkspaceId; gift: string; code: string; fingerprint: Buffer },
): Promise<void> {
  // Sealed bytes are bound to their row, so its number has to be known first.
  const next = await row(
    sql,
    idRow,
    `select nextval(pg_get_serial_sequence('hearback.gift_code', 'code_id')) as id`,
  );
  if (!next) throw new Error('a sequence has no next number');
  await run(
    sql,
    `insert into hearback.gift_code (code_id, workspace_id, gift, fingerprint, code, sealed_with, added_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      next.id,
      workspaceId,
      gift,
      fingerprint,
      seal.seal(Buffer.from(code, 'utf8'), { table: CODE, row: next.id }),
      seal.keyId,
      at,
    ],
  ).catch((error: unknown) => {
    throw keyGivenUp(error, seal.keyId) ?? error;
  });
}

/** The secret codes are recognised by; made with the first import, and anew when its key was lost. */
async function secretOf(sql: Sql, seal: Seal): Promise<Buffer> {
  const found = await row(
    sql,
    z.object({ id: z.number(), bytes: z.instanceof(Buffer) }),
    'select gift_secret_id as id, bytes from hearback.gift_secret where bytes is not null',
  );
  if (found) return seal.open(found.bytes, { table: SECRET, row: found.id });
  const secret = randomBytes(SECRET_BYTES);
  const made = await row(
    sql,
    idRow,
    `insert into hearback.gift_secret (lost) values (null) returning gift_secret_id as id`,
  );
  if (!made) throw new Error('the secret of the codes was not made');
  await run(sql, 'update hearback.gift_secret set bytes = $2, sealed_with = $3 where gift_secret_id = $1', [
    made.id,
    seal.seal(secret, { table: SECRET, row: made.id }),
    seal.keyId,
  ]);
  return secret;
}

/** Holds a code for a gift, for good or until it is given back. @returns false when there is none left */
export async function reserveCode(
  sql: Sql,
  workspaceId: WorkspaceId,
  gift: string,
  giftId: number,
): Promise<boolean> {
  const taken = await run(
    sql,
    `update hearback.gift_code set gift_id = $3 where code_id = (
       select code_id from hearback.gift_code c where workspace_id = $1 and gift = $2 and ${FREE}
       order by code_id limit 1 for update skip locked)`,
    [workspaceId, gift, giftId],
  );
  return taken > 0;
}

/** Nobody has seen it: somebody else can have it. */
export async function freeCode(sql: Sql, giftId: number): Promise<void> {
  await run(sql, 'update hearback.gift_code set gift_id = null where gift_id = $1', [giftId]);
}

export async function codesLeft(sql: Sql, workspaceId: WorkspaceId, gift: string): Promise<number> {
  const found = await row(
    sql,
    z.object({ count: z.number() }),
    `select count(*) as count from hearback.gift_code c where workspace_id = $1 and gift = $2 and ${FREE}`,
    [workspaceId, gift],
  );
  return found?.count ?? 0;
}

const countRow: z.ZodType<CodeCount> = z.object({
  gift: z.string(),
  left: z.number(),
  uncertain: z.number(),
  lost: z.number(),
});

export function countCodes(sql: Sql, workspaceId: WorkspaceId): Promise<CodeCount[]> {
  return rows(
    sql,
    countRow,
    `select gift, count(*) filter (where ${FREE}) as left,
       count(*) filter (where gift_id is null and code is not null and uncertain_since is not null) as uncertain,
       count(*) filter (where gift_id is null and code is null) as lost
     from hearback.gift_code c where workspace_id = $1 group by gift order by gift`,
    [workspaceId],
  );
}

export async function codeOf(
  sql: Sql,
  seal: Seal,
  workspaceId: WorkspaceId,
  giftId: number,
): Promise<string | null> {
  const found = await row(
    sql,
    z.object({ id: z.number(), code: z.instanceof(Buffer).nullable() }),
    'select code_id as id, code from hearback.gift_code where workspace_id = $1 and gift_id = $2',
    [workspaceId, giftId],
  );
  if (!found) return null;
  if (found.code) return seal.open(found.code, { table: CODE, row: found.id }).toString('utf8');
  throw new AppError(
    'TARGET_GONE',
    'The code of this gift is lost: the key it was sealed under was given up. Give another one.',
    'never',
  );
}

/** @returns how many */
export async function dropCodes(
  { sql, noted }: Work,
  workspaceId: WorkspaceId,
  gift: string,
): Promise<number> {
  const dropped = await run(
    sql,
    'delete from hearback.gift_code where workspace_id = $1 and gift = $2 and gift_id is null',
    [workspaceId, gift],
  );
  if (dropped > 0)
    noted.push({
      workspaceId,
      actorId: null,
      action: 'codes_dropped',
      detail: { gift, codes: String(dropped) },
    });
  return dropped;
}
