import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { packageRoot } from '../../src/package-root.ts';

/**
 * The sandbox's plan without what would come in between a measurement: reminders within seconds, of us and of members, and topics, which
 * are looked for behind what is measured.
 * @param folder where it is written
 * @returns its path
 */
export async function writeQuietPolicy(folder: string): Promise<string> {
  const plan = await readFile(join(packageRoot(), 'sandbox', 'hearback.yaml'), 'utf8');
  const document = parseDocument(plan, { intAsBigInt: true });
  for (const severity of ['low', 'normal', 'high', 'urgent'])
    for (const clock of ['firstResponse', 'updateDue', 'departmentAnswer', 'resolution'])
      document.setIn(['severities', severity, clock], clock === 'firstResponse' ? '1d' : '2d');
  document.set('silence', { nudges: ['2d'], close: '2d', confirm: '2d' });
  document.set('topics', false);
  const path = join(folder, 'hearback.yaml');
  await writeFile(path, document.toString());
  return path;
}
