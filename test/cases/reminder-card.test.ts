import { describe, expect, it } from '@jest/globals';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderSlack } from '../../src/adapters/slack/render.ts';
import { departmentReminderCard } from '../../src/cases/cards/department-reminder.ts';
import { reminderCard, whyOf } from '../../src/cases/cards/reminder.ts';
import { remindersCard, type DueCase } from '../../src/cases/cards/reminders.ts';
import type { CaseFile, Clock, ClockKind } from '../../src/cases/case.ts';
import { dueCases } from '../../src/cases/due-cases.ts';
import type { Rung } from '../../src/cases/rung.ts';
import type { Inline } from '../../src/chat/rich.ts';
import { faultsInBlocks, tooLong } from '../../sandbox/slack/block-kit.ts';
import { aClock, aFile, aReply, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const nameOf = (id: string) => id;

/** As plain words, with moments as hours from now. */
const said = (inlines: readonly Inline[]) =>
  inlines
    .map((each) => {
      if (each.type === 'time') return `${(each.at.getTime() - NOW.getTime()) / HOUR}h`;
      return 'text' in each ? each.text : '';
    })
    .join('');

const dueOf = (number: number, member = 'Alma Berg', over: Partial<CaseFile> = {}): DueCase => ({
  view: {
    file: { ...aFile({ case: { number, member: { userId: 'U0ALMA', name: member } } }), ...over },
    workspace,
    policy,
    earlier: [],
  },
  clock: 'next_response',
  step: 0,
  rang: { clockId: 7, generation: 0, rung: 'responsible', skipped: [] },
  running: aClock({ kind: 'next_response', startedAt: later(-20) }),
});
type Dues = [DueCase, ...DueCase[]];
const listOf = (count: number, make = (number: number) => dueOf(number)) =>
  remindersCard(Array.from({ length: count }, (_, index) => make(index + 1)) as Dues, HANDLER, () => []);

describe('a reminder says', () => {
  const started = later(-20);
  const words = (clock: ClockKind, deadline: Date, rung: Rung = 'responsible', step = 0, subject = '') => {
    const running = aClock({ kind: clock, subject, startedAt: started, deadline });
    const rang = { clockId: 7, generation: 0, rung, skipped: [] };
    return said(whyOf({ clock, step, rang, running }, { workspace, policy }));
  };

  it.each<[ClockKind, string]>([
    ['first_response', 'The member has waited for a first answer since -20h.'],
    ['next_response', 'The member has waited for an answer since -20h.'],
    ['update_due', 'The member was promised to hear from us by 4h, and has heard nothing yet.'],
    ['resolution', 'It should be solved by 4h, and is not yet.'],
    ['wake', 'It was put off until 4h.'],
  ])('why of %s, and when', (clock, expected) => {
    expect(words(clock, later(4))).toBe(expected);
  });

  it('by when the member was promised to hear, in the same words once that is over: it may be drawn again', () => {
    expect(words('update_due', later(-1))).toBe(
      'The member was promised to hear from us by -1h, and has heard nothing yet.',
    );
  });

  it('which department has been silent, and since when', () => {
    expect(words('department_answer', later(4), 'responsible', 1, 'qa')).toBe(
      'QA has had this case since -20h and has not said anything yet.' +
        ' Its channel was asked before, and nobody there has reacted.',
    );
    const view = dueOf(12).view;
    const [asked] = departmentReminderCard(view, 'qa', [], started).body;
    expect(said(asked?.type === 'paragraph' ? asked.children : [])).toMatch(
      /^Nothing has been said about this case since -20h\. Please say/,
    );
  });

  it.each<[Rung, number, string]>([
    ['again', 1, ' There was a reminder before, and nobody has reacted.'],
    ['lead', 3, ' Whoever looks after it was reminded before and has not reacted.'],
    ['lead', 0, ''],
  ])('how far it has come: %s %i', (rung, step, expected) => {
    expect(words('wake', later(0), rung, step)).toBe(`It was put off until 0h.${expected}`);
  });

  it('why, where its clock is over', () => {
    const due = { clock: 'resolution' as const, step: 0, rang: null, running: null };
    expect(said(whyOf(due, { workspace, policy }))).toBe('It is not solved yet.');
    const card = reminderCard(dueOf(12).view, due, { reader: HANDLER, mention: null }, () => []);
    expect(card).toMatchObject({
      title: 'FB-12 is waiting for you',
      summary: 'FB-12: It is not solved yet.',
    });
  });
});

describe('what somebody is told of a case', () => {
  const told = async (rung: Rung, over: Parameters<typeof aFile>[0], clock: Partial<Clock> = {}) => {
    const running = aClock({ kind: 'department_answer', subject: 'qa', ...clock });
    const file = aFile({ ...over, clocks: [running] });
    const rang = { clockId: 7, generation: 0, rung, skipped: [], caseId: 1 };
    const { theirs } = await dueCases(
      {
        deliveryId: 1,
        workspaceId: workspace.id,
        place: { type: 'dm', workspaceId: workspace.id, userId: HANDLER },
      },
      { store: { remindersIn: async () => [rang], read: async () => file }, workspace, policy },
      null,
    );
    return said(whyOf(theirs[0]!, { workspace, policy }));
  };

  it('says that its department was asked before, and not where it could not be', async () => {
    const brought = { departments: ['qa'] };
    expect(await told('responsible', brought)).toContain('Its channel was asked before');
    expect(await told('again', brought)).toContain('There was a reminder before');
    expect(await told('responsible', { departments: [] })).not.toContain('before');
    expect(await told('responsible', brought, { kind: 'resolution', subject: '' })).not.toContain('before');
  });
});

describe('one message about several cases', () => {
  const opening = (card: ReturnType<typeof listOf>) =>
    card.actions.flatMap((action) => (action.type === 'menu' ? action.choices : []));

  it('has buttons for up to five of them', () => {
    const card = listOf(5);
    expect([card.sections!.length, card.actions, card.body]).toEqual([5, [], []]);
  });

  it('has buttons for four of more, and a menu that opens any of the others', () => {
    const card = listOf(6);
    expect(card.sections!.map(({ name }) => name)).toEqual(['FB-1', 'FB-2', 'FB-3', 'FB-4']);
    expect(opening(card)).toEqual(
      [5, 6].map((number) => ({
        type: 'button',
        label: `FB-${number} Alma Berg`,
        style: 'plain',
        invoke: { command: 'show', values: { case: `FB-${number}`, in: workspace.id } },
      })),
    );
    expect(JSON.stringify(card.body)).not.toContain('more:');
  });

  it('opens no more than a menu holds, and says how many there are besides and what lists them', () => {
    const card = listOf(33);
    expect(opening(card)).toHaveLength(25);
    expect(JSON.stringify(card.body)).toContain(
      'And 4 more: /feedback mine lists yours, and /feedback list all that are open.',
    );
  });

  const long = (number: number) =>
    dueOf(9_000 + number, `"Åsa" <Ö> & ${'Ýr '.repeat(60)}`, {
      replies: [aReply({ markdown: '"word" '.repeat(200), replyId: 7_000 + number })],
    });

  it.each([6, 29, 33])('keeps its buttons, and its menu whole, on both platforms, with %i cases', (count) => {
    const card = listOf(count, long);
    const inMenu = Math.min(25, count - 4);
    const { components, embeds } = renderDiscord({ type: 'card', card }, { in: workspace.id });
    expect(components).toHaveLength(5);
    expect(components.map(({ components: [first] }) => first)).toMatchObject([
      { label: 'FB-9001 · Send' },
      { label: 'FB-9002 · Send' },
      { label: 'FB-9003 · Send' },
      { label: 'FB-9004 · Send' },
      { placeholder: 'Open another …', options: { length: inMenu } },
    ]);
    for (const name of ['FB-9001', 'FB-9002', 'FB-9003', 'FB-9004'])
      expect(embeds[0]!.description).toContain(`**${name}**`);

    const { blocks } = renderSlack({ type: 'card', card }, nameOf);
    expect([...faultsInBlocks(blocks, 'message'), tooLong(blocks)]).toEqual([false]);
    const options = blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'overflow' ? block.accessory.options : [],
    );
    expect(options).toHaveLength(inMenu);
    expect(blocks.filter(({ type }) => type === 'actions')).toHaveLength(4);
  });
});
