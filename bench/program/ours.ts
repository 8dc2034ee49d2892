import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../src/run.ts';
import { tellParent } from './tell-parent.ts';

/**
 * The program as it is, ready when nothing keeps flags from being captured and answered. With `BENCH_PACE_SPEED` it takes the platforms'
 * limits for so many times shorter: where a sandbox has none, the machine is to be the limit, and what pacing costs is still paid.
 */
const { app } = await run(
  { LOG_LEVEL: 'error', ...process.env },
  { paceSpeed: Number(process.env['BENCH_PACE_SPEED'] ?? 1) },
);
while ((await app.problems()).length > 0) await pause(5);
tellParent(() => app.close());
