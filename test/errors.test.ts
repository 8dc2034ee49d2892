import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, OutcomeUnknown } from '../src/errors.ts';
import { REMEDIES } from '../src/remedies.ts';
import { createSeal } from '../src/store/seal.ts';
import { newKey } from '../src/store/keys.ts';
import { textsIn } from '../src/texts/index.ts';

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

describe('an error that people are told of', () => {
  it('is in English for the operator, and in their own language for them', () => {
    const unknown = new OutcomeUnknown('SMTP', null);
    expect(unknown.message).toBe('SMTP did not answer; it is not known whether it was done.');
    expect(unknown.in(textsIn('da'))).toBe('SMTP svarede ikke; det vides ikke, om det blev gjort.');

    const [lost, other] = [newKey(new Date(0)), newKey(new Date(1))];
    const row = { table: 'gift_code.code', row: 7 };
    const open = () => createSeal([other]).open(createSeal([lost]).seal(Buffer.from('x'), row), row);
    const missing = expect.objectContaining({
      message: expect.stringContaining(`under the key ${lost.id}, `),
    });
    expect(open).toThrow(missing);
    try {
      open();
    } catch (error) {
      expect((error as OutcomeUnknown).in(textsIn('pt'))).toMatch(`selado com a chave ${lost.id}, que `);
    }
  });
});
