import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { actionsOf } from '../support/pressing.ts';
import { HOME, PEOPLE } from './community.ts';
import { openStage, type Stage } from './stage.ts';

// Somebody who works in another department, and so may use commands, was added to a case to read it.

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const reader = 'otherDepartment' as const;
const ask = (name: string, values: Record<string, string> = {}) =>
  stage.ask({ as: reader, name, from: 'typed', values: { case: `FB-${stage.numbers.case}`, ...values } });

it('reads it, changes nothing of it, and may follow it', async () => {
  const before = await ask('show');
  expect(before.outcome).toBe('unknown');
  await stage.store.change({ workspaceId: HOME, number: stage.numbers.case }, () => ({
    change: { history: [], cc: { add: [{ userId: PEOPLE[reader] }], by: PEOPLE.lead } },
    answer: null,
  }));

  const { answer, words } = await ask('show');
  expect(words).toContain('SECRET words');
  expect(answer?.type === 'card' && actionsOf(answer.card)).toEqual([]);
  for (const [name, values] of [
    ['note', { text: 'Mine now' }],
    ['issue', { tracker: 'tools', title: 'x', text: 'y', quote: 'no' }],
  ] as const)
    expect([name, (await ask(name, values)).words]).toEqual([
      name,
      expect.stringContaining('and cannot change it'),
    ]);
  expect((await ask('department', { do: 'take', department: 'qa' })).words).toContain('Only QA can say that');
  expect((await ask('follow')).words).toContain('You follow');
  const file = await stage.store.read({ workspaceId: HOME, number: stage.numbers.case });
  expect([file?.followers, file?.noteCount]).toEqual([[PEOPLE[reader]], 1]);
});

it('does not make a department that is waited for speak', async () => {
  const key = { workspaceId: HOME, number: stage.numbers.closed };
  await stage.store.change(key, () => ({
    change: {
      history: [],
      set: { state: 'open' },
      clocks: [{ op: 'start', kind: 'department_answer', subject: 'qa', dueAt: new Date('2027-01-01') }],
    },
    answer: null,
  }));
  await stage.ask({
    as: 'department',
    name: 'follow',
    from: 'button',
    values: { case: `FB-${stage.numbers.closed}` },
  });
  const file = await stage.store.read(key);
  expect(file?.clocks.map(({ kind }) => kind)).toEqual(['department_answer']);
  expect(file?.followers).toEqual([PEOPLE.department]);
});
