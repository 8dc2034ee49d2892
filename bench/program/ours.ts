import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { packageRoot } from '../../src/package-root.ts';
import { tellParent } from './tell-parent.ts';

/**
 * The program as it is, ready when nothing keeps flags from being captured and answered. With `BENCH_PACE_SPEED` it takes the platforms'
 * limits for so many times shorter: where a sandbox has none, the machine is to be the limit, and what pacing costs is still paid.
 */
const app = await startApp(readConfig(process.env), {
  log: createLog(process.env['LOG_LEVEL'] ?? 'error'),
  root: packageRoot(),
  paceSpeed: Number(process.env['BENCH_PACE_SPEED'] ?? 1),
});
while ((await app.problems()).length > 0) await pause(5);
tellParent(() => app.close());
