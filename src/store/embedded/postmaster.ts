import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ROLE, isRunning } from './cluster.ts';

/** How often a starting or stopping server is looked at (ms). */
const LOOK_EVERY_MS = 25;
/** A server makes its file empty and then writes into it: one that is empty for longer was left so by a crash (ms). */
const WRITTEN_WITHIN_MS = 5_000;

/** A running server's main process, as its postmaster.pid describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  /** The socket's folder, or a loopback address. */
  host: string;
}

/** What postmaster.pid says; null when there is none. Its lines: https://www.postgresql.org/docs/current/storage-file-layout.html */
export function readPostmaster(cluster: string): Postmaster | null {
  const text = textOf(pidFile(cluster));
  if (text === null) return null;
  const [pid, , , port, socketFolder, address] = text.split('\n');
  return { pid: Number(pid), port: Number(port), host: socketFolder || address || '' };
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

/** Null also when a server that leaves takes the file away at this moment. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
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
 * Tells the next server that the number in a left-over postmaster.pid is no server's, where somebody else has that number
 * by now. PostgreSQL takes its parent's number for a left-over one; the rest of the file must stay, it uses it to see
 * whether old processes still hold the memory.
 * @param found the server that the file named, and that is none
 * @returns false when a server of others may just be writing the file, which must be left to it: look again
 */
export function disownLeftOver(found: Postmaster, cluster: string): boolean {
  const file = pidFile(cluster);
  const text = textOf(file);
  if (text === null) return true;
  const [pid, ...rest] = text.split('\n');
  if (Number(pid) !== found.pid) return false;
  if (text === '' && Date.now() - writtenAt(file) < WRITTEN_WITHIN_MS) return false;
  // Of a number that nobody has PostgreSQL sees itself that it is left over.
  if (text === '' || isRunning(found.pid)) writeFileSync(file, [String(process.pid), ...rest].join('\n'));
  return true;
}

/** Now when the file has gone meanwhile. */
function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
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
