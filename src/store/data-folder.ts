import { AppError } from '../errors.ts';
import { makeFolder } from './make-folder.ts';

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'is no folder',
  ENOTDIR: 'cannot be made: something above it is no folder',
  ENOENT: 'cannot be made: the folder above it takes none in',
  EACCES: 'cannot be made: this user may not write to the folder above it',
  EPERM: 'cannot be made: this user may not write to the folder above it',
  EROFS: 'cannot be made: the disk is read-only',
  ENOSPC: 'cannot be made: the disk is full',
};

/**
 * The folder of HEARBACK_DATA_DIR, or one in it, made where it is missing.
 * @returns the first that was made; null when it was there
 * @throws {AppError} CONFIG_INVALID saying what is wrong with it
 */
export function makeDataFolder(folder: string): string | null {
  try {
    return makeFolder(folder);
  } catch (cause) {
    const { code = '', path = folder } = cause as NodeJS.ErrnoException;
    throw new AppError(
      'CONFIG_INVALID',
      `HEARBACK_DATA_DIR: ${path} ${REASONS[code] ?? `cannot be made (${code})`}. Name another folder, or put that right, and start again.`,
      'never',
      { cause },
    );
  }
}
