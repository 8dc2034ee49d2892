import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { packageRoot } from '../../src/package-root.ts';
import { tellParent } from './tell-parent.ts';

/** The program as it is, ready when nothing keeps flags from being captured and answered. */
const app = await startApp(readConfig(process.env), { log: createLog('error'), root: packageRoot() });
while ((await app.problems()).length > 0) await pause(5);
tellParent(() => app.close());
