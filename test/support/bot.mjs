// The compiled program as a process of its own, for tests that kill it. What is different from `node dist/src/main.js`:
// it notices a vanished predecessor within a second or two, where the program takes half a minute, and its clock can be set.
// With BOT_WAITS it loads everything and waits for `{ start: environment }`: a spare that is there at once.
import { startApp } from '../../dist/src/app.js';
import { readConfig } from '../../dist/src/config.js';
import { createLog } from '../../dist/src/log.js';
import { packageRoot } from '../../dist/src/package-root.js';
import { closeOnSignals } from '../../dist/src/run.js';

const RealDate = Date;
let aheadMs = 0;

/** The clock of the whole process, libraries included; timers go on as they are, as after a change of the system's clock. */
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + aheadMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};

process.on('message', (message) => {
  if (typeof message.aheadMs === 'number') aheadMs = message.aheadMs;
  if (message.start) void run(message.start);
});
// Whoever started it is gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
if (!process.env.BOT_WAITS) await run(process.env);

async function run(env) {
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const timings = {
    reconcileMs: 300,
    stalledMs: 500,
    lockMs: 1_500,
    backoffMs: Number(env.BOT_BACKOFF_MS ?? 100),
  };
  const shardTimings = { beatMs: 200, leaseMs: 1_500 };
  const app = await startApp(config, {
    ...{ log, root: packageRoot(), timings, shardTimings },
    paceSpeed: 200,
  }).catch((error) => {
    log.fatal({ err: error }, 'the bot could not start');
    process.exit(1);
  });
  closeOnSignals(() => app.close(), log);
  const report = setInterval(async () => {
    if ((await app.problems()).length > 0) return;
    clearInterval(report);
    process.send?.('ready');
  }, 20);
}
