import { describe, expect, it } from '@jest/globals';
import { checklistOf, tickOff } from '../../src/cases/checklist.ts';
import { checklistBlocks, earlierFact } from '../../src/cases/cards/work-facts.ts';
import { UNSAID } from '../../src/policy/playbook-schema.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aCase, aFile, HANDLER, NOW, policy as usual, workspace } from '../support/factories.ts';

const DAY_MS = 86_400_000;
const policy: Policy = {
  ...usual,
  kinds: {
    feedback: { ...UNSAID, name: 'Feedback', playbook: null, checklist: ['Read it', 'Say who looks'] },
  },
  overlays: [
    {
      key: 'often',
      name: 'Often',
      when: { earlierCases: 2, within: 30 * DAY_MS },
      checklist: ['Judge it by itself', 'Read it'],
    },
  ],
};
const daysAgo = (days: number) => aCase({ openedAt: new Date(NOW.getTime() - days * DAY_MS) });
const done = { item: 'Read it', by: HANDLER, at: NOW };

describe('the checklist of a case', () => {
  it('has the lines of its kind, with what is done', () => {
    expect(checklistOf(aFile({ ticks: [done] }), [], policy)).toEqual([
      { text: 'Read it', done },
      { text: 'Say who looks', done: null },
    ]);
  });

  it.each([
    ['with enough earlier cases', [daysAgo(3), daysAgo(30)], 3],
    ['not with older ones', [daysAgo(3), daysAgo(31)], 2],
  ])('gets the lines of playbooks that add themselves, each line once: %s', (_, earlier, count) => {
    expect(checklistOf(aFile(), earlier, policy)).toHaveLength(count);
  });

  it('is ticked off by number, and taken back', () => {
    const items = checklistOf(aFile({ ticks: [done] }), [], policy);

    expect(tickOff(aFile(), items, 2, HANDLER, false)).toEqual({
      ticks: [{ item: 'Say who looks', by: HANDLER, done: true }],
      history: [{ action: 'ticked', actorId: HANDLER, detail: { line: '2' } }],
    });
    expect(tickOff(aFile(), items, 1, HANDLER, true).ticks).toEqual([
      { item: 'Read it', by: HANDLER, done: false },
    ]);
  });

  it.each([
    [1, false, /ticked off already/],
    [2, true, /not ticked off/],
    [0, false, /lines 1 to 2/],
    [3, false, /lines 1 to 2/],
  ])('refuses line %s (undone: %s) with a sentence', (line, undone, words) => {
    const items = checklistOf(aFile({ ticks: [done] }), [], policy);

    expect(() => tickOff(aFile(), items, line, HANDLER, undone)).toThrow(words);
  });

  it('stands on the card, and is left out where there is none', () => {
    const view = { file: aFile({ ticks: [done] }), earlier: [], workspace, policy };

    expect(checklistBlocks(view)).toMatchObject([
      { type: 'paragraph' },
      {
        type: 'list',
        ordered: true,
        items: [[{ type: 'strike' }, {}, { type: 'person', userId: HANDLER }], [{}]],
      },
    ]);
    expect(checklistBlocks({ ...view, policy: { ...policy, kinds: {}, overlays: [] } })).toEqual([]);
  });
});

it('names what became of the earlier cases, five at most', () => {
  const earlier = Array.from({ length: 7 }, (_, at) => aCase({ number: at + 1, state: 'solved' }));
  const [fact] = earlierFact({ file: aFile(), earlier, workspace, policy });

  expect(fact).toEqual({
    label: 'Earlier',
    value: [
      {
        type: 'text',
        text: 'FB-1 Feedback, solved; FB-2 Feedback, solved; FB-3 Feedback, solved; FB-4 Feedback, solved; FB-5 Feedback, solved; and 2 more',
      },
    ],
  });
  expect(earlierFact({ file: aFile(), earlier: [], workspace, policy })).toEqual([]);
});
