// The compiled program as a process of its own, for tests that kill it. What is different from `node dist/src/main.js`:
// it notices a vanished predecessor within a second or two, where the program takes half a minute.
import { startApp } from '../../dist/src/app.js';
import { readConfig } from '../../dist/src/config.js';
import { createLog } from '../../dist/src/log.js';
import { closeOnSignals } from '../../dist/src/main.js';
import { packageRoot } from '../../dist/src/package-root.js';

const config = readConfig(process.env);
const log = createLog(config.logLevel);
const timings = { reconcileMs: 300, stalledMs: 500, lockMs: 1_500, backoffMs: 100 };
const app = await startApp(config, { log, root: packageRoot(), timings });
closeOnSignals(() => app.close(), log);
const report = setInterval(async () => {
  if ((await app.problems()).length > 0) return;
  clearInterval(report);
  process.send?.('ready');
}, 20);
