import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Another one in each run, so that many short runs see what one long one does; said with the failure. */
export const SEED = process.env['FUZZ_SEED'] ?? String(Date.now() % 1_000_000_007);

/** The compiled attack on every door. @returns what it says, also when something broke */
export async function attackAll(runs: number): Promise<string> {
  const args = ['dist/test/fuzz/main.js', '--runs', String(runs), '--seed', SEED];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, LOG_LEVEL: 'silent' },
  }).catch((error: { stdout?: string; stderr?: string }) => error);
  return `${stdout ?? ''}\n${stderr ?? ''}`;
}
