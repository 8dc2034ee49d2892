import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

/** Texts that were read and approved. */
export const GOLDEN = 'test/replies/golden';

/**
 * Compares a text with the file that was read and approved. After a change of words that is meant, write the files anew and
 * read the difference before you commit it: `RENEW_GOLDEN=1 npm test -- test/replies`.
 * @param file below test/replies/golden
 */
export function expectGolden(file: string, text: string): void {
  const path = join(GOLDEN, file);
  if (process.env['RENEW_GOLDEN']) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
  expect(`${text}\n`).toBe(readFileSync(path, 'utf8'));
}
