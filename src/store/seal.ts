import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { Key } from './keys.ts';

/** Whose bytes they are. Bytes sealed for one row do not open for another. */
export interface SealedRow {
  table: string;
  row: number | string;
}

/** Locks bytes so that only the holder of the key can read them, and nobody can change, swap or cut them unnoticed. */
export interface Seal {
  /** The key new things are sealed under. */
  readonly keyId: string;
  /** Every key that opens. */
  readonly keyIds: readonly string[];
  seal(bytes: Uint8Array, row: SealedRow): Buffer;
  /** @throws {AppError} KEY_MISSING, SEAL_BROKEN */
  open(sealed: Uint8Array, row: SealedRow): Buffer;
  /** Secrets for something else, one from each key, the first key's first: they say nothing of the keys or of each other. */
  derived(purpose: string): readonly [Buffer, ...Buffer[]];
}

/** The first byte of everything sealed: how the rest is laid out. */
const LAYOUT = 1;
const CIPHER = 'aes-256-gcm';
/** https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf: 96 random bits, at most 2^32 times a key. */
const NONCE = 12;
const TAG = 16;
/** Bytes of a derived secret. */
const DERIVED = 32;
/** Worked on at a time (bytes), so that a large file needs its own size once more and not twice. */
const STEP = 1_048_576;

/**
 * AES-256-GCM. Sealed bytes are: layout (1), length of the key's id (1), the key's id, nonce (12), tag (16), and as many
 * bytes as there were. The header up to the key's id, and the row, are authenticated with them.
 * @param keys the first seals, all open
 */
export function createSeal(keys: readonly [Key, ...Key[]]): Seal {
  const [first] = keys;
  const known = new Map(keys.map((key) => [key.id, key]));
  return {
    keyId: first.id,
    keyIds: keys.map(({ id }) => id),
    seal: (bytes, row) => sealed(first, bytes, row),
    open: (bytes, row) => opened(known, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), row),
    derived: (purpose) => [
      derivedFrom(first, purpose),
      ...keys.slice(1).map((key) => derivedFrom(key, purpose)),
    ],
  };
}

/** For a program that was given no keys: nothing is ever kept unsealed. */
export const noSeal: Seal = {
  keyId: '',
  keyIds: [],
  seal: () => {
    throw noKeys();
  },
  open: () => {
    throw noKeys();
  },
  derived: () => {
    throw noKeys();
  },
};

/** https://www.rfc-editor.org/rfc/rfc5869 */
function derivedFrom({ bytes }: Key, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `hearback ${purpose}`, DERIVED));
}

function sealed({ id, bytes: secret }: Key, bytes: Uint8Array, row: SealedRow): Buffer {
  const header = Buffer.concat([Buffer.from([LAYOUT, Buffer.byteLength(id)]), Buffer.from(id)]);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG });
  cipher.setAAD(authenticated(header, row));
  const start = header.length + NONCE + TAG;
  const out = Buffer.allocUnsafeSlow(start + bytes.length);
  header.copy(out);
  nonce.copy(out, header.length);
  inSteps(bytes, (step, at) => cipher.update(step).copy(out, start + at));
  cipher.final();
  cipher.getAuthTag().copy(out, start - TAG);
  return out;
}

function opened(known: ReadonlyMap<string, Key>, bytes: Buffer, row: SealedRow): Buffer {
  const start = 2 + (bytes[1] ?? 0) + NONCE + TAG;
  if (bytes[0] !== LAYOUT || bytes.length < start) throw sealBroken(row);
  const header = bytes.subarray(0, start - NONCE - TAG);
  const id = header.subarray(2).toString();
  const key = known.get(id);
  if (!key) throw keyMissing(id);
  const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(header.length, start - TAG), {
    authTagLength: TAG,
  });
  decipher.setAAD(authenticated(header, row));
  decipher.setAuthTag(bytes.subarray(start - TAG, start));
  const out = Buffer.allocUnsafeSlow(bytes.length - start);
  inSteps(bytes.subarray(start), (step, at) => decipher.update(step).copy(out, at));
  try {
    decipher.final();
  } catch {
    throw sealBroken(row);
  }
  return out;
}

function inSteps(bytes: Uint8Array, work: (step: Uint8Array, at: number) => void): void {
  for (let at = 0; at < bytes.length; at += STEP) work(bytes.subarray(at, at + STEP), at);
}

function authenticated(header: Buffer, { table, row }: SealedRow): Buffer {
  return Buffer.concat([header, Buffer.from(`hearback\0${table}\0${row}`)]);
}

/** The database's own refusal of a key it does not know: a rotation gave it up while this program ran on with it. */
export function keyGivenUp(error: unknown, keyId: string): AppError | null {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (code !== '23503' || typeof constraint !== 'string' || !constraint.endsWith('sealed_with_fkey'))
    return null;
  return new AppError(
    'KEY_MISSING',
    `The key ${keyId} was given up by a rotation. Restart this program with the new keys; until then nothing is sealed, and nothing is lost.`,
    'backoff',
    { cause: error },
  );
}

function keyMissing(id: string): AppError {
  return new AppError('KEY_MISSING', ({ says }) => says.reasons.keyMissing(id), 'never');
}

function noKeys(): AppError {
  return new AppError(
    'KEY_MISSING',
    'There are no keys here. Give this program the HEARBACK_KEYS (or the file "keys" in the data folder) that Hearback uses.',
    'never',
  );
}

function sealBroken({ table, row }: SealedRow): AppError {
  return new AppError('SEAL_BROKEN', ({ says }) => says.reasons.sealBroken(`${table} ${row}`), 'never');
}
