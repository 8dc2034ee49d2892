import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVERYBODY, HOME, PEOPLE } from './community.ts';
import { SEES } from './rows.ts';
import { openStage, type Column, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const COLUMNS: Column[] = ['case', 'closed', 'excluded', 'said', 'leads'];
const why = (column: Column, person?: string) =>
  stage.ask({
    as: 'admin',
    name: 'why',
    from: 'typed',
    values: { case: `FB-${stage.numbers[column]}`, ...(person && { person }) },
  });

/** Which of the two lists somebody is in. */
function listed(words: string, id: string): 'sees' | 'does not' | null {
  const [can = '', cannot = ''] = words.split('Cannot see it');
  if (can.includes(id)) return 'sees';
  return cannot.includes(id) ? 'does not' : null;
}

describe('/feedback why', () => {
  it.each(COLUMNS)('says of everybody what they see of a case themselves (%s)', async (column) => {
    for (const who of EVERYBODY) {
      const { words } = await why(column, PEOPLE[who]);
      const shown = await stage.ask({
        as: who,
        name: 'show',
        from: 'typed',
        values: { case: `FB-${stage.numbers[column]}` },
      });
      const itself = shown.outcome === 'let in' ? 'sees' : 'does not';
      expect([column, who, listed(words, PEOPLE[who])]).toEqual([column, who, itself]);
      expect([column, who, SEES[column].includes(who)]).toEqual([column, who, itself === 'sees']);
    }
  });

  it('says why, of those too who are kept out', async () => {
    const { words } = await why('excluded');
    expect(words).toMatch(/kept out: (it is about them|conflict of interest|handled it before)/);
    expect(words).toContain('admin');
    expect((await why('said')).words).toContain('it is about what they said themselves');
    expect((await why('leads', PEOPLE.moderator)).words).toContain('it is for leads alone');
  });

  it('is written down, and asked by admins alone', async () => {
    const before = await stage.desk.audit.about(HOME, { actorId: PEOPLE.admin }, 500);
    await why('case');
    const after = await stage.desk.audit.about(HOME, { actorId: PEOPLE.admin }, 500);
    expect(after.slice(before.length).map(({ action, caseNumber }) => [action, caseNumber])).toEqual([
      ['sight_asked', stage.numbers.case],
    ]);
    const lead = await stage.ask({
      as: 'lead',
      name: 'why',
      from: 'typed',
      values: { case: `FB-${stage.numbers.case}` },
    });
    expect(lead.words).toContain('Only admins');
    const accused = { as: 'accused', name: 'why', from: 'typed' } as const;
    const [theirs, none] = await Promise.all([
      stage.ask({ ...accused, values: { case: `FB-${stage.numbers.excluded}` } }),
      stage.ask({ ...accused, values: { case: 'FB-999' } }),
    ]);
    expect(theirs.words.replace(`FB-${stage.numbers.excluded}`, 'FB-999')).toBe(none.words);
  });
});
