import { follow as followCase } from '../cases/follow.ts';
import { typedAs } from '../cases/typed-as.ts';
import { caseOption, changeAsReader, nameOf, say, type Command } from './desk/command.ts';

export const follow: Command = {
  name: 'follow',
  summary: 'Hear by direct message of what happens to a case',
  options: [caseOption],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    const { userId } = context.standing;
    const file = await changeAsReader(context, (found) => followCase(found, userId));
    const name = nameOf(file, context);
    return say(
      `You follow ${name}: what happens to it comes to you by direct message, several things in one. ${typedAs(`unfollow ${name}`, context.workspace.id)} ends that.`,
    );
  },
};
