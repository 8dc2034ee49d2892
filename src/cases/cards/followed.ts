import { SECTIONS_MAX, type Button, type Card, type Section } from '../../chat/card.ts';
import { paragraph, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { departmentName, kindName } from '../../policy/lookup.ts';
import type { Texts } from '../../texts/index.ts';
import type { HistoryRow } from '../case.ts';
import type { FollowedCase } from '../followed-cases.ts';
import { stateWords } from '../states.ts';
import { withdrawnCard } from './restricted.ts';
import { nameOf, type View } from './view.ts';

/** So many steps of one case are told, the latest ones; and of one that stands in the list below. */
const STEPS_MAX = 6;
const LISTED_STEPS_MAX = 3;
/** So many cases are named in its title. */
const FEW = 5;
/** So many cases are named besides. */
const LISTED_MAX = 20;

/**
 * What happened to the cases somebody follows, in one message: what was done, and nobody's words.
 * @param lost how many are not for them any more: no more is said of those
 */
export function followedCard(cases: readonly FollowedCase[], lost: number, texts: Texts): Card {
  if (cases.length === 0 && lost === 0) return withdrawnCard(texts);
  const { followed: words } = texts.cards.told;
  const names = cases.map(({ view }) => nameOf(view));
  const few = names.slice(0, FEW).join(', ');
  const summary = cases.length === 0 ? words.title : words.news(few);
  const more = cases.slice(SECTIONS_MAX);
  return {
    title: cases.length > FEW ? words.newsAndMore(few, cases.length - FEW) : summary,
    tone: 'neutral',
    summary,
    body: [
      ...(lost > 0 ? [paragraph(words.lost(lost))] : []),
      ...(more.length > 0 ? [listOf(more, texts)] : []),
    ],
    facts: [],
    sections: cases.slice(0, SECTIONS_MAX).map((each) => sectionOf(each, texts)),
    footer: [],
    actions: [],
  };
}

function sectionOf({ view, steps }: FollowedCase, texts: Texts): Section {
  const { buttons, told } = texts.cards;
  const left = steps.length - STEPS_MAX;
  const lines = [
    [text(headOf(view, texts))],
    ...(left > 0 ? [[text(told.followed.earlier(left))]] : []),
    ...steps
      .slice(-STEPS_MAX)
      .map((step): Inline[] => [time(step.at), text(` ${stepWords(step, view, texts)}`)]),
  ];
  return {
    name: nameOf(view),
    text: lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' }, ...line])),
    actions: [button(buttons.open, 'show', view), button(buttons.unfollow, 'unfollow', view)],
  };
}

/** Those for which there are no buttons left. */
function listOf(cases: readonly FollowedCase[], texts: Texts): Block {
  const left = cases.length - LISTED_MAX;
  const items = cases.slice(0, LISTED_MAX).map(({ view, steps }): Inline[] => {
    const latest = steps.slice(-LISTED_STEPS_MAX).map((step) => stepWords(step, view, texts));
    return [text(`${nameOf(view)} · ${headOf(view, texts)} · ${latest.join(', ')}`)];
  });
  return {
    type: 'list',
    ordered: false,
    items: left > 0 ? [...items, [text(texts.cards.facts.more(left))]] : items,
  };
}

function headOf({ file, policy }: View, texts: Texts): string {
  return `${kindName(policy, file.case, texts.common.code)} · ${stateWords(file.case.state, texts)} · L${file.case.level}`;
}

/** `routed → QA, L2`: the action and words of the policy, nobody's name and nobody's words. */
function stepWords({ action, detail }: HistoryRow, { workspace }: View, texts: Texts): string {
  const told: Readonly<Record<string, string>> = texts.history;
  // What a later version has written has no words here.
  const done = Object.hasOwn(told, action) ? told[action] : action.replaceAll('_', ' ');
  const department = detail?.['department'];
  const to = department === undefined ? '' : ` → ${departmentName(workspace, department, texts.common.code)}`;
  const level = detail?.['level'] === undefined ? '' : `, ${detail['level']}`;
  return `${done}${to}${level}`;
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
