import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never comes back where a folder that is there takes none
 * in, as `/proc`: it goes up and down for good.
 * @param mode of each that is made
 * @returns the first that was made; null when all were there
 * @throws what the system says of the one that cannot be made, which is its `path`
 */
export function makeFolder(folder: string, mode = 0o777): string | null {
  try {
    mkdirSync(folder, { mode });
    return folder;
  } catch (error) {
    if (isFolder(folder)) return null;
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || existsSync(above) || above === folder)
      throw error;
    const first = makeFolder(above, mode);
    const last = makeFolder(folder, mode);
    return first ?? last;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
