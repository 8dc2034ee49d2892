import { follow as followCase } from '../cases/follow.ts';
import { typedAs } from '../cases/typed-as.ts';
import { caseOption, changeAsReader, nameOf, say, type Command } from './desk/command.ts';

export const follow: Command = {
  name: 'follow',
  summary: ({ commands }) => commands.follow.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    const { userId } = context.standing;
    const file = await changeAsReader(context, (found) => followCase(found, userId));
    const name = nameOf(file, context);
    return say(
      context.texts.commands.follow.youFollow(name, typedAs(`unfollow ${name}`, context.workspace.id)),
    );
  },
};
