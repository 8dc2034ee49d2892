import { nextClock } from '../cases/clocks.ts';
import { followedUp } from '../cases/followed-up.ts';
import { time } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';

export const done: Command = {
  name: 'done',
  summary: ({ commands }) => commands.done.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, policy, now, texts } = context;
    const file = await changeCase(context, (found) => followedUp(found, command.by.userId, policy, now));
    const next = nextClock(file);
    const name = nameOf(file, context);
    return next
      ? say(...texts.commands.done.comesUp(name, time(next.dueAt)))
      : say(texts.commands.done.noted(name));
  },
};
