import { approve as approveGift } from '../cases/gift-decision.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { giftId } from './desk/gift-id.ts';

export const approve: Command = {
  name: 'approve',
  summary: ({ commands }) => commands.approve.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const file = await changeCase(context, (found) =>
      approveGift(found, giftId(values['gift']), by.userId, context.workspace, context.policy),
    );
    return say(context.texts.commands.approve.onItsWay(file.case.member.name, nameOf(file, context)));
  },
};
