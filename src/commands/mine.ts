import { caseName, type ClockKind } from '../cases/case.ts';
import { dueFirst, type Waiting } from '../cases/tasks.ts';
import type { Answer } from '../chat/command.ts';
import { bold, link, paragraph, text, time, type Block, type Inline } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import type { Task } from '../store/duty-port.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { noteListed } from './desk/note-seen.ts';

/** How many cases it lists; more would not fit into one message on Discord. */
const SHOWN = 8;

/** How much of what the member said a line shows (characters). */
const QUOTE_MAX = 50;

/** What is due, in a few words. */
const DUE: Readonly<Partial<Record<ClockKind, string>>> = {
  first_response: 'first answer',
  next_response: 'answer',
  update_due: 'update for the member',
  resolution: 'solution',
};

type Line = Task & { waiting: Waiting };

export const mine: Command = {
  name: 'mine',
  summary: 'What is due for you, and what waits for others',
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { duty, standing, now } = context;
    const tasks = dueFirst(await duty.tasks(standing), now);
    if (tasks.length === 0)
      return say('You have no open cases. /feedback list shows what others could use help with.');
    const shown = tasks.slice(0, SHOWN);
    await noteListed(
      context,
      shown.map((task) => task.case),
    );
    return listed(shown, tasks.length - shown.length, context);
  },
};

function listed(shown: readonly Line[], more: number, context: CommandContext): Answer {
  const isYours = ({ waiting }: Line) => waiting.for === 'you' || waiting.for === 'nobody';
  const others = shown.filter((each) => !isYours(each));
  return {
    type: 'say',
    blocks: [
      ...part('For you', shown.filter(isYours), context),
      ...part('Waits for others', others, context),
      ...(more > 0 ? [paragraph(`And ${more} more of yours. /feedback list has all that is open.`)] : []),
    ],
  };
}

function part(title: string, lines: readonly Line[], context: CommandContext): Block[] {
  if (lines.length === 0) return [];
  return [
    paragraph(bold(title)),
    { type: 'list', ordered: false, items: lines.map((each) => line(each, context)) },
  ];
}

function line({ case: found, waiting, drafts }: Line, { policy, standing }: CommandContext): Inline[] {
  const name = caseName(policy.prefix, found.number);
  const isTheirs = found.handlerId !== standing.userId;
  const quote = shorten(found.quote.replaceAll(/\s+/g, ' '), QUOTE_MAX);
  return [
    found.permalink ? link(name, found.permalink) : bold(name),
    text(` ${found.member.name} · `),
    ...(isTheirs ? [] : words(waiting)),
    ...(drafts > 0
      ? [
          text(
            `${isTheirs ? '' : ' · '}${drafts === 1 ? 'a draft of yours waits' : `${drafts} drafts of yours wait`} to be sent`,
          ),
        ]
      : []),
    text(`: ${quote}`),
  ];
}

function words(waiting: Waiting): Inline[] {
  switch (waiting.for) {
    case 'you':
      return waiting.isOverdue
        ? [bold('overdue'), text(`, ${DUE[waiting.clock]} was due `), time(waiting.by)]
        : [text(`${DUE[waiting.clock]} by `), time(waiting.by)];
    case 'member':
      return [text('waits for the member'), ...until(waiting.until)];
    case 'team':
      return [text('waits for the department'), ...until(waiting.until)];
    case 'helpers':
      return [text('the community is asked'), ...until(waiting.until)];
    case 'time':
      return waiting.isForMember
        ? [text('snoozed until the member writes')]
        : [text('snoozed'), ...until(waiting.until)];
    case 'nobody':
      return [text('nothing is due')];
  }
}

function until(at: Date | null): Inline[] {
  return at ? [text(' until '), time(at)] : [];
}
