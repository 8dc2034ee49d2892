import { nextClock } from '../cases/clocks.ts';
import { followedUp } from '../cases/followed-up.ts';
import { time } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';

export const done: Command = {
  name: 'done',
  summary: 'You have looked after it: its reminders rest',
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, policy, now } = context;
    const file = await changeCase(context, (found) => followedUp(found, command.by.userId, policy, now));
    const next = nextClock(file);
    return next
      ? say(
          `Thank you. ${nameOf(file, context)} comes up again `,
          time(next.dueAt),
          ' unless it is solved before.',
        )
      : say(`Thank you, noted with ${nameOf(file, context)}.`);
  },
};
