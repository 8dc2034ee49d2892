import { pathToFileURL } from 'node:url';
import { startApp, type App } from './app.ts';
import { readConfig, secretsOf } from './config.ts';
import { loadEnvFile } from './env-file.ts';
import { explain } from './explain.ts';
import { createLog, type Log } from './log.ts';
import { packageRoot } from './package-root.ts';

/** Starts everything the environment asks for. @throws {AppError} with sentences for the operator */
export async function run(env: NodeJS.ProcessEnv): Promise<{ app: App; log: Log }> {
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const app = await startApp(config, { log, root: packageRoot(), secretOf: secretsOf(env) });
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

const isProgram = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isProgram) {
  try {
    const { app, log } = await run(loadEnvFile());
    closeOnSignals(() => app.close(), log);
    if (app.url) log.info({ url: app.url }, 'Hearback is running');
  } catch (error) {
    explainAndExit(error);
  }
}
