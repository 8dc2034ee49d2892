import type { Action, Card } from '../../chat/card.ts';
import { bold, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { giftName, kindOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { ClockKind } from '../case.ts';
import { keptWords } from '../promises-kept.ts';
import { typedAs } from '../typed-as.ts';
import { dayWords } from './chart.ts';
import { isQuiet, type DigestFacts, type MeetingItem } from './facts.ts';
import { caseLink, caseWords, counted, joined, oneLine, section } from './words.ts';

/** What a digest is drawn from. */
export interface DigestView {
  facts: DigestFacts;
  period: { from: Date; to: Date };
  /** It is not over yet. */
  isRunning: boolean;
  /** When it told of how things stand. */
  asOf: Date;
  /** What people call it, if anything. */
  name: string | null;
  zone: string;
  workspace: WorkspacePolicy;
  policy: Policy;
  /** Whoever reads it may use the commands of staff; a department may not. */
  isForStaff: boolean;
  actions: Action[];
}

/** How much of an item stands in a digest (characters). */
const ITEM_MAX = 140;

const LATE: Partial<Record<ClockKind, string>> = {
  first_response: 'first answer',
  next_response: 'answer',
  update_due: 'word to the member',
  department_answer: 'answer of the department',
  resolution: 'solution',
};

/** What the team reads before it meets: only what there is, and one friendly line where there is nothing. */
export function digestCard(view: DigestView): Card {
  const title = titleOf(view);
  const body = isQuiet(view.facts) ? [quietWords(view)] : sectionsOf(view).flat();
  return {
    title,
    tone: 'neutral',
    summary: `${title}: ${summaryOf(view)}`,
    body,
    facts: [],
    footer: [text(whatFor(view))],
    actions: view.actions,
  };
}

function titleOf({ period, zone, name, isRunning }: DigestView): string {
  const from = dayWords(period.from, zone);
  const span = isRunning ? `since ${from}` : `${from} to ${dayWords(period.to, zone)}`;
  return `${name ?? 'Digest'} · ${span}`;
}

function whatFor({ isRunning }: DigestView): string {
  return isRunning
    ? 'As it stands now, with what you may see.'
    : 'Cases that not everybody here may see are left out.';
}

function quietWords({ isRunning }: DigestView): Block {
  return paragraph(
    isRunning
      ? 'All quiet so far: nothing new, nothing overdue, nothing left to decide.'
      : '🌿 A quiet time: nothing new came in, nothing is overdue, and nothing is left to decide. Enjoy the meeting, or skip it.',
  );
}

function summaryOf({ facts }: DigestView): string {
  const opened = facts.opened.reduce((sum, { now }) => sum + now, 0);
  return isQuiet(facts)
    ? 'a quiet time'
    : `${opened} new, ${facts.overdue.total} overdue, ${facts.items.total} for the meeting`;
}

function sectionsOf(view: DigestView): Block[][] {
  const { facts } = view;
  return [
    openedBlocks(view),
    section('Overdue', facts.overdue, (each) => [
      ...caseWords(each, view.policy),
      text(` · ${LATE[each.clock] ?? 'due'} was due ${ago(each.deadline, view)}`),
    ]),
    promisedBlocks(view),
    section('Came back', facts.repeated, ({ topic, cases }) => [
      ...(topic === null ? [text('One member: ')] : [bold(shorten(oneLine(topic), ITEM_MAX)), text(': ')]),
      ...joined(cases.slice(0, 5).map((each) => [caseLink(each, view.policy)])),
      ...(cases.length > 5 ? [text(` and ${cases.length - 5} more`)] : []),
    ]),
    section('Not satisfied', facts.unsatisfied, (each) => [
      ...caseWords(each, view.policy),
      ...(each.rating === null ? [] : [text(` · rated ${each.rating} of 5`)]),
      ...(each.rating === null && each.answer === 'not_yet' ? [text(' · says it is not solved')] : []),
    ]),
    section('Praise 💛', facts.praise, (each) => caseWords(each, view.policy)),
    itemBlocks(view),
    section('Decided', facts.decided, (item) =>
      itemWords(item, view, ` → ${shorten(oneLine(item.decision ?? ''), ITEM_MAX)}`),
    ),
    thanksBlocks(view),
  ];
}

function openedBlocks({ facts, policy }: DigestView): Block[] {
  const now = facts.opened.reduce((sum, each) => sum + each.now, 0);
  const before = facts.opened.reduce((sum, each) => sum + each.before, 0);
  const kinds = facts.opened
    .filter((each) => each.now > 0)
    .slice(0, 6)
    .map((each) => `${kindOf(policy, each.kind).name} ${each.now}`);
  const { count, mean } = facts.ratings;
  const rated =
    mean === null ? [] : [text(` Satisfaction ${mean.toFixed(1)} of 5, from ${counted(count, 'rating')}.`)];
  return [
    paragraph(
      bold(counted(now, 'new case')),
      text(` (${compared(now, before)})${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}.`),
      ...rated,
    ),
  ];
}

function compared(now: number, before: number): string {
  if (now === before) return 'as many as the time before';
  return now > before
    ? `${now - before} more than the time before`
    : `${before - now} fewer than the time before`;
}

function promisedBlocks(view: DigestView): Block[] {
  const { facts, zone } = view;
  const { kept, broken } = facts.promises;
  const due = section('Promised until next time', facts.promised, (each) => [
    ...caseWords(each, view.policy),
    text(` · by ${dayWords(each.deadline, zone)}`),
  ]);
  return kept + broken === 0
    ? due
    : [...due, paragraph(`Promises to members: ${keptWords(facts.promises)}.`)];
}

function itemBlocks(view: DigestView): Block[] {
  const { facts, period, zone, workspace, isForStaff } = view;
  const blocks = section('For the meeting', facts.items, (item) =>
    itemWords(
      item,
      view,
      item.addedAt < period.from ? ` · carried over since ${dayWords(item.addedAt, zone)}` : '',
    ),
  );
  return facts.items.total === 0
    ? []
    : [
        ...blocks,
        paragraph(
          isForStaff ? `Decided? ${typedAs('meeting decide', workspace.id)} and the number. ` : '',
          'What is not decided comes again.',
        ),
      ];
}

function itemWords(item: MeetingItem, view: DigestView, after: string): Inline[] {
  const about = item.case ? [caseLink(item.case, view.policy), text(' ')] : [];
  return [
    bold(`${item.number}.`),
    text(' '),
    ...about,
    text(`${shorten(oneLine(item.text), ITEM_MAX)}${after}`),
  ];
}

function thanksBlocks({ facts, policy, workspace }: DigestView): Block[] {
  const { gifts, helpers } = facts;
  const language = workspace.language ?? policy.language;
  const value = gifts.reduce((sum, each) => sum + each.value, 0);
  const names = gifts.map(({ gift, count }) => `${count} × ${giftName(policy, gift, language)}`).join(', ');
  const { budget } = policy.giftLimits;
  const limit =
    budget === null
      ? ''
      : ` The budget is ${budget} a month; ${typedAs('gifts', workspace.id)} shows what is left.`;
  return [
    ...(gifts.length === 0
      ? []
      : [paragraph(bold('Gifts'), text(` ${names}${value > 0 ? `, value ${value}` : ''}.${limit}`))]),
    ...(helpers.length === 0
      ? []
      : [
          paragraph(
            bold('Thank you'),
            text(' to those of the community who solved cases: '),
            ...joined(helpers.map(({ userId, cases }) => [person(userId), text(` (${cases})`)])),
          ),
        ]),
  ];
}

function ago(at: Date, { asOf }: DigestView): string {
  const hours = Math.floor((asOf.getTime() - at.getTime()) / 3_600_000);
  if (hours < 1) return 'just now';
  return hours < 48 ? `${counted(hours, 'hour')} ago` : `${Math.floor(hours / 24)} days ago`;
}
