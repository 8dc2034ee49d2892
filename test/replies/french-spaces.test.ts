import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const FOLDER = 'templates/fr';

/** Words as members read them, by where they stand: each template, and each word of a list. */
function words(): [where: string, words: string][] {
  return readdirSync(FOLDER).flatMap((file): [string, string][] => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    if (file.endsWith('.md')) return [[file, text]];
    return Object.entries(parse(text) as Record<string, string>).map(([key, said]) => [
      `${file} ${key}`,
      said,
    ]);
  });
}

/** Where French wants a space that no line breaks at, and there is another or none. */
function faults(text: string): string[] {
  const plain = text
    .replaceAll(/\{%.*?%\}/gs, '')
    .replaceAll(/\{\{.*?\}\}|\{\w+\}/gs, 'X')
    .replaceAll(/https?:\S+|\d:\d/g, '');
  return plain.match(/\S*(?:(?<![\u00a0\u202f;:?!])[:;?!»]|«(?![\u00a0\u202f])|\d \d{3})/g) ?? [];
}

describe('what members read in French', () => {
  it('has a space that no line breaks at before : ; ? ! and inside « », and in thousands', () => {
    const found = words().flatMap(([where, text]) => faults(text).map((fault) => `${where}: ${fault}`));
    expect(words().length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it.each([
    'merci !',
    'merci!',
    'ici : oui',
    'ici: oui',
    '« oui\u00a0»',
    '«\u00a0oui »',
    'oui; non',
    'sûr ?',
    '2 000',
  ])('would find "%s"', (wrong) => expect(faults(wrong)).toHaveLength(1));

  it('takes what is right', () => {
    for (const right of [
      'merci\u00a0!',
      'ici\u202f: «\u00a0oui\u00a0»',
      '15:30',
      'https://example.com/a?b',
      '{{ a | b: c }}',
    ])
      expect(faults(right)).toEqual([]);
  });
});
