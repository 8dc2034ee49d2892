import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import type { CaseFile, DepartmentWork } from '../../src/cases/case.ts';
import {
  DEPARTMENT_STEPS,
  saidByDepartment,
  TakenAlready,
  type DepartmentStep,
} from '../../src/cases/department.ts';
import { route } from '../../src/cases/route.ts';
import { toldDepartment } from '../../src/cases/told-department.ts';
import { aClock, aFile, asked, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const QUINN = 'U0QUINN';
const at = (state: DepartmentWork['state'], more: Partial<DepartmentWork> = {}): DepartmentWork => ({
  ...asked('qa'),
  state,
  ...more,
});
const file = (over: Partial<Omit<CaseFile, 'case'>> & { case?: Partial<CaseFile['case']> } = {}) =>
  aFile({
    departments: ['qa'],
    clocks: [aClock({ kind: 'department_answer', subject: 'qa' })],
    ...over,
    case: { state: 'waiting_on_team', handlerId: HANDLER, ...over.case },
  });
const say = (step: DepartmentStep, words = '', found = file(), by = QUINN) =>
  saidByDepartment(found, { department: 'qa', step, by, words }, workspace, policy, NOW, EVERYBODY_IN);
const WORDS: Record<DepartmentStep, string> = {
  take: '',
  ask: 'Which version?',
  elsewhere: 'https://tracker.example/1',
  decline: 'Not ours',
  fixed: '',
  answer: 'Please install 4.3',
};

describe('what a department says', () => {
  it.each(DEPARTMENT_STEPS)('reaches the handler at once by direct message, and nobody else: %s', (step) => {
    const { deliveries = [] } = say(step, WORDS[step]);

    expect(deliveries.map(({ place, body }) => [place, body.type])).toEqual([
      [{ type: 'dm', workspaceId: workspace.id, userId: HANDLER }, 'notice'],
    ]);
  });

  it.each(DEPARTMENT_STEPS)('never goes to the member by itself: %s', (step) => {
    const change = say(step, WORDS[step]);

    expect((change.replies ?? []).every(({ send }) => !send)).toBe(true);
    expect((change.replyStates ?? []).some(({ state }) => state === 'queued')).toBe(false);
    expect((change.deliveries ?? []).some(({ body }) => body.type === 'reply')).toBe(false);
  });

  it('begins its time anew when it takes the case, and ends it with everything else', () => {
    const clocks = (step: DepartmentStep) => say(step, WORDS[step]).clocks?.map(({ op }) => op);

    expect(clocks('take')).toEqual(['stop', 'start']);
    for (const step of DEPARTMENT_STEPS.filter((each) => each !== 'take'))
      expect(clocks(step)).toEqual(['stop']);
  });

  it('is refused to the second of two who take it, with who was first; and to somebody who has it', () => {
    const taken = file({ departmentWork: [at('taken', { by: 'U0LENA' })] });

    expect(() => say('take', '', taken)).toThrow(TakenAlready);
    expect(() => say('take', '', taken, 'U0LENA')).toThrow('You have taken it already.');
    expect(say('fixed', '', taken).departmentTurns).toMatchObject([{ state: 'fixed', by: QUINN }]);
  });

  it.each([
    ['ask', '  ', 'Write what you need to know'],
    ['decline', '', 'Write why'],
    ['answer', '', 'The answer is empty'],
    ['elsewhere', 'in the tracker', 'as a link'],
    ['elsewhere', 'javascript:alert(1)', 'as a link'],
    ['fixed', 'x'.repeat(3_001), 'stay below 3000'],
  ] as const)('needs words that say something: %s "%s"', (step, words, refusal) => {
    expect(() => say(step, words)).toThrow(refusal);
  });

  it('keeps the address of where it is handled apart from its words', () => {
    expect(say('elsewhere', 'Same as (https://tracker.example/7).').departmentTurns).toEqual([
      {
        department: 'qa',
        state: 'elsewhere',
        by: QUINN,
        words: 'Same as (https://tracker.example/7).',
        link: 'https://tracker.example/7',
      },
    ]);
  });

  it('becomes a draft with its author when it is for the member, and the words are nowhere else', () => {
    const change = say('answer', 'Please install 4.3');

    expect(change.replies).toMatchObject([{ markdown: 'Please install 4.3', authorId: QUINN, send: false }]);
    expect(change.departmentTurns).toMatchObject([{ state: 'answered', words: '' }]);
    expect(change.notes).toBeUndefined();
  });

  it('gives the case back to its people, unless another department is still waited for', () => {
    const two = (state: DepartmentWork['state']) =>
      file({ departments: ['qa', 'support'], departmentWork: [at('asked'), { ...asked('support'), state }] });

    expect(say('fixed').set).toEqual({ state: 'open' });
    expect(say('fixed', '', two('taken')).set).toBeUndefined();
    expect(say('fixed', '', two('declined')).set).toEqual({ state: 'open' });
    expect(say('take').set).toBeUndefined();
    expect(say('fixed', '', file({ case: { state: 'waiting_on_member' } })).set).toBeUndefined();
  });

  it('changes nothing of a case that has ended: the words are kept, and its people may reopen it', () => {
    for (const state of ['solved', 'closed', 'closed_unconfirmed', 'dismissed', 'merged'] as const) {
      const change = say('answer', 'Too late', file({ case: { state } }));

      expect(change).toMatchObject({
        notes: [{ authorId: QUINN, text: expect.stringContaining('Too late') }],
      });
      expect([change.departmentTurns, change.replies, change.set, change.clocks]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(change.deliveries).toMatchObject([{ body: { offer: 'reopen' } }]);
    }
  });

  it('is said for a department that has the case, and for no other', () => {
    expect(() => say('take', '', file({ departments: ['support'] }))).toThrow('was not brought to');
  });

  it('is not told to whoever said it', () => {
    expect(say('fixed', '', file({ case: { handlerId: QUINN } })).deliveries).toEqual([]);
  });
});

describe('a department that is told something', () => {
  const tell = (
    found = file({ departmentWork: [at('needs_more', { by: QUINN, words: 'Which version?' })] }),
  ) => toldDepartment(found, { department: 'qa', by: HANDLER, words: ' It is 4.2 ' }, workspace, policy, NOW);

  it('reads it in its channel, and is waited for anew', () => {
    const change = tell(file({ case: { state: 'open' }, departmentWork: [at('needs_more')] }));

    expect(change.deliveries).toMatchObject([{ place: { type: 'channel' }, body: { type: 'notice' } }]);
    expect(change.clocks).toMatchObject([{ op: 'start', kind: 'department_answer', subject: 'qa' }]);
    expect(change).toMatchObject({
      departmentTurns: [{ department: 'qa', state: 'asked' }],
      set: { state: 'waiting_on_team' },
      notes: [{ authorId: HANDLER, text: 'It is 4.2' }],
    });
  });

  it('stays taken by whoever took it', () => {
    expect(tell(file({ departmentWork: [at('taken', { by: QUINN })] })).departmentTurns).toEqual([
      { department: 'qa', state: 'taken', by: QUINN },
    ]);
  });

  it('is not told anything about a case that has ended', () => {
    expect(() => tell(file({ case: { state: 'closed' } }))).toThrow('has ended');
  });
});

describe('a case that is brought to a department', () => {
  const brought = (question = '', found = aFile({ lastFileId: 9 })) =>
    route(found, 'qa', HANDLER, workspace, policy, NOW, question);

  it('comes with a question where there is one, and with its files below the card', () => {
    expect(brought(' On tablets too? ')).toMatchObject({
      departments: ['qa'],
      departmentTurns: [{ department: 'qa', state: 'asked', question: 'On tablets too?' }],
    });
    expect(brought().departmentTurns).toBeUndefined();
    expect(brought().deliveries?.map(({ body }) => body.type)).toEqual(['escalation', 'evidence']);
    expect(brought('', aFile()).deliveries?.map(({ body }) => body.type)).toEqual(['escalation']);
  });

  it('is not brought there twice; the refusal says how to tell it something', () => {
    expect(() => brought('More?', aFile({ departments: ['qa'] }))).toThrow('department FB-12 tell');
  });
});
