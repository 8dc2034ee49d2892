import type { Action, Card } from '../../chat/card.ts';
import { bold, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { giftName, kindName } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import { localeOf } from '../../texts/locale.ts';
import { textsFor } from '../cards/view.ts';
import { keptWords } from '../promises-kept.ts';
import { typedAs } from '../typed-as.ts';
import { dayWords } from './chart.ts';
import { isQuiet, type DigestFacts, type MeetingItem } from './facts.ts';
import { caseLink, caseWords, joined, oneLine, section } from './words.ts';

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
  /** Of whoever reads it, where that is one person; else it is in the language of the community. */
  locale?: string | null;
}

/** The same with the texts it is written in. */
type Written = DigestView & { texts: Texts };

/** How much of an item stands in a digest (characters). */
const ITEM_MAX = 140;

/** What the team reads before it meets: only what there is, and one friendly line where there is nothing. */
export function digestCard(shown: DigestView): Card {
  const view = { ...shown, texts: textsFor(shown) };
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

function titleOf({ period, zone, name, isRunning, texts }: Written): string {
  const words = texts.says.digest;
  const called = name ?? words.name;
  const from = dayWords(period.from, zone, texts);
  return isRunning ? words.since(called, from) : words.from(called, from, dayWords(period.to, zone, texts));
}

function whatFor({ isRunning, texts: { says } }: Written): string {
  return isRunning ? says.digest.runningFooter : says.digest.footer;
}

function quietWords({ isRunning, texts: { says } }: Written): Block {
  return paragraph(isRunning ? says.digest.quietSoFar : says.digest.quietTime);
}

function summaryOf({ facts, texts: { says } }: Written): string {
  const opened = facts.opened.reduce((sum, { now }) => sum + now, 0);
  return isQuiet(facts)
    ? says.digest.quiet
    : says.digest.summary(opened, facts.overdue.total, facts.items.total);
}

function sectionsOf(view: Written): Block[][] {
  const { facts, texts } = view;
  const words = texts.says.digest;
  const decided = (item: MeetingItem) =>
    itemWords(item, view, ` → ${shorten(oneLine(item.decision ?? ''), ITEM_MAX)}`);
  return [
    openedBlocks(view),
    section(words.overdue, facts.overdue, (each) => overdueWords(each, view), texts),
    promisedBlocks(view),
    section(words.cameBack, facts.repeated, (each) => repeatedWords(each, view), texts),
    section(words.unsatisfied, facts.unsatisfied, (each) => unsatisfiedWords(each, view), texts),
    section(words.praise, facts.praise, (each) => caseWords(each, view), texts),
    itemBlocks(view),
    section(words.decided, facts.decided, decided, texts),
    thanksBlocks(view),
  ];
}

function overdueWords(each: DigestFacts['overdue']['first'][number], view: Written): Inline[] {
  const { late } = view.texts.says.digest;
  const named = each.clock in late ? (each.clock as keyof typeof late) : 'other';
  return [...caseWords(each, view), text(` · ${late[named](ago(each.deadline, view))}`)];
}

function repeatedWords(
  { topic, cases }: DigestFacts['repeated']['first'][number],
  { policy, texts: { says } }: Written,
): Inline[] {
  return [
    ...(topic === null
      ? [text(says.digest.oneMember)]
      : [bold(shorten(oneLine(topic), ITEM_MAX)), text(': ')]),
    ...joined(cases.slice(0, 5).map((each) => [caseLink(each, policy)])),
    ...(cases.length > 5 ? [text(` ${says.digest.more(cases.length - 5)}`)] : []),
  ];
}

function unsatisfiedWords(each: DigestFacts['unsatisfied']['first'][number], written: Written): Inline[] {
  const { rating, answer } = each;
  const { says } = written.texts;
  return [
    ...caseWords(each, written),
    ...(rating === null ? [] : [text(` · ${says.digest.rated(rating)}`)]),
    ...(rating === null && answer === 'not_yet' ? [text(` · ${says.digest.saysNotSolved}`)] : []),
  ];
}

function openedBlocks({ facts, policy, workspace, texts }: Written): Block[] {
  const words = texts.says.digest;
  const now = facts.opened.reduce((sum, each) => sum + each.now, 0);
  const before = facts.opened.reduce((sum, each) => sum + each.before, 0);
  const kinds = facts.opened
    .filter((each) => each.now > 0)
    .slice(0, 6)
    .map(
      (each) =>
        `${kindName(policy, { kind: each.kind, workspaceId: workspace.id }, texts.common.code)} ${each.now}`,
    );
  const { count, mean } = facts.ratings;
  const rated = mean === null ? '' : words.satisfaction(toTheTenth(mean, texts), count);
  const rest = words.comparedAndKinds(compared(now, before, texts), kinds.join(', '));
  return [paragraph(bold(words.newCases(now)), text(rest), ...(rated === '' ? [] : [text(rated)]))];
}

function toTheTenth(mean: number, { common }: Texts): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(localeOf(common.code), digits).format(mean);
}

function compared(now: number, before: number, { says }: Texts): string {
  if (now === before) return says.digest.sameAsBefore;
  return now > before ? says.digest.moreThanBefore(now - before) : says.digest.fewerThanBefore(before - now);
}

function promisedBlocks(written: Written): Block[] {
  const { facts, zone, texts } = written;
  const words = texts.says.digest;
  const { kept, broken } = facts.promises;
  const line = (each: DigestFacts['promised']['first'][number]) => [
    ...caseWords(each, written),
    text(` · ${words.promisedBy(dayWords(each.deadline, zone, texts))}`),
  ];
  const due = section(words.promised, facts.promised, line, texts);
  return kept + broken === 0 ? due : [...due, paragraph(words.promises(keptWords(facts.promises, texts)))];
}

function itemBlocks(view: Written): Block[] {
  const { facts, period, zone, workspace, isForStaff, texts } = view;
  const words = texts.says.digest;
  const since = ({ addedAt }: MeetingItem) =>
    addedAt < period.from ? ` · ${words.carriedOver(dayWords(addedAt, zone, texts))}` : '';
  const blocks = section(words.items, facts.items, (item) => itemWords(item, view, since(item)), texts);
  return facts.items.total === 0
    ? []
    : [
        ...blocks,
        paragraph(
          isForStaff ? words.toDecide(typedAs('meeting decide', workspace.id)) : '',
          words.comesAgain,
        ),
      ];
}

function itemWords(item: MeetingItem, view: Written, after: string): Inline[] {
  const about = item.case ? [caseLink(item.case, view.policy), text(' ')] : [];
  return [
    bold(`${item.number}.`),
    text(' '),
    ...about,
    text(`${shorten(oneLine(item.text), ITEM_MAX)}${after}`),
  ];
}

function thanksBlocks({ facts, policy, workspace, texts: { says, common } }: Written): Block[] {
  const words = says.digest;
  const { gifts, helpers } = facts;
  const value = gifts.reduce((sum, each) => sum + each.value, 0);
  const names = gifts
    .map(({ gift, count }) => `${count} × ${giftName(policy, workspace, gift, common.code)}`)
    .join(', ');
  const { budget } = policy.giftLimits;
  const limit = budget === null ? '' : words.budget(budget, typedAs('gifts', workspace.id));
  return [
    ...(gifts.length === 0
      ? []
      : [paragraph(bold(words.gifts), text(`${words.giftsGiven(names, value)}${limit}`))]),
    ...(helpers.length === 0
      ? []
      : [
          paragraph(
            bold(words.thanks),
            text(words.toHelpers),
            ...joined(helpers.map(({ userId, cases }) => [person(userId), text(` (${cases})`)])),
          ),
        ]),
  ];
}

function ago(at: Date, { asOf, texts: { says, common } }: Written): string {
  const hours = Math.floor((asOf.getTime() - at.getTime()) / 3_600_000);
  if (hours < 1) return says.digest.justNow;
  const since = new Intl.RelativeTimeFormat(localeOf(common.code));
  return hours < 48 ? since.format(-hours, 'hour') : since.format(-Math.floor(hours / 24), 'day');
}
