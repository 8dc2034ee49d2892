import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** All TypeScript under a folder, as one text. */
export function source(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.map((file) => read(join(folder, file))).join('\n');
}

/** What the groups of a pattern found, without repeats, sorted. */
export function found(pattern: RegExp, text: string): string[] {
  return [
    ...new Set([...text.matchAll(pattern)].flatMap(([, ...groups]) => groups.filter(Boolean))),
  ].toSorted();
}

/** Fenced blocks of a language. */
export function blocks(path: string, language: string): string[] {
  return [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );
}
