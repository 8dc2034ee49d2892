import { expect, it } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case.ts';
import { tellHeads } from '../../src/cases/tell.ts';
import { aFile, policy, workspace } from '../support/factories.ts';

/** What whoever hears of a complaint about staff is told. */
function told(excluded: CaseFile['excluded']): string {
  const lead = { ...workspace.roles.lead, people: ['U0LENA'] };
  const roles = { ...workspace.roles, lead };
  const file = aFile({ case: { kind: 'staff', audience: 'leads', number: 12 }, excluded });
  return JSON.stringify(tellHeads(file, { ...workspace, roles }, policy));
}

it('leads are told that a complaint is kept from somebody only where it is, and how to keep out whom it means', () => {
  const kept = told([{ userId: 'U0VICTOR', reason: 'accused' }]);
  expect(kept).toContain('kept already from somebody it seems to be about: /feedback show FB-12 says');
  expect(kept).not.toContain('from nobody');

  for (const excluded of [[], [{ userId: 'U0OTTO', reason: 'previous_handler' as const }]]) {
    expect(told(excluded)).toContain('kept from nobody as the person it is about');
    expect(told(excluded)).not.toContain('already');
  }
  for (const words of [kept, told([])]) expect(words).toContain('/feedback exclude FB-12 @name accused');
});
