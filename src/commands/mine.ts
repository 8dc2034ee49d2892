import { caseName, type ClockKind } from '../cases/case.ts';
import { dueFirst, type Waiting } from '../cases/tasks.ts';
import { yoursToLookAt } from '../cases/yours-to-look-at.ts';
import type { Answer } from '../chat/command.ts';
import { bold, link, paragraph, text, time, type Block, type Inline } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import type { Task, UntakenTask } from '../store/duty-port.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { noteListed } from './desk/note-seen.ts';

/** How many cases it lists; more would not fit into one message on Discord. */
const SHOWN = 8;

/** So many of them are cases nobody has taken on, where there are any. */
const UNTAKEN_SURE = 3;

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
    const untaken = dueFirst(await toLookAt(context), now).filter(isOurs);
    if (tasks.length + untaken.length === 0)
      return say('You have no open cases. /feedback list shows what others could use help with.');
    const own = tasks.slice(0, SHOWN - Math.min(untaken.length, UNTAKEN_SURE));
    const others = untaken.slice(0, SHOWN - own.length);
    await noteListed(
      context,
      [...own, ...others].map((task) => task.case),
    );
    const more = tasks.length + untaken.length - own.length - others.length;
    return listed(own, others, more, context);
  },
};

/** Cases nobody has taken on, whose reminders come to whoever asks. */
async function toLookAt({ duty, standing, ...sources }: CommandContext): Promise<UntakenTask[]> {
  return yoursToLookAt(await duty.untaken(standing), standing.userId, sources);
}

/** Nobody else is waited for. */
function isOurs({ waiting }: Line): boolean {
  return waiting.for === 'you' || waiting.for === 'nobody';
}

function listed(
  own: readonly Line[],
  untaken: readonly Line[],
  more: number,
  context: CommandContext,
): Answer {
  const waiting = own.filter((each) => !isOurs(each));
  return {
    type: 'say',
    blocks: [
      ...part('For you', own.filter(isOurs), context),
      ...part('Not taken yet, and yours to look at', untaken, context),
      ...part('Waits for others', waiting, context),
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
  // One in which whoever asks has only begun an answer: what waits there is another's.
  const isTheirs = found.handlerId !== standing.userId && drafts > 0;
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
