import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops the run's database, if one was started, and removes the run's folder. */
export default async function tearDown() {
  const folder = process.env.HEARBACK_TEST_RUN;
  const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  if (existsSync(pidFile)) {
    const [pid, , , , socketFolder] = readFileSync(pidFile, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGINT');
    while (existsSync(pidFile)) await pause(25);
    if (socketFolder) rmSync(socketFolder, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
