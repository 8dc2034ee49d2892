import { describe, expect, it } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case.ts';
import { assertMayHandOver } from '../../src/cases/keep-handler.ts';
import { keepOut } from '../../src/cases/keep-out.ts';
import { standingOf } from '../../src/cases/access.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, policy, workspace as sandbox } from '../support/factories.ts';

const nobody = { everyone: false, people: [] as string[], groups: [] as string[] };
const only = (...people: string[]) => ({ ...nobody, people });
const workspace: WorkspacePolicy = {
  ...sandbox,
  handler: 'U0OTTO',
  roles: {
    flagger: nobody,
    moderator: { ...nobody, groups: ['S0MODS'] },
    handler: only('U0OTTO'),
    lead: only('U0LENA'),
    management: only('U0MANA'),
    admin: only('U0ADA'),
  },
};
const leads = (over: Parameters<typeof aFile>[0] = {}) =>
  aFile({ ...over, case: { audience: 'leads', ...over.case } });
const kept = (file: CaseFile, accused: string[], previousHandlers: string[] = [], where = workspace) =>
  keepOut(file, { accused, previousHandlers }, where, 'FB').change;
const names = ({ exclude }: { exclude: { userId: string; reason: string }[] }) =>
  exclude.map(({ userId, reason }) => [userId, reason]);

describe('people a playbook keeps out', () => {
  it('are kept out with their reason, by the program, with a line in the history each', () => {
    expect(kept(leads(), ['U0VICTOR'], ['U0OTTO'])).toEqual({
      exclude: [
        { userId: 'U0VICTOR', reason: 'accused', by: null },
        { userId: 'U0OTTO', reason: 'previous_handler', by: null },
      ],
      history: [
        { action: 'excluded', actorId: null, detail: { person: 'U0VICTOR', reason: 'accused' } },
        { action: 'excluded', actorId: null, detail: { person: 'U0OTTO', reason: 'previous_handler' } },
      ],
      deliveries: [],
    });
    expect(
      keepOut(leads(), { accused: ['U0VICTOR'], previousHandlers: [] }, workspace, 'FB').file.excluded,
    ).toEqual([{ userId: 'U0VICTOR', reason: 'accused' }]);
  });

  it('are kept out once, and not again when they are already', () => {
    expect(names(kept(leads(), ['U0VICTOR'], ['U0VICTOR']))).toEqual([['U0VICTOR', 'accused']]);
    const already = leads({ excluded: [{ userId: 'U0VICTOR', reason: 'conflict' }] });
    expect(kept(already, ['U0VICTOR'])).toEqual({ exclude: [], history: [], deliveries: [] });
  });

  it('lose the case when it is theirs', () => {
    const theirs = aFile({ case: { handlerId: 'U0OTTO' } });
    expect(kept(theirs, [], ['U0OTTO']).set).toEqual({ handlerId: null });
    expect(kept(theirs, [], ['U0VICTOR']).set).toBeUndefined();
  });

  it('are kept out whatever their role, as long as one lead, admin or manager is left', () => {
    expect(names(kept(leads(), ['U0ADA', 'U0LENA'])).map(([who]) => who)).toEqual(['U0LENA', 'U0ADA']);
    expect(kept(leads(), ['U0ADA', 'U0LENA']).deliveries).toEqual([]);
  });
});

describe('where nobody would be left who is known to see it', () => {
  it.each([
    ['U0MANA', ['U0MANA', 'U0ADA', 'U0LENA', 'U0VICTOR']],
    ['U0MANA', ['U0LENA', 'U0VICTOR', 'U0ADA', 'U0MANA']],
  ])('%s stays of all who are accused, and is told to find somebody else', (stays, accused) => {
    const change = kept(leads(), accused);
    expect(names(change).map(([who]) => who)).not.toContain(stays);
    expect(change.exclude).toHaveLength(3);
    expect(change.deliveries).toMatchObject([
      {
        place: { type: 'dm', userId: stays },
        body: { type: 'notice', title: 'Nobody else could look after it' },
      },
    ]);
    expect(JSON.stringify(change.deliveries)).toContain('/feedback exclude FB-12 ');
  });

  it('an admin stays before a lead where there is no management', () => {
    const without = { ...workspace, roles: { ...workspace.roles, management: nobody } };
    expect(names(kept(leads(), ['U0ADA', 'U0LENA'], [], without))).toEqual([['U0LENA', 'accused']]);
  });

  it('of previous handlers the one stays who had it longest ago, and an accused goes before them', () => {
    // The latest first.
    const change = kept(aFile(), [], ['U0LENA', 'U0OTTO', 'U0ADA', 'U0MANA']);
    expect(names(change).map(([who]) => who)).toEqual(['U0LENA', 'U0OTTO', 'U0ADA']);
    expect(names(kept(aFile(), ['U0MANA'], ['U0LENA', 'U0ADA']))).toEqual([
      ['U0MANA', 'accused'],
      ['U0LENA', 'previous_handler'],
    ]);
  });

  it('a moderator is no reason to keep the last lead in, and the member is nobody who is left', () => {
    const mine = leads({ case: { member: { userId: 'U0MANA', name: 'Mana' } } });
    expect(names(kept(mine, ['U0LENA', 'U0ADA'])).map(([who]) => who)).toEqual(['U0LENA', 'U0ADA']);
    const theirs = aFile({ case: { member: { userId: MEMBER_LEAD, name: 'Lena' } } });
    expect(kept(theirs, ['U0ADA', 'U0MANA']).exclude).toHaveLength(1);
  });
});

const MEMBER_LEAD = 'U0LENA';

describe('a handler who keeps a case until it is solved', () => {
  const standing = (userId: string, groups: string[] = []) =>
    standingOf(workspace, { userId, groups, channelId: null });
  const playing = {
    ...policy,
    kinds: { ...policy.kinds, feedback: { ...policy.kinds['feedback']!, keepHandler: true } },
  };
  const theirs = aFile({ case: { handlerId: 'U0OTTO' } });

  it('hands it over by a lead alone', () => {
    expect(() => assertMayHandOver(theirs, standing('U0OTTO'), playing)).toThrow(/Only a lead hands it over/);
    expect(() => assertMayHandOver(theirs, standing('U0VICTOR', ['S0MODS']), playing)).toThrow(/Only a lead/);
    expect(() => assertMayHandOver(theirs, standing('U0LENA'), playing)).not.toThrow();
  });

  it('is asked about only where the playbook says so, and somebody has it', () => {
    expect(() => assertMayHandOver(theirs, standing('U0OTTO'), policy)).not.toThrow();
    expect(() => assertMayHandOver(aFile(), standing('U0OTTO'), playing)).not.toThrow();
  });
});
