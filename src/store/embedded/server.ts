import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { SERVER_ENV, clusterMajor, clusterPassword, createCluster } from './cluster.ts';
import { program } from './embedded-package.ts';
import { type Home, homeOf } from './home.ts';
import { connectionTo, disownPidFile, endPostmaster, isPostmaster, readPostmaster, untilAnswers } from './postmaster.ts';
import { socketFolder } from './socket-folder.ts';

/** The port's number only names the socket's file, unless the server listens on loopback. */
const SOCKET_PORT = 5432;
/** After a killed server its other processes may hold its memory for some moments more. */
const STARTS = 5;
/** Above this the server's log begins anew (bytes). */
const LOG_MAX_BYTES = 5_000_000;

/** Small, safe, and silent about what is in the statements. */
const SETTINGS = {
  shared_buffers: '32MB',
  max_connections: '60',
  max_wal_size: '256MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  fsync: 'on',
  unix_socket_permissions: '0700',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

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
  cluster: string;
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
    throw new AppError('DATABASE_NOT_FOUND', `The embedded database could not be started (${code} at ${path}): check the folder, or set DATABASE_URL to a server.`, 'never', { cause: error });
  }
}

async function prepareAndRun(options: ServerOptions): Promise<Server> {
  const { log, listen = process.platform === 'win32' ? 'loopback' : 'socket' } = options;
  const home = homeOf(options.dataDir, log);
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
    await createCluster(home, binaries, listen);
  }
  const password = listen === 'loopback' ? clusterPassword(home) : undefined;
  const pid = await bringUp(home, binaries, { ...options, listen }, password);
  const found = readPostmaster(home.cluster);
  if (!found) throw notStarted(home, null);
  return {
    connection: connectionTo(found, password),
    version: binaries.version,
    cluster: home.cluster,
    async shutDown() {
      if (process.platform === 'win32') return endOnWindows(home, binaries);
      await endPostmaster(pid, home.cluster);
      if (listen === 'socket') rmSync(found.host, { recursive: true, force: true });
    },
  };
}

type Resolved = ServerOptions & { listen: 'socket' | 'loopback' };

/** @returns the process id of the server that answers. */
async function bringUp(home: Home, binaries: Binaries, options: Resolved, password: string | undefined): Promise<number> {
  const { cluster } = home;
  const connection = () => {
    const found = readPostmaster(cluster);
    return found?.host ? connectionTo(found, password) : null;
  };
  for (let start = 1; start <= STARTS; start += 1) {
    const running = readPostmaster(cluster);
    if (running && isPostmaster(running.pid, cluster)) {
      if (await untilAnswers(connection, () => isPostmaster(running.pid, cluster))) {
        options.log.info({ server: running.pid }, 'found the database running');
        return running.pid;
      }
      continue;
    }
    if (running) disownPidFile(cluster);
    const child = await launch(home, binaries, options);
    const isAlive = () => child.exitCode === null && child.signalCode === null;
    if (await untilAnswers(connection, isAlive)) return child.pid ?? 0;
    await pause(500);
  }
  throw notStarted(home, null);
}

async function launch({ folder, cluster, user }: Home, { bin, major }: Binaries, options: Resolved): Promise<ChildProcess> {
  const socket = options.listen === 'socket';
  const settings = { ...SETTINGS, ...(major >= 18 && { io_method: 'sync' }), ...options.settings };
  const args = [
    ['-D', cluster],
    ['-p', String(socket ? SOCKET_PORT : await freePort())],
    ['-c', `listen_addresses=${socket ? '' : '127.0.0.1'}`],
    ['-c', `unix_socket_directories=${socket ? socketFolder(cluster, user) : ''}`],
    ...Object.entries(settings).map(([name, value]) => ['-c', `${name}=${value}`]),
  ].flat();
  const logFile = join(folder, 'postgres.log');
  const tooLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_MAX_BYTES;
  const output = openSync(logFile, tooLong ? 'w' : 'a', 0o600);
  try {
    const child = spawn(join(bin, program('postgres')), args, {
      ...user,
      cwd: '/',
      env: SERVER_ENV,
      detached: options.ownProcessGroup ?? true,
      stdio: ['ignore', output, output],
      windowsHide: true,
    });
    child.unref();
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => reject(notStarted({ folder, cluster, user }, cause)));
    });
    return child;
  } finally {
    closeSync(output);
  }
}

function notStarted({ folder, user }: Home, cause: unknown): AppError {
  const log = join(folder, 'postgres.log');
  const last = statSync(log, { throwIfNoEntry: false }) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : '';
  const who = user ? ` (as user ${user.uid})` : '';
  return new AppError('DATABASE_NOT_FOUND', `PostgreSQL did not start${who}; its log ${log} ends with:\n${last}`, 'never', { cause });
}

/** Windows has no signals: a program that comes with the server asks it to stop. */
async function endOnWindows({ cluster }: Home, { bin }: Binaries): Promise<void> {
  await promisify(execFile)(join(bin, program('pg_ctl')), ['stop', '-m', 'fast', '-D', cluster]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
