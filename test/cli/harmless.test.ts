import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { harmful, harmless } from '../../src/cli/exchange/harmless.ts';
import { rowOf, TABLES, valueIn } from '../../src/cli/exchange/tables.ts';
import { parse } from 'csv-parse/sync';

const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        ' ',
        'a',
        '1',
        '\u200B',
        '🎉',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('a cell of an export', () => {
  it('is no formula, wherever a spreadsheet begins a cell', () => {
    for (const text of ['=1', ' =1', '+1', '-1', '@x', 'a;=1', 'a,"b";@x', '\t=1', 'a\n=1', '＝1'])
      expect(harmless(text)).not.toMatch(/(^|[;,\t\r\n])\s*[=+\-@＝＋－＠]/u);
    fc.assert(
      fc.property(typed, (text) => {
        expect(harmless(text)).not.toMatch(/(^|[;,\t\r\n])[^\S\t\r\n]*\p{Cf}*[=+\-@＝＋－＠]/u);
      }),
    );
  });

  it('says the same again when it is read', () => {
    const notes = TABLES.find(({ type }) => type === 'note')!;
    const line = { type: 'note', case: 'slack:T/1', authorId: '', at: '', permalink: '', versions: [] };
    fc.assert(
      fc.property(typed, fc.option(typed), (text, department) => {
        expect(harmful(harmless(text))).toBe(text);
        const row = rowOf(notes, { ...line, text, department, versions: [{ text, at: text }] });
        const [cells = []] = parse(row, {
          cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
        }) as (string | null)[][];
        const read = Object.fromEntries(
          notes.columns.map(([name, kind], index) => [name, valueIn(cells[index] ?? null, kind)]),
        );
        expect(read).toMatchObject({ text, department, versions: [{ text, at: text }] });
      }),
    );
  });
});
