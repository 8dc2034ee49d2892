import { execFile } from 'node:child_process';
import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterMajor, clusterPassword, createCluster } from './cluster.ts';
import { program } from './embedded-package.ts';
import { type Home, homeOf } from './home.ts';
import { launch, notStarted } from './launch.ts';
import { untilLeft } from './lease.ts';
import {
  type Postmaster,
  connectionTo,
  disownLeftOver,
  endPostmaster,
  isPostmaster,
  readPostmaster,
  untilAnswers,
} from './postmaster.ts';

/**
 * After a killed server its other processes may hold its memory for some moments more; and of several who come and go at
 * once, one who leaves can take the socket's folder away from one who has just found it.
 */
const STARTS = 12;

export interface ServerOptions {
  dataDir: string;
  log: Log;
  /** A socket in a private folder; on Windows, which has no such thing, loopback with a password. */
  listen?: 'socket' | 'loopback';
  /** Where our PostgreSQL package stands; null: as if there were none. Found by itself by default. */
  packageFolder?: string | null;
  /** Settings of the server instead of the usual ones. */
  settings?: Record<string, string>;
  /** Whether a Ctrl-C at the terminal spares the server, so that we can close before it. Default true. */
  ownProcessGroup?: boolean;
}

/** A running server. */
export interface Server {
  /** To its own database, `postgres`. */
  connection: pg.ClientConfig;
  version: string;
  /** Where its data and its log are. */
  folder: string;
  shutDown(): Promise<void>;
}

/**
 * Starts the server of a data folder, or finds it running. Does not care who else uses it.
 * @throws {AppError} DATABASE_NOT_FOUND
 */
export async function runServer(options: ServerOptions): Promise<Server> {
  try {
    return await prepareAndRun(options);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (error instanceof AppError || !code || !path) throw error;
    throw new AppError(
      'DATABASE_NOT_FOUND',
      `The embedded database could not be started (${code} at ${path}): check the folder, or set DATABASE_URL to a server.`,
      'never',
      { cause: error },
    );
  }
}

async function prepareAndRun(options: ServerOptions): Promise<Server> {
  const { log, listen = process.platform === 'win32' ? 'loopback' : 'socket' } = options;
  const home = homeOf(options.dataDir, log);
  await untilLeft(home.folder, log);
  const { packageFolder } = options;
  const binaries = await findBinaries({
    major: clusterMajor(home),
    user: home.user,
    copyTo: home.folder,
    log,
    ...(packageFolder !== undefined && { packageFolder }),
  });
  if (clusterMajor(home) === null) {
    log.info({ cluster: home.cluster, version: binaries.version }, 'creating the database (once)');
    await createCluster(home, binaries, { listen, sync: options.settings?.['fsync'] !== 'off' });
  }
  const password = listen === 'loopback' ? clusterPassword(home) : undefined;
  const found = await bringUp(home, binaries, { ...options, listen }, password);
  return {
    connection: connectionTo(found, password),
    version: binaries.version,
    folder: home.folder,
    async shutDown() {
      if (process.platform === 'win32') return endOnWindows(home, binaries);
      await endPostmaster(readPostmaster(home.cluster)?.pid ?? 0, home.cluster);
      if (listen === 'socket') removeEmpty(found.host);
    },
  };
}

type Resolved = ServerOptions & { listen: 'socket' | 'loopback' };

/** Returns when the server answers: what it says of itself. Somebody who leaves may end it a moment later. */
async function bringUp(
  home: Home,
  binaries: Binaries,
  options: Resolved,
  password: string | undefined,
): Promise<Postmaster> {
  const { cluster } = home;
  // The file of an earlier server may name an address where somebody else listens by now.
  const connection = (pid: number) => () => {
    const found = readPostmaster(cluster);
    return found?.pid === pid && found.host ? connectionTo(found, password) : null;
  };
  for (let start = 1; start <= STARTS; start += 1) {
    const running = readPostmaster(cluster);
    if (running && isPostmaster(running.pid, cluster)) {
      if (await untilAnswers(connection(running.pid), () => isPostmaster(running.pid, cluster))) {
        const found = readPostmaster(cluster);
        if (found) {
          options.log.info({ server: found.pid }, 'found the database running');
          return found;
        }
      }
      continue;
    }
    if (!running || disownLeftOver(running, cluster)) {
      const child = await launch(home, binaries, options);
      const isAlive = () => child.exitCode === null && child.signalCode === null;
      const { pid = 0 } = child;
      if (await untilAnswers(connection(pid), isAlive)) {
        const found = readPostmaster(cluster);
        if (found) return found;
      }
    }
    await pause(500);
  }
  throw notStarted(home, null);
}

/** The next server may have its socket in there by now: then the folder stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Left for the next server, which takes it over.
  }
}

/** Windows has no signals: a program that comes with the server asks it to stop. */
async function endOnWindows({ cluster }: Home, { bin }: Binaries): Promise<void> {
  await promisify(execFile)(join(bin, program('pg_ctl')), ['stop', '-m', 'fast', '-D', cluster]);
}
