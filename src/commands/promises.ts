import { keptWords } from '../cases/promises-kept.ts';
import { bold, paragraph, text } from '../chat/rich.ts';
import { monthIn } from '../time/month.ts';
import type { Command } from './desk/command.ts';

export const promises: Command = {
  name: 'promises',
  summary: 'How often members heard from us by when they were promised to',
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run({ store, workspace, policy, standing, now }) {
    const timeZone = workspace.timeZone ?? policy.timeZone;
    const of = (back: number) =>
      store.promises(workspace.id, { ...monthIn(timeZone, now, back), eyes: standing });
    const [thisMonth, lastMonth] = await Promise.all([of(0), of(1)]);
    return {
      type: 'say',
      blocks: [
        paragraph(bold('Promises to members')),
        {
          type: 'list',
          ordered: false,
          items: [
            [text(`This month: ${keptWords(thisMonth)}`)],
            [text(`Last month: ${keptWords(lastMonth)}`)],
          ],
        },
        paragraph(
          'A promise is kept when the member hears from us by the moment it names. What is solved before, or waits for the member, is not counted.',
        ),
      ],
    };
  },
};
