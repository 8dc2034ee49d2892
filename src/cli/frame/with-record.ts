import { type Config, readConfig } from '../../config.ts';
import { createLog, type Log } from '../../log.ts';
import { type Record, visitRecord } from '../../store/index.ts';
import type { CliContext } from '../command.ts';

/**
 * Opens the record for one command, while Hearback runs or while it does not, and closes it again however `work` ends. Needs
 * no platform's tokens. An embedded database that is not running is started and stopped; a running one is only visited.
 * @throws {AppError} CONFIG_INVALID, DATABASE_NOT_FOUND, DATABASE_MISMATCH
 */
export async function withRecord<T>(
  context: CliContext,
  work: (record: Record, config: Config) => Promise<T>,
): Promise<T> {
  const { config, log } = settingsOf(context);
  const record = await visitRecord({ ...config, log, now: () => new Date() });
  try {
    return await work(record, config);
  } finally {
    await record.close();
  }
}

/** The settings of a command, and a log that stays out of its answer: only what is wrong, unless LOG_LEVEL says otherwise. */
export function settingsOf({ env }: CliContext): { config: Config; log: Log } {
  const config = readConfig(env, { withoutPlatform: true });
  return { config, log: createLog(env['LOG_LEVEL'] ? config.logLevel : 'warn', 'errors') };
}
