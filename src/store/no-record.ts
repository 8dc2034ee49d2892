import { AppError } from '../errors.ts';

/** What a command of the operator is told where no program has ever run. @param dataDir where it looked, in full */
export function noRecord(dataDir: string): AppError {
  return new AppError(
    'DATABASE_NOT_FOUND',
    `There is no record in ${dataDir}: run the command where Hearback runs, or set HEARBACK_DATA_DIR or DATABASE_URL to what it uses.`,
    'never',
  );
}
