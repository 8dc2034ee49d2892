import { keptWords } from '../cases/promises-kept.ts';
import { bold, paragraph, text } from '../chat/rich.ts';
import { monthIn } from '../time/month.ts';
import type { Command } from './desk/command.ts';

export const promises: Command = {
  name: 'promises',
  summary: (texts) => texts.commands.promises.summary,
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run({ store, workspace, policy, standing, now, texts }) {
    const words = texts.commands.promises;
    const timeZone = workspace.timeZone ?? policy.timeZone;
    const of = (back: number) =>
      store.promises(workspace.id, { ...monthIn(timeZone, now, back), eyes: standing });
    const [thisMonth, lastMonth] = await Promise.all([of(0), of(1)]);
    return {
      type: 'say',
      blocks: [
        paragraph(bold(words.title)),
        {
          type: 'list',
          ordered: false,
          items: [
            [text(words.thisMonth(keptWords(thisMonth, texts)))],
            [text(words.lastMonth(keptWords(lastMonth, texts)))],
          ],
        },
        paragraph(words.meaning),
      ],
    };
  },
};
