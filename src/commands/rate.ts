import { rate as rateCase } from '../cases/closing.ts';
import { whenRated } from '../cases/extremes.ts';
import { caseOption, say, type Command } from './desk/command.ts';
import { fromMember, notTheirs, repliedTo } from './desk/from-member.ts';

/** Pressed by the member once their case is solved. The number is said to them alone, and shown in no message others can read. */
export const rate: Command = {
  name: 'rate',
  summary: (texts) => texts.commands.rate.summary,
  options: [
    caseOption,
    {
      name: 'rating',
      summary: (texts) => texts.commands.rate.options.rating,
      required: true,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'anyone',
  async run(context) {
    const typed = context.command.values['rating'] ?? '';
    const { workspace, policy } = context;
    const heard = await fromMember(context, (file) => {
      const verdict = rateCase(file, repliedTo(context), typed);
      return typeof verdict === 'string' ? verdict : whenRated(verdict, file, workspace, policy);
    });
    if (!heard) return notTheirs(context);
    const { outcome, words } = heard;
    if (outcome === 'unclear') return say(words('rating-unclear'));
    if (outcome !== 'taken') return say(words(outcome));
    return say(words('rating-taken').replace('{rating}', typed.trim()));
  },
};
