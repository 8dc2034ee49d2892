import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for what the test files of a run share; test/support/postgres.ts fills it when a test needs it. */
export default function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-test-'));
  // The database does not run as root and must get in.
  chmodSync(folder, 0o755);
  process.env.HEARBACK_TEST_RUN = folder;
}
