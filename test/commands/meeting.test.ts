import { beforeEach, describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/cases/access.ts';
import type { Answer } from '../../src/chat/command.ts';
import { digest } from '../../src/commands/digest.ts';
import { meeting } from '../../src/commands/meeting.ts';
import type { CommandContext } from '../../src/commands/desk/command.ts';
import { textsIn } from '../../src/texts/index.ts';
import { aFile, NOW, policy, workspace } from '../support/factories.ts';

const LENA = workspace.roles.lead.people[0] ?? workspace.handler!;
const file = aFile();
const hidden = aFile({ case: { number: 13 }, excluded: [{ userId: LENA, reason: 'accused' }] });
const items = (count: number) =>
  Array.from({ length: Math.min(count, 12) }, (_, index) => ({
    number: index + 1,
    text: `Words ${'and more of them '.repeat(20)}`,
    addedBy: LENA,
    addedAt: NOW,
    case: null,
    decision: null,
    decidedBy: null,
    decidedAt: null,
  }));

let added: unknown[];
let decided: unknown[];
beforeEach(() => {
  added = [];
  decided = [];
});

const run = (command: typeof meeting, values: Record<string, string>, digests = workspace.digests) => {
  const find = async ({ number }: { number: number }) =>
    [file, hidden].find((each) => each.case.number === number) ?? null;
  return command.run({
    command: { values, by: { userId: LENA }, interactionId: 'i1' },
    store: { guard: find, read: find },
    audit: { note: async () => undefined },
    digests: {
      addItem: async (item: unknown) => added.push(item),
      decide: async (_standing: unknown, wish: unknown) => {
        decided.push(wish);
        return { ...items(1)[0], text: 'Prices' };
      },
      items: async () => ({ total: 15, first: items(15) }),
    },
    workspace: { ...workspace, digests },
    policy,
    standing: standingOf(workspace, { userId: LENA, groups: [], channelId: null }),
    texts: textsIn('en'),
    now: NOW,
  } as unknown as CommandContext);
};
const words = (answer: Answer) => JSON.stringify(answer);

describe('an item for the meeting', () => {
  it.each([
    ['FB-12 Do we offer a refund?', 12, 'Do we offer a refund?'],
    ['Who calls about FB-12, the complaint?', 12, 'Who calls about FB-12, the complaint?'],
    ['Prices', null, 'Prices'],
  ])('is about the case that stands anywhere in %j', async (text, caseNumber, said) => {
    await run(meeting, { do: 'add', text });
    expect(added).toMatchObject([{ caseNumber, text: said }]);
  });

  it.each([
    ['Who calls about FB-13?', 'There is no case FB-13'],
    ['Who calls about FB-99?', 'There is no case FB-99'],
    ['FB-12 and FB-13 are alike', 'one case at a time'],
  ])('is not made of %j', async (text, why) => {
    await expect(run(meeting, { do: 'add', text })).rejects.toThrow(why);
    expect(added).toEqual([]);
  });

  it('of a card is about no other case either', async () => {
    await expect(run(meeting, { do: 'add', case: 'FB-12', text: 'As in FB-13' })).rejects.toThrow('one case');
    await run(meeting, { do: 'add', case: 'FB-12', text: 'Do we offer a refund?' });
    expect(added).toMatchObject([{ caseNumber: 12 }]);
  });

  it('is decided with the case its decision names, which has to be one they may see', async () => {
    await expect(run(meeting, { do: 'decide', text: '3 We call about FB-13' })).rejects.toThrow(
      'There is no case FB-13',
    );
    await run(meeting, { do: 'decide', text: '3 We call about FB-12' });
    expect(decided).toEqual([
      { number: 3, decision: 'We call about FB-12', caseNumber: 12, interaction: 'i1' },
    ]);
  });

  it('is promised to the next digest only where one names it', async () => {
    const everything = [{ on: { days: [0], weeks: 1, weekOf: null }, at: 540 }];
    const ofQa = [{ ...everything[0]!, departments: ['qa'] }];
    expect(words(await run(meeting, { do: 'add', text: 'Prices' }, everything))).toContain('next digest');
    expect(words(await run(meeting, { do: 'add', text: 'Prices' }, ofQa))).not.toContain('next digest');
    expect(words(await run(meeting, { do: 'decide', text: '1 Yes' }, ofQa))).not.toContain('next digest');
  });

  it('is shortened in the list, which says how many there are besides', async () => {
    const list = await run(meeting, { do: 'list' });
    expect(words(list)).toContain('and 3 more');
    expect(words(list).length).toBeLessThan(12 * 400);
  });
});

it('a digest of a name there is not answers with the names there are, and with channels as people see them', async () => {
  const on = { days: [0], weeks: 1, weekOf: null };
  const answer = await run(digest, { name: 'Sales' }, [
    { on, at: 540 },
    { on, at: 540, name: 'QA', channel: 'C0QA' },
  ]);
  expect(answer).toMatchObject({ type: 'say' });
  expect(words(answer)).toContain(`{"type":"channel","channelId":"${workspace.triage}"}`);
  expect(words(answer)).toContain('QA');
  expect(words(answer)).not.toContain('C0QA');
});
