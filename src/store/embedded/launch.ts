import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { SERVER_ENV } from './cluster.ts';
import { program } from './embedded-package.ts';
import type { Home } from './home.ts';
import { socketFolder } from './socket-folder.ts';

/** The port's number only names the socket's file, unless the server listens on loopback. */
const SOCKET_PORT = 5432;
/** Above this the server's log begins anew (bytes). */
const LOG_MAX_BYTES = 5_000_000;

/** Small, safe, and silent about what is in the statements. */
const SETTINGS = {
  shared_buffers: '32MB',
  max_connections: '66',
  max_wal_size: '256MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  fsync: 'on',
  unix_socket_permissions: '0700',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

export interface LaunchOptions {
  listen: 'socket' | 'loopback';
  settings?: Record<string, string>;
  ownProcessGroup?: boolean;
}

/** Starts the server's main process; whether it can work shows later. */
export async function launch(
  home: Home,
  { bin, major }: Binaries,
  options: LaunchOptions,
): Promise<ChildProcess> {
  const settings = { ...SETTINGS, ...(major >= 18 && { io_method: 'sync' }), ...options.settings };
  const args = [
    ['-D', home.cluster],
    ...(await place(home, options.listen)),
    ...Object.entries(settings).map(([name, value]) => ['-c', `${name}=${value}`]),
  ].flat();
  const output = openLog(home);
  try {
    const child = spawn(join(bin, program('postgres')), args, {
      ...home.user,
      cwd: '/',
      env: SERVER_ENV,
      detached: options.ownProcessGroup ?? true,
      stdio: ['ignore', output, output],
      windowsHide: true,
    });
    child.unref();
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => reject(notStarted(home, cause)));
    });
    return child;
  } finally {
    closeSync(output);
  }
}

/** What the operator is told, with the last lines of the server's own log. */
export function notStarted({ folder, user }: Home, cause: unknown): AppError {
  const file = join(folder, 'postgres.log');
  const last = readFileSync(file, 'utf8').trim().split('\n').slice(-3).join('\n');
  const who = user ? ` as user ${user.uid}` : '';
  return new AppError(
    'DATABASE_NOT_FOUND',
    `PostgreSQL did not start${who}; its log ${file} ends with:\n${last}`,
    'never',
    { cause },
  );
}

async function place({ cluster, user }: Home, listen: 'socket' | 'loopback'): Promise<string[][]> {
  const [port, addresses, sockets] =
    listen === 'socket'
      ? [SOCKET_PORT, '', `"${socketFolder(cluster, user)}"`]
      : [await freePort(), '127.0.0.1', ''];
  return [
    ['-p', String(port)],
    ['-c', `listen_addresses=${addresses}`],
    ['-c', `unix_socket_directories=${sockets}`],
  ];
}

function openLog({ folder }: Home): number {
  const file = join(folder, 'postgres.log');
  const isTooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_MAX_BYTES;
  return openSync(file, isTooLong ? 'w' : 'a', 0o600);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
