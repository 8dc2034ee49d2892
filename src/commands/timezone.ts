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
  summary: 'Your time zone: the times you type are read by it',
  options: [
    {
      name: 'zone',
      summary: 'A city such as Copenhagen, or a name such as Europe/Copenhagen; reset forgets it',
      required: false,
      type: 'choice',
      takesRest: true,
    },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { command, people, workspace } = context;
    const typed = command.values['zone']?.trim() ?? '';
    if (typed === '')
      return say(
        `${await asItIs(context)} To change it: ${typedAs('timezone', workspace.id)} and your city.`,
      );
    if (typed === ANOTHER_ZONE) return form(context);
    if (FORGET.has(typed.toLowerCase())) {
      await people.set(workspace.id, command.by.userId, { timeZone: null });
      return say(`What you set is forgotten. ${await asItIs(context)}`);
    }
    const named = zoneNamed(typed);
    if ('problem' in named) throw new NotPossible(named.problem);
    await people.set(workspace.id, command.by.userId, { timeZone: named.zone });
    return say(`Your time zone is ${named.zone} now. ${clock(named.zone, context)}`);
  },
};

function form({ workspace }: CommandContext): Answer {
  return {
    type: 'form',
    form: {
      title: 'Your time zone',
      submit: 'Save',
      fields: [
        {
          type: 'line',
          name: 'zone',
          label: 'The nearest big city',
          hint: 'Such as Copenhagen, Lisbon or New York',
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
  const sources = {
    themselves: 'as you set it',
    platform: 'as your profile says',
    community: 'as for everybody here who has said nothing',
  };
  return `Your time zone is ${zone}, ${sources[from]}. ${clock(zone, context)}`;
}

function clock(zone: string, { now }: CommandContext): string {
  return `It is ${clockShows(now, zone)} there.`;
}
