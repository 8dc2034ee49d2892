import { describe, expect, it } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case.ts';
import { checklistOf, freshly, tickOff } from '../../src/cases/checklist.ts';
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

    expect(tickOff(aFile(), items, 2, HANDLER, false, workspace)).toEqual({
      ticks: [{ item: 'Say who looks', by: HANDLER, done: true }],
      history: [{ action: 'ticked', actorId: HANDLER, detail: { line: '2' } }],
    });
    expect(tickOff(aFile(), items, 1, HANDLER, true, workspace).ticks).toEqual([
      { item: 'Read it', by: HANDLER, done: false },
    ]);
  });

  it('is one line in whichever language it is read, and recorded in the community’s', () => {
    const line = { en: 'Read it', da: 'Læs den', fr: 'Le lire' };
    const kinds = { feedback: { ...policy.kinds['feedback']!, checklist: [line, 'Say who looks'] } };
    const read = (file: CaseFile) => checklistOf(file, [], { ...policy, kinds });
    const inDanish = { ...workspace, language: 'da' };

    const open = read(aFile());
    expect(tickOff(aFile(), open, 1, HANDLER, false, inDanish).ticks).toMatchObject([{ item: 'Læs den' }]);
    // Ticked when the plan or the community had another language: it is done, and can be taken back.
    const ticked = aFile({ ticks: [done] });
    expect(freshly(open, ticked)[0]).toEqual({ text: line, done });
    expect(tickOff(ticked, read(ticked), 1, HANDLER, true, inDanish).ticks).toMatchObject([
      { item: 'Read it', done: false },
    ]);
    const view = { file: ticked, earlier: [], workspace: inDanish, policy: { ...policy, kinds } };
    expect(JSON.stringify(checklistBlocks(view))).toContain('Læs den');
    expect(JSON.stringify(checklistBlocks({ ...view, locale: 'fr-CA' }))).toContain('Le lire');
  });

  it.each([
    [1, false, /ticked off already/],
    [2, true, /not ticked off/],
    [0, false, /lines 1 to 2/],
    [3, false, /lines 1 to 2/],
  ])('refuses line %s (undone: %s) with a sentence', (line, undone, words) => {
    const items = checklistOf(aFile({ ticks: [done] }), [], policy);

    expect(() => tickOff(aFile(), items, line, HANDLER, undone, workspace)).toThrow(words);
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
