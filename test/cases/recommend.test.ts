import { describe, expect, it } from '@jest/globals';
import { recommend } from '../../src/cases/recommend.ts';
import { UNSAID } from '../../src/policy/playbook-schema.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aFile, HANDLER, policy as usual, workspace } from '../support/factories.ts';

const choices = ['full refund', 'part of it', 'no refund'];
const policyTo = (to: string): Policy => ({
  ...usual,
  kinds: {
    feedback: { ...UNSAID, name: 'Refund', playbook: null, recommend: { to, choices } },
    praise: { ...UNSAID, name: 'Praise', playbook: null },
  },
});
const say = (choice: string, { to = 'support', reason = 'Paid twice', file = aFile() } = {}) =>
  recommend(file, choice, reason, HANDLER, workspace, policyTo(to));

describe('a recommendation', () => {
  it('brings the case with its reasons to the department that decides', () => {
    const change = say('Full Refund');

    expect(change).toMatchObject({
      recommend: { choice: 'full refund', reason: 'Paid twice', by: HANDLER },
      notes: [{ authorId: HANDLER, text: 'Recommends: full refund. Paid twice' }],
      departments: ['support'],
      set: { state: 'waiting_on_team' },
    });
    expect(change.deliveries).toHaveLength(1);
    expect(change.replies).toBeUndefined();
  });

  it('can be chosen by its number, and replaces the one before without another card', () => {
    const change = say('2', { file: aFile({ departments: ['support'] }) });

    expect(change.recommend).toMatchObject({ choice: 'part of it' });
    expect([change.departments, change.deliveries]).toEqual([undefined, undefined]);
  });

  it('can be typed in any language it is written in, and is recorded in the community’s', () => {
    const written = [{ en: 'Full refund', da: 'Alle pengene', fr: 'Tout' }, 'Nothing'];
    const plan = policyTo('support');
    const kinds = {
      ...plan.kinds,
      feedback: { ...plan.kinds['feedback']!, recommend: { to: 'support', choices: written } },
    };
    const said = (choice: string) =>
      recommend(aFile(), choice, 'r', HANDLER, { ...workspace, language: 'da' }, { ...plan, kinds });

    for (const typed of ['tout', 'full REFUND', '1'])
      expect(said(typed)).toMatchObject({
        recommend: { choice: 'Alle pengene' },
        notes: [{ text: expect.stringContaining('Alle pengene') }],
      });
    expect(() => said('rien')).toThrow('1 Full refund, 2 Nothing');
  });

  it('stays with the moderators where they decide', () => {
    expect(say('1', { to: 'triage' }).deliveries).toBeUndefined();
  });

  it.each([
    ['a choice there is not', () => say('everything'), /1 full refund, 2 part of it, 3 no refund/],
    ['a number there is not', () => say('4'), /Choose one of/],
    ['no reason', () => say('1', { reason: '  ' }), /say why/],
    ['a kind that asks for none', () => say('1', { file: aFile({ case: { kind: 'praise' } }) }), /"Praise"/],
    [
      'a case that is done',
      () => say('1', { file: aFile({ case: { state: 'solved' } }) }),
      /Reopen it first/,
    ],
  ])('is refused for %s', (_, work, words) => {
    expect(work).toThrow(words);
  });
});
