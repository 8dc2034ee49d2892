import type { App, AppOptions } from './app.ts';
import { readConfig, secretsOf } from './config.ts';
import { explain } from './explain.ts';
import { createLog, type Log } from './log.ts';
import { packageRoot } from './package-root.ts';
import { startEarly } from './store/start-early.ts';

/** Starts everything the environment asks for. @throws {AppError} with sentences for the operator */
export async function run(
  env: NodeJS.ProcessEnv,
  options: Pick<AppOptions, 'paceSpeed'> = {},
): Promise<{ app: App; log: Log }> {
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const embedded = startEarly(config, log);
  // Reading the rest of the program takes as long as the database needs to be there.
  const { startApp } = await import('./app.ts');
  const around = { log, root: packageRoot(), secretOf: secretsOf(env), embedded };
  const app = await startApp(config, { ...around, ...options });
  return { app, log };
}

/** Closes once on Ctrl-C, on SIGTERM and on a fault nobody caught, and ends the process when that is done. */
export function closeOnSignals(close: () => Promise<void>, log: Log): void {
  const end = async (code: number) => {
    await close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'closing');
      void end(0);
    });
  }
  const fault = (error: unknown) => {
    log.fatal({ err: error }, 'a fault nobody caught: closing');
    void end(1);
  };
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
}

/** What is wrong, for whoever started the program, without a stack where it would not help. */
export function explainAndExit(error: unknown): never {
  process.stderr.write(`\nHearback could not start.\n${explain(error)}\n`);
  process.exit(1);
}
