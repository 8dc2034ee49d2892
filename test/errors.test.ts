import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../src/errors.ts';
import { REMEDIES } from '../src/remedies.ts';

const rows = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \|$/gm)];

describe('docs/errors.md', () => {
  it('lists every error code with its meaning, and no other', () => {
    const documented = Object.fromEntries(rows.map(([, code = '', meaning = '']) => [code, meaning]));

    expect(documented).toEqual(ERROR_CODES);
    expect(rows).toHaveLength(Object.keys(ERROR_CODES).length);
  });

  it('says of every code what to do', () => {
    for (const [, , , remedy] of rows) expect(remedy).toMatch(/\w.*\.$/);
  });

  it('says the same of it as the command line does', () => {
    const plain = (words: string) => words.replace(/\[[^\]]+\]\(([^)]+)\)/g, 'docs/$1').replaceAll('`', '');

    expect(Object.fromEntries(rows.map(([, code = '', , remedy = '']) => [code, plain(remedy)]))).toEqual(
      REMEDIES,
    );
  });

  it('has no two codes that mean the same', () => {
    const meanings = Object.values(ERROR_CODES).map((meaning) => meaning.toLowerCase().replace(/\W+/g, ' '));

    expect(new Set(meanings).size).toBe(meanings.length);
  });
});
