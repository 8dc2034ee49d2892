import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { embeddedPackage, packageMajor, preparePackage, program } from './embedded-package.ts';
import { mayReach, type ServerUser } from './server-user.ts';

const run = promisify(execFile);

/** A PostgreSQL whose programs were seen to start. */
export interface Binaries {
  /** The folder with `postgres` and `initdb`. */
  bin: string;
  major: number;
  /** As the server names itself, for example `18.4`. */
  version: string;
}

/** Where packages of distributions, Homebrew and installers put PostgreSQL; `*` stands for one folder's name. */
const USUAL_PLACES = [
  '/usr/lib/postgresql/*/bin',
  '/usr/libexec/postgresql*',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
  '/usr/local/pgsql/bin',
  '/usr/local/bin',
  '/usr/bin',
  'C:/Program Files/PostgreSQL/*/bin',
];

export interface BinariesWanted {
  /** Of the data there is; null takes any, our own package first. */
  major: number | null;
  user: ServerUser | null;
  /** Where a copy of our package may stand when it is out of `user`'s reach. */
  copyTo: string;
  /** Set to look elsewhere than at the package that was installed with us. */
  packageFolder?: string | null;
  log: Log;
}

/** @throws {AppError} DATABASE_NOT_FOUND */
export async function findBinaries(wanted: BinariesWanted): Promise<Binaries> {
  const { major, user, log } = wanted;
  const own = wanted.packageFolder === undefined ? embeddedPackage() : wanted.packageFolder;
  if (own && (major === null || packageMajor(own) === major)) {
    const ready = await fromPackage(own, wanted);
    if (ready) return ready;
  }
  for (const bin of await systemFolders()) {
    const found = await tryOut(bin, user);
    if (found && (major === null || found.major === major)) {
      log.info({ bin, version: found.version }, 'using the PostgreSQL found on this system');
      return found;
    }
  }
  const what =
    major === null
      ? 'No PostgreSQL was found for this machine'
      : `The data was made by PostgreSQL ${major}, which was not found`;
  throw new AppError(
    'DATABASE_NOT_FOUND',
    `${what}: install PostgreSQL${major === null ? '' : ` ${major}`}, or set DATABASE_URL to a server.`,
    'never',
  );
}

async function fromPackage(folder: string, { copyTo, user, log }: BinariesWanted): Promise<Binaries | null> {
  try {
    const found = await tryOut(preparePackage(folder, copyTo, user, log), user);
    if (!found) log.warn({ folder }, 'the PostgreSQL installed with us does not start on this machine');
    return found;
  } catch (err) {
    log.warn({ folder, err }, 'the PostgreSQL installed with us cannot be used');
    return null;
  }
}

/** Starts `postgres --version` as the server's user: the one sure way to know that it runs here. */
async function tryOut(bin: string, user: ServerUser | null): Promise<Binaries | null> {
  const complete = ['postgres', 'initdb'].every(
    (name) => existsSync(join(bin, program(name))) && mayReach(bin, user),
  );
  if (!complete) return null;
  try {
    const { stdout } = await run(join(bin, program('postgres')), ['--version'], {
      ...user,
      cwd: '/',
      env: {},
    });
    const version = /\d+(\.\d+)*/.exec(stdout)?.[0];
    return version ? { bin, version, major: Number.parseInt(version, 10) } : null;
  } catch {
    return null;
  }
}

/** Newest first. */
async function systemFolders(): Promise<string[]> {
  const usual = USUAL_PLACES.flatMap(expand).toSorted((a, b) => majorIn(b) - majorIn(a));
  try {
    const { stdout } = await run('pg_config', ['--bindir']);
    return [...usual, stdout.trim()];
  } catch {
    return usual;
  }
}

function expand(place: string): string[] {
  const [before = '', after] = place.split('*');
  if (after === undefined) return existsSync(place) ? [place] : [];
  const cut = before.lastIndexOf('/') + 1;
  const [parent, prefix] = [before.slice(0, cut), before.slice(cut)];
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => `${parent}${name}${after}`)
    .filter((path) => existsSync(path));
}

function majorIn(path: string): number {
  return Number(/(\d+)/.exec(path)?.[1] ?? 0);
}
