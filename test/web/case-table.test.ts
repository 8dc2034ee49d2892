import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { anyCharacter } from '../support/any-character.ts';
import type { CaseRow } from '../../src/store/digests-port.ts';
import { caseTable } from '../../src/web/case-table.ts';
import { NOW, policy, workspace } from '../support/factories.ts';

const row = (member: string): CaseRow => ({
  number: 12,
  openedAt: NOW,
  kind: 'feedback',
  severity: 'normal',
  state: 'open',
  member,
  handlerId: null,
  departments: ['qa'],
  answeredAt: null,
  closedAt: null,
  rating: 4,
  permalink: 'https://chat.example/1',
});

describe('a table of cases', () => {
  it('has a heading and a line each, for spreadsheets in UTF-8', () => {
    expect(caseTable([row('Åse "Bo" Øst')], policy, workspace)).toBe(
      '\uFEFF"case","opened","kind","severity","state","member","handler","departments","first answer","closed","rating","message"\r\n' +
        '"FB-12","2026-11-22T10:00:00.000Z","Feedback","normal","open","Åse ""Bo"" Øst",,"QA",,,4,"https://chat.example/1"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200b=1', '＝1', '\r=1', '|-1'])(
    'makes no formula of a member called %j',
    (name) => {
      const [, cells] = parse(caseTable([row(name)], policy, workspace), { bom: true });
      expect(cells![5]).toMatch(/^'/);
    },
  );

  it.each(["x;=1+cmd|' /C calc'!A0", 'x\t@SUM(A1)', 'x, \u200b+1', 'x;"=1', 'x,,==1', 'x;a;-1'])(
    'makes none of it either where lines are broken elsewhere: %j',
    (name) => {
      const [, line = ''] = caseTable([row(name)], policy, workspace).split('\r\n');
      const member = /"Feedback","normal","open","(.*)",,"QA"/.exec(line)![1]!;
      for (const part of member.split(/[;,\t]/)) expect(part).not.toMatch(/^[^\p{L}\p{N}']*[=+\-@]/u);
      expect(member).not.toMatch(/[;\t]/);
    },
  );

  it('has one line for each case whatever their names are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter, maxLength: 30 }), { maxLength: 5 }), (names) => {
        const read = parse(caseTable(names.map(row), policy, workspace), { bom: true });
        expect(read).toHaveLength(names.length + 1);
        expect(read.filter((cells) => cells.length !== 12)).toEqual([]);
        // All at once: they are thousands.
        expect(read.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
