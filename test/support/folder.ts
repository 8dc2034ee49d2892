import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder of a test's own, removed with all others when the run ends. */
export function temporaryFolder(): string {
  return mkdtempSync(join(process.env['HEARBACK_TEST_RUN'] ?? tmpdir(), 'folder-'));
}
