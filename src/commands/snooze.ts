import type { CaseFile } from '../cases/case.ts';
import { snooze as snoozeCase } from '../cases/snooze.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { text, time, type Inline } from '../chat/rich.ts';
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
import { isUntilMember, momentMeant, UNTIL_MEMBER, WAITS } from './desk/waits.ts';

export const snooze: Command = {
  name: 'snooze',
  summary: 'Let reminders of a case rest for a while, or until the member writes',
  options: [
    caseOption,
    {
      name: 'for',
      summary: 'Until when, such as 3d or tomorrow 9:00; member: until the member writes',
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
    const promised = snoozedUntil ? promisedBefore(file, snoozedUntil, context.now) : [];
    const words = [...rests(file, context), ...promised];
    return meant?.answered(...words) ?? say(...words);
  },
};

async function form(context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  assertOpen(file.case);
  return caseForm(file, context, {
    title: 'Snooze',
    submit: 'Snooze',
    fields: [
      {
        type: 'choice',
        name: 'for',
        label: 'Remind me again in',
        required: true,
        choices: [...WAITS, UNTIL_MEMBER],
        initial: '4h',
      },
      {
        type: 'line',
        name: 'until',
        label: 'Or at a time of your own',
        hint: 'Such as friday 14:30, 24/12 or in 10 days',
        required: false,
        initial: '',
        maxLength: 60,
      },
    ],
    keep: { in: context.command.values['in'] },
  });
}

function rests(file: CaseFile, context: CommandContext): Inline[] {
  const { snoozedUntil, snoozedForMember, member } = file.case;
  const name = nameOf(file, context);
  const until = snoozedUntil ? [time(snoozedUntil)] : [];
  return snoozedForMember
    ? [text(`${name} rests until ${member.name} writes, and until `), ...until, text(' at the latest.')]
    : [text(`${name} rests until `), ...until, text('.')];
}
