import { expect, it } from '@jest/globals';
import { stepTarget } from '../../src/cases/step-target.ts';
import { textsIn } from '../../src/texts/index.ts';

const names = {
  kind: (key: string) => `kind ${key}`,
  department: (key: string) => `department ${key}`,
  texts: textsIn('da'),
};

it.each([
  ['assigned', { to: 'U1' }, { person: 'U1' }],
  ['praised', { person: 'U1' }, { person: 'U1' }],
  ['praised', { department: 'qa' }, { words: 'department qa' }],
  ['solved_by_community', { helper: 'U1' }, { person: 'U1' }],
  ['routed', { department: 'qa', level: 'L3' }, { words: 'department qa' }],
  ['recommended', { choice: 'x', to: 'qa' }, { words: 'department qa' }],
  ['kind_changed', { to: 'refund' }, { words: 'kind refund' }],
  ['severity_changed', { to: 'high' }, { words: 'høj' }],
  ['severity_changed', { to: 'constructor' }, { words: 'constructor' }],
  ['language_chosen', { to: 'fr' }, { words: 'fransk' }],
  ['escalated', { level: 'L2' }, { words: 'L2' }],
  ['rated', { rating: '4' }, { words: '4' }],
  ['issue_made', { tracker: 'github', issue: 'acme/app#7' }, { words: 'acme/app#7' }],
  ['snoozed', { until: '2026-11-24T09:30:00.000Z' }, { at: new Date('2026-11-24T09:30:00Z') }],
  ['snoozed', { until: '2036-11-24T09:30:00.000Z', for: 'member' }, null],
  ['reminder_set', { at: 'nonsense' }, null],
  ['excluded', { person: 'U1', reason: 'accused' }, null],
  ['copied_in', { person: 'U1' }, null],
  ['claimed', null, null],
])('a step %s with %j is about %j', (action, detail, expected) => {
  expect(stepTarget({ action, detail }, names)).toEqual(expected);
});
