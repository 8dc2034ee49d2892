import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from './errors.ts';
import { codeOf } from './policy/system-code.ts';

/** The settings of `.env`, under those that are set already. @throws {AppError} CONFIG_INVALID where it cannot be read */
export function loadEnvFile(): NodeJS.ProcessEnv {
  // Docker makes a folder of a file that is mounted and not there.
  if (envFileIn('.') !== null) process.loadEnvFile('.env');
  return process.env;
}

/** What is written in the `.env` of a folder; null where there is none. @throws {AppError} CONFIG_INVALID */
export function envFileIn(folder: string): string | null {
  const path = resolve(folder, '.env');
  if (!existsSync(path)) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'CONFIG_INVALID',
      `${path} cannot be read (${codeOf(error)}). It has to be a file, and yours to read.`,
      'never',
    );
  }
}
