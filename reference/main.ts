import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { referenceFiles } from './pages.ts';

/**
 * `npm run reference`: makes docs/reference anew from the schemas and lists of the program. It stands beside src, as bench does: it
 * needs the program's own parts, and the program needs nothing of it.
 */
const root = resolve('.');
const folder = join(root, 'docs', 'reference');
const files = referenceFiles(root);

mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) if (!files.has(old)) rmSync(join(folder, old));
for (const [name, text] of files) {
  writeFileSync(join(folder, name), text);
  process.stdout.write(`${join('docs', 'reference', name)}\n`);
}
