import type { Pool } from 'pg';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { keyFilePath, makeKeyFile, readKeyFile } from './key-file.ts';
import type { Key } from './keys.ts';
import { createSeal, type Seal } from './seal.ts';
import { rows, run, type Sql } from './sql.ts';
import { transaction } from './transaction.ts';

/** Any number will do, as long as every process uses the same: one of them at a time looks at the keys. */
const KEYS_LOCK = 4_332_230;
/** What the proof of a key says once it is opened. */
const PROOF = Buffer.from('hearback');

type Ring = readonly [Key, ...Key[]];

export interface KeyOptions {
  /** HEARBACK_KEYS; null: the file in `dataDir`. */
  keys: Ring | null;
  dataDir: string;
  log: Log;
  now(): Date;
}

const keyRow = z.object({ keyId: z.string(), proof: z.instanceof(Buffer) });
type KeyRow = z.infer<typeof keyRow>;

/**
 * The seal of this program, once it is certain that it has every key this database's bytes are sealed under. The first
 * program on an empty database makes the file of keys.
 * @throws {AppError} KEYS_DIFFER naming the key and what to do, CONFIG_INVALID for a file that cannot be read or written
 */
export function agreeOnKeys(pool: Pool, options: KeyOptions): Promise<Seal> {
  return transaction(pool, async (sql) => {
    await run(sql, 'select pg_advisory_xact_lock($1)', [KEYS_LOCK]);
    const inUse = await keysInUse(sql);
    const seal = createSeal(await ringOf(options, inUse));
    for (const known of inUse) refuseOther(known, seal);
    if (!inUse.some(({ keyId }) => keyId === seal.keyId)) await use(sql, seal, options.now());
    return seal;
  });
}

/** The seal of an operator's command, whatever keys it has: it is there to put them right. Null without any key. */
export async function sealAsItIs(options: KeyOptions): Promise<Seal | null> {
  const ring = options.keys ?? readKeyFile(options.dataDir, options.log);
  return ring && createSeal(ring);
}

/**
 * Writes down that something is about to be sealed under the first key of `seal`.
 * @throws {AppError} KEYS_DIFFER when the database knows another key by this name
 */
export async function use(sql: Sql, seal: Seal, at: Date): Promise<void> {
  await run(
    sql,
    'insert into hearback.seal_key (key_id, proof, first_used_at) values ($1, $2, $3) on conflict do nothing',
    [seal.keyId, seal.seal(PROOF, proofOf(seal.keyId)), at],
  );
  for (const known of await keysInUse(sql)) if (known.keyId === seal.keyId) refuseOther(known, seal);
}

export function keysInUse(sql: Sql): Promise<KeyRow[]> {
  return rows(
    sql,
    keyRow,
    'select key_id as "keyId", proof from hearback.seal_key order by first_used_at, key_id',
  );
}

/** Whether `seal` has this very key, and not only one of the same name. */
export function opensWith({ keyId, proof }: KeyRow, seal: Seal): boolean {
  try {
    return seal.open(proof, proofOf(keyId)).equals(PROOF);
  } catch {
    return false;
  }
}

function proofOf(keyId: string) {
  return { table: 'seal_key', row: keyId };
}

async function ringOf({ keys, dataDir, log, now }: KeyOptions, inUse: readonly KeyRow[]): Promise<Ring> {
  const there = keys ?? readKeyFile(dataDir, log);
  if (there) return there;
  // A new key beside a database that has others would seal what nobody else can open.
  const [first] = inUse;
  if (first) throw differ(`Its key ${first.keyId} is needed, and there are no keys at all here`);
  await makeKeyFile(dataDir, now());
  const made = readKeyFile(dataDir, log);
  if (!made) throw differ('The file of keys vanished while it was made');
  log.warn(
    { path: keyFilePath(dataDir), keyId: made[0].id },
    'a key for attachments was made: keep a copy of this file apart from the backups, and give it to every other machine',
  );
  return made;
}

function refuseOther(known: KeyRow, seal: Seal): void {
  const { keyId } = known;
  if (!seal.keyIds.includes(keyId))
    throw differ(`Its key ${keyId} is needed, and is not among the keys here`);
  if (!opensWith(known, seal))
    throw differ(`The key called ${keyId} here is another one than the database's ${keyId}`);
}

function differ(what: string): AppError {
  return new AppError(
    'KEYS_DIFFER',
    `This database was used with other keys. ${what}. Every machine needs the same keys: copy them from one that works, or from your copy, into HEARBACK_KEYS (or the file "keys" in the data folder). If a key is lost for good, "npm run hearback -- keys forget <id>" gives up what is sealed under it.`,
    'never',
  );
}
