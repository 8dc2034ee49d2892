import { caseName, type CaseFile } from '../cases/case.ts';
import type { MeetingItem } from '../cases/digest/facts.ts';
import { digestsOf, isTold } from '../cases/digest/plan.ts';
import { caseLink, oneLine } from '../cases/digest/words.ts';
import { namedCases } from '../cases/named-cases.ts';
import { typedAs } from '../cases/typed-as.ts';
import type { Answer } from '../chat/command.ts';
import { bold, paragraph, person, text, time, type Inline } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import { NotPossible } from '../errors.ts';
import { caseNumber, readCase, say, type Command, type CommandContext } from './desk/command.ts';

/** Longest item or decision (characters). */
const WORDS_MAX = 500;
/** How many open items one answer lists, and how much of each (characters): so many fit on every platform. */
const LISTED = 12;
const LINE_MAX = 140;

export const meeting: Command = {
  name: 'meeting',
  summary: (texts) => texts.commands.meeting.summary,
  options: [
    { name: 'do', summary: (texts) => texts.commands.meeting.options.do, required: false, type: 'choice' },
    {
      name: 'text',
      summary: (texts) => texts.commands.meeting.options.text,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const wanted = (context.command.values['do'] ?? 'list').trim().toLowerCase();
    const words = (context.command.values['text'] ?? '').trim();
    switch (wanted) {
      case 'add':
        return add(words, context);
      case 'decide':
        return decide(words, context);
      case '':
      case 'list':
        return list(context);
      default:
        throw new NotPossible((texts) => texts.commands.meeting.notOneOf(wanted.slice(0, 40)));
    }
  },
};

async function add(words: string, context: CommandContext): Promise<Answer> {
  const { command, digests, workspace, policy } = context;
  const about = await caseIn(words, context);
  const aboutCase = about?.case.number ?? null;
  if (words === '') return addForm(aboutCase, context);
  const said = words.replace(new RegExp(`^${policy.prefix}-?\\d{1,9}\\b[\\s:,-]*`, 'i'), '');
  assertWords(said);
  const number = await digests.addItem({
    workspaceId: workspace.id,
    caseNumber: aboutCase,
    text: said,
    by: command.by.userId,
    interaction: command.interactionId,
  });
  const texts = context.texts.commands.meeting;
  const added = isTold(digestsOf(policy, workspace), about) ? texts.addedAndNamed : texts.added;
  return say(added(number, typedAs('meeting', workspace.id)));
}

/**
 * The case that words name, or the card they come from: an item is seen by those who may see its case, and by nobody else.
 * @throws {NotPossible} for several, and for one that may not be seen
 */
async function caseIn(words: string, context: CommandContext): Promise<CaseFile | null> {
  const { policy, command } = context;
  const typed = command.values['case'];
  const numbers = [
    ...(typed === undefined ? [] : [caseNumber(typed, context)]),
    ...namedCases(words, policy.prefix),
  ];
  const [number] = numbers;
  if (number === undefined) return null;
  if (numbers.some((each) => each !== number))
    throw new NotPossible((texts) => texts.commands.meeting.oneCase);
  const values = { ...command.values, case: caseName(policy.prefix, number) };
  return readCase({ ...context, command: { ...command, values } });
}

function addForm(number: number | null, { policy, texts }: CommandContext): Answer {
  const words = texts.commands.meeting;
  const name = number === null ? null : caseName(policy.prefix, number);
  return {
    type: 'form',
    form: {
      title: words.title,
      submit: words.submit,
      fields: [
        {
          type: 'paragraph',
          name: 'text',
          label: name === null ? words.what : words.whatAbout(name),
          hint: words.hint,
          required: true,
          initial: '',
          maxLength: WORDS_MAX,
        },
      ],
      invoke: { command: 'meeting', values: { do: 'add', ...(name !== null && { case: name }) } },
    },
  };
}

async function decide(words: string, context: CommandContext): Promise<Answer> {
  const found = /^#?(\d{1,9})[.:)]?\s+([^]+)$/.exec(words);
  if (!found)
    throw new NotPossible((texts) =>
      texts.commands.meeting.howToDecide(typedAs('meeting decide', context.workspace.id)),
    );
  const [, number = '', decision = ''] = found;
  assertWords(decision);
  const { digests, store, standing, command, workspace, policy } = context;
  const named = await caseIn(decision, context);
  const item = await digests.decide(standing, {
    number: Number(number),
    decision: decision.trim(),
    caseNumber: named?.case.number ?? null,
    interaction: command.interactionId,
  });
  if (!item)
    throw new NotPossible((texts) =>
      texts.commands.meeting.noItem(number, typedAs('meeting', context.workspace.id)),
    );
  const caseId = item.case?.caseId;
  const about = caseId === undefined ? named : await store.read({ workspaceId: workspace.id, caseId });
  const texts = context.texts.commands.meeting;
  const told = isTold(digestsOf(policy, workspace), about) ? ` ${texts.digestSays}` : '';
  return say(...texts.decided<string | Inline>(bold(`${item.number}.`), item.text, decision.trim()), told);
}

async function list(context: CommandContext): Promise<Answer> {
  const { digests, standing, audit, workspace, command, texts } = context;
  const words = texts.commands.meeting;
  const { total, first } = await digests.items(standing, LISTED);
  if (total === 0) return say(words.nothing(typedAs('meeting add', workspace.id)));
  await audit.note({ workspaceId: workspace.id, actorId: command.by.userId, action: 'meeting_listed' });
  return {
    type: 'say',
    blocks: [
      paragraph(bold(words.title)),
      {
        type: 'list',
        ordered: false,
        items: [
          ...first.map((item) => line(item, context)),
          ...(total > first.length ? [[text(words.more(total - first.length))]] : []),
        ],
      },
      paragraph(words.toDecide(typedAs('meeting decide', workspace.id))),
    ],
  };
}

function line(
  { number, text: words, addedBy, addedAt, case: about }: MeetingItem,
  { policy }: CommandContext,
): Inline[] {
  return [
    bold(`${number}. `),
    ...(about ? [caseLink(about, policy), text(' ')] : []),
    text(`${shorten(oneLine(words), LINE_MAX)} · `),
    ...(addedBy === null ? [] : [person(addedBy), text(', ')]),
    time(addedAt),
  ];
}

/** @throws {NotPossible} */
function assertWords(words: string): void {
  if (words.trim() === '') throw new NotPossible((texts) => texts.commands.meeting.noWords);
  if (words.length > WORDS_MAX)
    throw new NotPossible((texts) => texts.commands.meeting.tooLong(words.length, WORDS_MAX));
}
