import { unfollow as unfollowCase } from '../cases/follow.ts';
import { caseOption, changeAsReader, nameOf, say, type Command } from './desk/command.ts';

export const unfollow: Command = {
  name: 'unfollow',
  summary: (texts) => texts.commands.unfollow.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    const { userId } = context.standing;
    const file = await changeAsReader(context, (found) => unfollowCase(found, userId));
    return say(context.texts.commands.unfollow.done(nameOf(file, context)));
  },
};
