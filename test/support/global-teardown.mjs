import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Stops the run's database, if one was started, and removes the run's folder. */
export default async function tearDown() {
  const folder = process.env.HEARBACK_TEST_RUN;
  await dropMigrated(join(folder, 'migrated.json'));
  const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  if (existsSync(pidFile)) {
    const [pid, , , , socketFolder] = readFileSync(pidFile, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGINT');
    while (existsSync(pidFile)) await pause(25);
    if (socketFolder) rmSync(socketFolder, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** On a server that goes on after the run, the database that was copied would stay. */
async function dropMigrated(file) {
  if (!process.env.DATABASE_URL || !existsSync(file)) return;
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`drop database if exists ${JSON.parse(readFileSync(file, 'utf8'))}`);
  await client.end();
}
