import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { program } from './embedded-package.ts';
import type { Home } from './home.ts';

const run = promisify(execFile);

/** The only role of an embedded server. */
export const ROLE = 'hearback';

/** English messages, dates in UTC, nothing inherited: PG* variables are meant for other servers. */
export const SERVER_ENV = { LC_ALL: 'C', TZ: 'UTC' };

/** The major version of the data, or null when there is none yet. */
export function clusterMajor({ cluster }: Home): number | null {
  const file = join(cluster, 'PG_VERSION');
  if (existsSync(file)) return Number.parseInt(readFileSync(file, 'utf8'), 10);
  return null;
}

/** The role's password; needed only where the server listens on loopback instead of a private socket. */
export function clusterPassword({ folder }: Home): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Makes the data directory. It is made under another name and then renamed: one that exists is complete,
 * however the making of an earlier one was cut short.
 */
export async function createCluster(
  home: Home,
  binaries: Binaries,
  { listen, sync }: { listen: 'socket' | 'loopback'; sync: boolean },
): Promise<void> {
  removeUnfinished(home);
  const unfinished = `${home.cluster}.${process.pid}.${randomUUID()}`;
  const passwordFile = `${unfinished}.password`;
  try {
    const access =
      listen === 'socket' ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    if (listen === 'loopback') writeFor(home, passwordFile, clusterPassword(home));
    await initialise(home, binaries, unfinished, [...access, ...(sync ? [] : ['--no-sync'])]);
    moveInto(unfinished, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Tries the best text handling first: case and word rules for all of Unicode, but plain byte order. */
async function initialise(
  { user }: Home,
  { bin, major }: Binaries,
  target: string,
  more: string[],
): Promise<void> {
  const locales = [
    ...(major >= 17 ? [['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']] : []),
    ['--locale=C', '--lc-ctype=C.UTF-8'],
    ['--locale=C'],
  ];
  let reason: unknown;
  for (const locale of locales) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { mode: 0o700 });
    if (user) chownSync(target, user.uid, user.gid);
    const options = ['-D', target, '-U', ROLE, '--encoding=UTF8', '--data-checksums', ...more, ...locale];
    try {
      await run(join(bin, program('initdb')), options, { ...user, cwd: '/', env: SERVER_ENV });
      return;
    } catch (error) {
      reason = error;
    }
  }
  throw new AppError(
    'DATABASE_NOT_FOUND',
    `The database could not be created in ${target}: is the disk full, or the folder closed to its user?`,
    'never',
    { cause: reason },
  );
}

function writeFor({ user }: Home, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
}

function moveInto(unfinished: string, cluster: string): void {
  try {
    renameSync(unfinished, cluster);
  } catch (error) {
    // Another process was quicker: its cluster is as good as ours.
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

/** Leftovers of processes that were killed at it. */
function removeUnfinished({ folder, cluster }: Home): void {
  for (const name of readdirSync(folder)) {
    const [whose, pid] = name.split('.');
    if (whose !== basename(cluster) || !pid || isRunning(Number(pid))) continue;
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Whether a process of this number exists, whosever it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
