import { isLead, isStaff, standingOf } from '../cases/access.ts';
import { typedAs } from '../cases/typed-as.ts';
import type { Answer } from '../chat/command.ts';
import { paragraph, person, text, time, type Inline } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { personId } from './desk/person-id.ts';
import { momentMeant } from './desk/waits.ts';

/** What people write when they are there again. */
const BACK = new Set(['back', 'here', 'off', 'no']);

export const away: Command = {
  name: 'away',
  summary: 'You are away for a while: somebody else gets your reminders',
  options: [
    {
      name: 'until',
      summary: 'Until when, such as friday or 3d; back: you are here again',
      required: false,
      type: 'text',
    },
    { name: 'stand-in', summary: 'Who looks after your cases meanwhile', required: false, type: 'person' },
    { name: 'for', summary: 'Somebody else who is away; for leads', required: false, type: 'person' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const typed = values['until']?.trim();
    if (!typed) return form(context);
    const who = await whose(context);
    if (BACK.has(typed.toLowerCase())) {
      await context.people.set(context.workspace.id, who, { awayUntil: null });
      return who === by.userId
        ? say('Welcome back. Your reminders come to you again.')
        : say(person(who), ' is back. Their reminders come to them again.');
    }
    if (/@/.test(typed))
      throw new NotPossible(
        `Name the stand-in by the option, such as ${typedAs('away friday stand-in:@sam', context.workspace.id)}`,
      );
    const { at: until, answered } = await momentMeant(typed, context);
    const standIn = await standInNamed(who, until, context);
    const { workspace, people } = context;
    await people.set(workspace.id, who, { awayUntil: until, ...(standIn !== null && { standIn }) });
    const asked = standIn ?? (await usualStandIn(who, context));
    if (asked !== null) await tell(asked, who, until, context);
    return answered(...(await answer(who, until, context)));
  },
};

function form({ command: { values } }: CommandContext): Answer {
  return {
    type: 'form',
    form: {
      title: 'Away',
      submit: 'Save',
      fields: [
        {
          type: 'line',
          name: 'until',
          label: 'Until when?',
          hint: 'Such as tomorrow, friday 14:00, 24/12 or 2w. back: you are here again',
          required: true,
          initial: '',
          maxLength: 60,
        },
        { type: 'person', name: 'stand-in', label: 'Who looks after your cases meanwhile?', required: false },
      ],
      invoke: { command: 'away', values: values['for'] === undefined ? {} : { for: values['for'] } },
    },
  };
}

/** Whose absence it is. @throws {NotPossible} for somebody else's, by whoever is no lead, and for whoever does not work here */
async function whose(context: CommandContext): Promise<string> {
  const { command, standing } = context;
  const named = command.values['for'];
  if (named === undefined || named === command.by.userId) return command.by.userId;
  const who = personId(named);
  if (!isLead(standing))
    throw new NotPossible(
      'Only leads, management and admins say that somebody else is away. Ask one of them.',
    );
  if ((await worksHere(who, context)) !== 'yes')
    throw new NotPossible('They do not work on cases here, so no reminders go to them.');
  return who;
}

/** @returns null where nobody was named: who it was before stays. @throws {NotPossible} for whoever cannot stand in */
async function standInNamed(who: string, until: Date, context: CommandContext): Promise<string | null> {
  const { command, people, workspace, now } = context;
  const typed = command.values['stand-in'];
  if (typed === undefined || typed === '') return null;
  const standIn = personId(typed);
  if (standIn === who)
    throw new NotPossible(
      'Nobody stands in for themselves. Name somebody else, or leave it out: then the leads do.',
    );
  const works = await worksHere(standIn, context);
  if (works === 'gone')
    throw new NotPossible('They have left the community. Name somebody else as stand-in.');
  if (works === 'no')
    throw new NotPossible(
      'They do not work on cases here, so they could not see them. Name a moderator, handler or lead as stand-in.',
    );
  const theirs = (await people.of(workspace.id, [standIn])).get(standIn)?.awayUntil ?? null;
  if (theirs !== null && theirs > now)
    throw new NotPossible(
      theirs < until
        ? 'They are away themselves for a part of that time. Name somebody else as stand-in.'
        : 'They are away themselves all that time. Name somebody else as stand-in.',
    );
  return standIn;
}

/** Whoever stands in when nobody is named: who it was before, else whom hearback.yaml names. */
async function usualStandIn(who: string, context: CommandContext): Promise<string | null> {
  const { people, workspace } = context;
  const before = (await people.of(workspace.id, [who])).get(who)?.standIn ?? null;
  const standIn = before ?? new Map(Object.entries(workspace.standIns)).get(who) ?? null;
  return standIn !== null && (await worksHere(standIn, context)) === 'yes' ? standIn : null;
}

async function worksHere(
  userId: string,
  { chat, workspace }: CommandContext,
): Promise<'yes' | 'no' | 'gone'> {
  try {
    const { groups, isBot, isMember } = await chat.fetchPerson(workspace.id, userId);
    if (!isMember) return 'gone';
    return !isBot && isStaff(standingOf(workspace, { userId, groups, channelId: null })) ? 'yes' : 'no';
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return 'gone';
    throw error;
  }
}

function tell(standIn: string, who: string, until: Date, { once, command, workspace }: CommandContext) {
  return once.say(workspace.id, {
    key: `stand-in-${command.interactionId}`,
    place: { type: 'dm', workspaceId: workspace.id, userId: standIn },
    body: {
      type: 'notice',
      title: 'You stand in for somebody',
      blocks: [
        paragraph(
          person(who),
          ' is away until ',
          time(until),
          '. Their reminders come to you meanwhile, for all cases that you may see.',
        ),
      ],
    },
  });
}

async function answer(who: string, until: Date, context: CommandContext): Promise<Inline[]> {
  const { command, people, workspace } = context;
  const own = (await people.of(workspace.id, [who])).get(who)?.standIn ?? null;
  const standIn = own ?? new Map(Object.entries(workspace.standIns)).get(who) ?? null;
  const isOwn = who === command.by.userId;
  return [
    ...(isOwn ? [text('You are away until ')] : [person(who), text(' is away until ')]),
    time(until),
    text('. '),
    ...(standIn === null
      ? [text(`The leads get ${isOwn ? 'your' : 'their'} reminders meanwhile.`)]
      : [person(standIn), text(` gets ${isOwn ? 'your' : 'their'} reminders meanwhile.`)]),
    text(isOwn ? ` Back earlier? ${typedAs('away back', workspace.id)}` : ''),
  ];
}
