import { monthOf } from '../cases/gift.ts';
import { bold, inlines, paragraph, person } from '../chat/rich.ts';
import type { Command } from './desk/command.ts';

/** So many helpers are named. */
const NAMED = 20;

export const helpers: Command = {
  name: 'helpers',
  summary: (texts) => texts.commands.helpers.summary,
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run({ store, workspace, policy, standing, now, texts }) {
    const words = texts.commands.helpers;
    const timeZone = workspace.timeZone ?? policy.timeZone;
    const found = await store.helpers(workspace.id, {
      month: monthOf(now, timeZone),
      timeZone,
      eyes: standing,
      limit: NAMED,
    });
    if (found.length === 0) return { type: 'say', blocks: [paragraph(words.none)] };
    return {
      type: 'say',
      blocks: [
        paragraph(bold(words.title)),
        {
          type: 'list',
          ordered: false,
          items: found.map(({ userId, cases }) => inlines(...words.solved(person(userId), cases))),
        },
      ],
    };
  },
};
