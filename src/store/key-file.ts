import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Key, keyLine, newKey, parseKeys } from './keys.ts';
import { makeFolder } from './make-folder.ts';

const HEAD =
  '# The keys of Hearback: the first one seals, all of them open. Without them attachments cannot be read any more.\n' +
  '# Keep a copy apart from the backups of the database. Nobody else may read this file.\n';

/** Where the keys are when HEARBACK_KEYS does not say them. */
export function keyFilePath(dataDir: string): string {
  return join(dataDir, 'keys');
}

/** @returns null when there is no such file. @throws {AppError} CONFIG_INVALID */
export function readKeyFile(dataDir: string, log: Log): readonly [Key, ...Key[]] | null {
  const path = keyFilePath(dataDir);
  const found = modeOf(path);
  if (found === null) return null;
  if (process.platform !== 'win32' && (found & 0o077) !== 0)
    log.warn({ path }, 'the file of keys can be read by other users of this machine: chmod 600 it');
  const parsed = parseKeys(textOf(path));
  if ('keys' in parsed) return parsed.keys;
  throw new AppError(
    'CONFIG_INVALID',
    `${path}: ${parsed.fault}. Correct the file, or restore it from a copy.`,
    'never',
  );
}

/** Makes the file with a first key. One that is there meanwhile stays. @throws {AppError} CONFIG_INVALID */
export async function makeKeyFile(dataDir: string, now: Date): Promise<void> {
  await writeKeys(dataDir, `${HEAD}${keyLine(newKey(now))}\n`, (half, path) => {
    if (!existsSync(path)) linkSync(half, path);
  });
}

/** Puts a new key in front of those in the file. */
export async function addToKeyFile(dataDir: string, key: Key): Promise<void> {
  const old = textOf(keyFilePath(dataDir)).split('\n');
  const remarks = old.filter((line) => line.startsWith('#'));
  const keys = old.filter((line) => line && !line.startsWith('#'));
  const text = [...remarks, keyLine(key), ...keys, ''].join('\n');
  await writeKeys(dataDir, text, (half, path) => renameSync(half, path));
}

function modeOf(path: string): number | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.mode ?? null;
  } catch (error) {
    throw unwritable(path, 'read', error);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unwritable(path, 'read', error);
  }
}

/** Whole or not at all, and on the disk before anything is sealed with it. */
async function writeKeys(
  dataDir: string,
  text: string,
  place: (half: string, path: string) => void,
): Promise<void> {
  const path = keyFilePath(dataDir);
  const half = `${path}.${process.pid}.half`;
  try {
    makeFolder(resolve(dataDir));
    const file = await open(half, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    place(half, path);
  } catch (error) {
    throw unwritable(path, 'written', error);
  } finally {
    if (existsSync(half)) rmSync(half, { force: true });
  }
}

function unwritable(path: string, what: string, cause: unknown): AppError {
  return new AppError(
    'CONFIG_INVALID',
    `HEARBACK_KEYS is not set, and the file of keys, ${path}, cannot be ${what}. Set HEARBACK_KEYS to the line that "npm run hearback -- keys new" prints, or let Hearback write there.`,
    'never',
    { cause },
  );
}
