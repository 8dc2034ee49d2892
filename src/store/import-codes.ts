import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { CODE } from './gift-codes.ts';
import type { Imported } from './gifts-port.ts';
import { keyGivenUp, type Seal } from './seal.ts';
import { row, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** One import, or one making of the secret, at a time: any number that is the same in every process. */
const IMPORT_LOCK = 4_332_231;
/** Bytes of the secret fingerprints are made with. */
const SECRET_BYTES = 32;

const SECRET = 'gift_secret';

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
     where workspace_id = $1 and fingerprint = $2 and gift = $3 and uncertain_since is not null and code is not null`,
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
