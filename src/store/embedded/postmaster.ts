import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ROLE, isRunning } from './cluster.ts';

/** How often a starting or stopping server is looked at (ms). */
const LOOK_EVERY_MS = 25;

/** A running server's main process, as its postmaster.pid describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  /** The socket's folder, or a loopback address. */
  host: string;
}

/** What postmaster.pid says; null when there is none. Its lines: https://www.postgresql.org/docs/current/storage-file-layout.html */
export function readPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // Also when a server that leaves takes it away at this moment.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const [pid, , , port, socketFolder, address] = text.split('\n');
  return { pid: Number(pid), port: Number(port), host: socketFolder || address || '' };
}

/**
 * Whether `pid` is the main process of the server on `cluster`: numbers are given to new processes,
 * after a restart of a container even regularly.
 */
export function isPostmaster(pid: number, cluster: string): boolean {
  if (!(pid > 0) || !isRunning(pid)) return false;
  if (process.platform === 'win32') return true;
  try {
    return commandOf(pid).includes(cluster);
  } catch {
    return false;
  }
}

/** Empty for a process that has ended but was not yet collected by its parent. */
function commandOf(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

/**
 * Tells the next server that the number in postmaster.pid is no server's. PostgreSQL takes its parent's number for
 * a left-over one; the rest of the file must stay, it uses it to see whether old processes still hold the memory.
 */
export function disownPidFile(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}

/** How to reach a server's own database, which always exists. */
export function connectionTo({ port, host }: Postmaster, password: string | undefined): pg.ClientConfig {
  return { host, port, user: ROLE, database: 'postgres', ...(password && { password }) };
}

/**
 * Waits for as long as it takes: after a crash the server first reads its log.
 * @returns false when the process ended instead
 */
export async function untilAnswers(
  connection: () => pg.ClientConfig | null,
  isAlive: () => boolean,
): Promise<boolean> {
  while (isAlive()) {
    const config = connection();
    if (config && (await answers(config))) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}

/** Socket not there yet, not listening yet, still starting, shutting down. */
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01']);

async function answers(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '53300') return true; // too many connections: it answers others
    if (code === undefined || NOT_YET.has(code)) return false;
    throw error;
  }
}

/** Ends a server: at once but in order, then by force. @returns when the process is gone. */
export async function endPostmaster(pid: number, cluster: string): Promise<void> {
  for (const [signal, withinMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isPostmaster(pid, cluster)) return;
    process.kill(pid, signal);
    const until = Date.now() + withinMs;
    while (isPostmaster(pid, cluster) && Date.now() < until) await pause(LOOK_EVERY_MS);
  }
}
