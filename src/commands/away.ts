import { isLead, isStaff, standingOf } from '../cases/access.ts';
import { typedAs } from '../cases/typed-as.ts';
import type { Answer } from '../chat/command.ts';
import { paragraph, person, time, type Inline } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import { textsIn } from '../texts/index.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { personId } from './desk/person-id.ts';
import { momentMeant } from './desk/waits.ts';

/** What people write when they are there again. */
const BACK = new Set(['back', 'here', 'off', 'no']);

export const away: Command = {
  name: 'away',
  summary: ({ commands }) => commands.away.summary,
  options: [
    {
      name: 'until',
      summary: ({ commands }) => commands.away.options.until,
      required: false,
      type: 'text',
    },
    {
      name: 'stand-in',
      summary: ({ commands }) => commands.away.options['stand-in'],
      required: false,
      type: 'person',
    },
    { name: 'for', summary: ({ commands }) => commands.away.options.for, required: false, type: 'person' },
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
        ? say(context.texts.commands.away.welcomeBack)
        : say(...context.texts.commands.away.isBack(person(who)));
    }
    if (/@/.test(typed))
      throw new NotPossible(({ commands }) =>
        commands.away.byOption(typedAs('away friday stand-in:@sam', context.workspace.id)),
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

function form({ command: { values }, texts }: CommandContext): Answer {
  const { away: words } = texts.commands;
  return {
    type: 'form',
    form: {
      title: words.title,
      submit: words.submit,
      fields: [
        {
          type: 'line',
          name: 'until',
          label: words.when,
          hint: words.whenHint,
          required: true,
          initial: '',
          maxLength: 60,
        },
        { type: 'person', name: 'stand-in', label: words.who, required: false },
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
  if (!isLead(standing)) throw new NotPossible(({ commands }) => commands.away.onlyLeads);
  if ((await worksHere(who, context)) !== 'yes')
    throw new NotPossible(({ commands }) => commands.away.getNone);
  return who;
}

/** @returns null where nobody was named: who it was before stays. @throws {NotPossible} for whoever cannot stand in */
async function standInNamed(who: string, until: Date, context: CommandContext): Promise<string | null> {
  const { command, people, workspace, now } = context;
  const typed = command.values['stand-in'];
  if (typed === undefined || typed === '') return null;
  const standIn = personId(typed);
  if (standIn === who) throw new NotPossible(({ commands }) => commands.away.notThemselves);
  const works = await worksHere(standIn, context);
  if (works === 'gone') throw new NotPossible(({ commands }) => commands.away.hasLeft);
  if (works === 'no') throw new NotPossible(({ commands }) => commands.away.cannotSee);
  const theirs = (await people.of(workspace.id, [standIn])).get(standIn)?.awayUntil ?? null;
  if (theirs !== null && theirs > now)
    throw new NotPossible(({ commands: { away: words } }) =>
      theirs < until ? words.awayForAPart : words.awayAllThatTime,
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

async function tell(standIn: string, who: string, until: Date, context: CommandContext) {
  const { once, command, workspace, policy, chat } = context;
  // To whoever stands in, in their language.
  const locale = await chat.fetchPerson(workspace.id, standIn).then(
    (found) => found.locale,
    () => null,
  );
  const { away: words } = textsIn(locale, workspace.language, policy.language).commands;
  await once.say(workspace.id, {
    key: `stand-in-${command.interactionId}`,
    place: { type: 'dm', workspaceId: workspace.id, userId: standIn },
    body: {
      type: 'notice',
      title: words.youStandIn,
      blocks: [paragraph(...words.theirReminders(person(who), time(until)))],
    },
  });
}

async function answer(who: string, until: Date, context: CommandContext): Promise<(string | Inline)[]> {
  const { command, people, workspace, texts } = context;
  const { away: words } = texts.commands;
  const own = (await people.of(workspace.id, [who])).get(who)?.standIn ?? null;
  const standIn = own ?? new Map(Object.entries(workspace.standIns)).get(who) ?? null;
  if (who !== command.by.userId)
    return [
      ...words.isAway(person(who), time(until)),
      ...(standIn === null ? [words.leadsGetTheirs] : words.getsTheirs(person(standIn))),
    ];
  return [
    ...words.youAreAway(time(until)),
    ...(standIn === null ? [words.leadsGetYours] : words.getsYours(person(standIn))),
    words.backEarlier(typedAs('away back', workspace.id)),
  ];
}
