import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

/** Another one in each run, so that many short runs see what one long one does; said with the failure. */
const seed = process.env['FUZZ_SEED'] ?? String(Date.now() % 1_000_000_007);

describe('every way in from outside', () => {
  it(`takes whatever comes through it, seed ${seed}`, async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/test/fuzz/main.js', '--runs', '1400', '--seed', seed],
      { env: { ...process.env, LOG_LEVEL: 'silent' } },
    ).catch((error: { stdout?: string; stderr?: string }) => ({
      stdout: `${error.stdout ?? ''}\n${error.stderr ?? ''}`,
    }));

    expect(stdout).toMatch(/^\{"inputs":\d{4,},"failures":0,/m);
  });
});
