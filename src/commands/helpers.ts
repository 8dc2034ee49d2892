import { monthOf } from '../cases/gift.ts';
import { bold, paragraph, person, text } from '../chat/rich.ts';
import type { Command } from './desk/command.ts';

/** So many helpers are named. */
const NAMED = 20;

export const helpers: Command = {
  name: 'helpers',
  summary: 'Who of the community solved how many cases this month',
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run({ store, workspace, policy, standing, now }) {
    const timeZone = workspace.timeZone ?? policy.timeZone;
    const found = await store.helpers(workspace.id, {
      month: monthOf(now, timeZone),
      timeZone,
      eyes: standing,
      limit: NAMED,
    });
    if (found.length === 0) {
      const words = paragraph(
        'Nobody of the community was named for a solved case this month. /feedback credit names them.',
      );
      return { type: 'say', blocks: [words] };
    }
    return {
      type: 'say',
      blocks: [
        paragraph(bold('Solved by the community this month')),
        {
          type: 'list',
          ordered: false,
          items: found.map(({ userId, cases }) => [
            person(userId),
            text(`: ${cases} case${cases === 1 ? '' : 's'}`),
          ]),
        },
      ],
    };
  },
};
