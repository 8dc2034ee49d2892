import { typedAs } from '../cases/typed-as.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { zoneNamed } from '../time/zones.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { ANOTHER_ZONE, clockShows } from './desk/zone-choices.ts';
import { zoneOf } from './desk/zone-of.ts';

/** Takes back what somebody set. */
const FORGET = new Set(['reset', 'default', 'none', 'off']);

export const timezone: Command = {
  name: 'timezone',
  summary: (texts) => texts.commands.timezone.summary,
  options: [
    {
      name: 'zone',
      summary: (texts) => texts.commands.timezone.options.zone,
      required: false,
      type: 'choice',
      takesRest: true,
    },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { command, people, workspace, texts } = context;
    const words = texts.commands.timezone;
    const typed = command.values['zone']?.trim() ?? '';
    if (typed === '')
      return say(`${await asItIs(context)} ${words.change(typedAs('timezone', workspace.id))}`);
    if (typed === ANOTHER_ZONE) return form(context);
    if (FORGET.has(typed.toLowerCase())) {
      await people.set(workspace.id, command.by.userId, { timeZone: null });
      return say(`${words.forgotten} ${await asItIs(context)}`);
    }
    const named = zoneNamed(typed);
    if ('problem' in named) throw new NotPossible(named.problem);
    await people.set(workspace.id, command.by.userId, { timeZone: named.zone });
    return say(`${words.isNow(named.zone)} ${clock(named.zone, context)}`);
  },
};

function form({ workspace, texts }: CommandContext): Answer {
  const words = texts.commands.timezone;
  return {
    type: 'form',
    form: {
      title: words.title,
      submit: words.save,
      fields: [
        {
          type: 'line',
          name: 'zone',
          label: words.city,
          hint: words.cityHint,
          required: true,
          initial: '',
          maxLength: 60,
        },
      ],
      invoke: { command: 'timezone', values: { in: workspace.id } },
    },
  };
}

async function asItIs(context: CommandContext): Promise<string> {
  const { zone, from } = await zoneOf(context);
  return `${context.texts.commands.timezone.is[from](zone)} ${clock(zone, context)}`;
}

function clock(zone: string, { now, texts }: CommandContext): string {
  return texts.commands.timezone.clock(clockShows(now, zone));
}
