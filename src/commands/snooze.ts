import type { CaseFile } from '../cases/case.ts';
import { snooze as snoozeCase } from '../cases/snooze.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { time, type Inline } from '../chat/rich.ts';
import { caseForm } from './desk/case-form.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { promisedBefore } from './desk/promised-before.ts';
import { commonWaits, isUntilMember, momentMeant, untilMember } from './desk/waits.ts';

export const snooze: Command = {
  name: 'snooze',
  summary: (texts) => texts.commands.snooze.summary,
  options: [
    caseOption,
    {
      name: 'for',
      summary: (texts) => texts.commands.snooze.options.for,
      required: true,
      type: 'choice',
      takesRest: true,
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    // Only the form has a place for a time of one's own besides the choices.
    const typed = values['until']?.trim() || values['for'];
    if (typed === undefined) return form(context);
    const meant = isUntilMember(typed) ? null : await momentMeant(typed, context);
    const file = await changeCase(context, (found) =>
      snoozeCase(found, meant?.at ?? 'member', by.userId, context.policy, context.now),
    );
    const { snoozedUntil } = file.case;
    const promised = snoozedUntil ? promisedBefore(file, snoozedUntil, context.now, context.texts) : [];
    const words = [...rests(file, context), ...promised];
    return meant?.answered(...words) ?? say(...words);
  },
};

async function form(context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  assertOpen(file.case);
  const words = context.texts.commands.snooze;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'choice',
        name: 'for',
        label: words.again,
        required: true,
        choices: [...commonWaits(context.texts), untilMember(context.texts)],
        initial: '4h',
      },
      {
        type: 'line',
        name: 'until',
        label: words.own,
        hint: words.ownHint,
        required: false,
        initial: '',
        maxLength: 60,
      },
    ],
    keep: { in: context.command.values['in'] },
  });
}

function rests(file: CaseFile, context: CommandContext): (string | Inline)[] {
  const { snoozedUntil, snoozedForMember, member } = file.case;
  const name = nameOf(file, context);
  const words = context.texts.commands.snooze;
  const until = snoozedUntil ? time(snoozedUntil) : '';
  return snoozedForMember ? words.restsForMember(name, member.name, until) : words.rests(name, until);
}
