import { SECTIONS_MAX, type Button, type Card, type Section } from '../../chat/card.ts';
import { paragraph, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { departmentOf, kindOf } from '../../policy/lookup.ts';
import type { HistoryRow } from '../case.ts';
import type { FollowedCase } from '../followed-cases.ts';
import { stateWords } from '../states.ts';
import { withdrawnCard } from './restricted.ts';
import { nameOf, type View } from './view.ts';

/** So many steps of one case are told, the latest ones; and of one that stands in the list below. */
const STEPS_MAX = 6;
const LISTED_STEPS_MAX = 3;
/** So many cases are named besides. */
const LISTED_MAX = 20;

/**
 * What happened to the cases somebody follows, in one message: what was done, and nobody's words.
 * @param lost how many are not for them any more: no more is said of those
 */
export function followedCard(cases: readonly FollowedCase[], lost: number): Card {
  if (cases.length === 0 && lost === 0) return withdrawnCard();
  const names = cases.map(({ view }) => nameOf(view));
  const title = cases.length === 0 ? 'Cases you follow' : `News of ${names.slice(0, 5).join(', ')}`;
  const more = cases.slice(SECTIONS_MAX);
  return {
    title: cases.length > 5 ? `${title} and ${cases.length - 5} more` : title,
    tone: 'neutral',
    summary: title,
    body: [...lostWords(lost), ...(more.length > 0 ? [listOf(more)] : [])],
    facts: [],
    sections: cases.slice(0, SECTIONS_MAX).map(sectionOf),
    footer: [],
    actions: [],
  };
}

function lostWords(lost: number): Block[] {
  if (lost === 0) return [];
  return [
    paragraph(
      lost === 1
        ? 'A case that you followed is not for you any more, so you do not follow it now.'
        : `${lost} cases that you followed are not for you any more, so you do not follow them now.`,
    ),
  ];
}

function sectionOf({ view, steps }: FollowedCase): Section {
  const left = steps.length - STEPS_MAX;
  const lines = [
    [text(headOf(view))],
    ...(left > 0 ? [[text(`${left} earlier`)]] : []),
    ...steps.slice(-STEPS_MAX).map((step): Inline[] => [time(step.at), text(` ${stepWords(step, view)}`)]),
  ];
  return {
    name: nameOf(view),
    text: lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' }, ...line])),
    actions: [button('Open', 'show', view), button('Unfollow', 'unfollow', view)],
  };
}

/** Those for which there are no buttons left. */
function listOf(cases: readonly FollowedCase[]): Block {
  const left = cases.length - LISTED_MAX;
  const items = cases.slice(0, LISTED_MAX).map(({ view, steps }): Inline[] => {
    const latest = steps.slice(-LISTED_STEPS_MAX).map((step) => stepWords(step, view));
    return [text(`${nameOf(view)} · ${headOf(view)} · ${latest.join(', ')}`)];
  });
  return {
    type: 'list',
    ordered: false,
    items: left > 0 ? [...items, [text(`and ${left} more`)]] : items,
  };
}

function headOf({ file, policy }: View): string {
  return `${kindOf(policy, file.case.kind).name} · ${stateWords(file.case.state)} · L${file.case.level}`;
}

/** `routed → QA, L2`: the action and words of the policy, nobody's name and nobody's words. */
function stepWords({ action, detail }: HistoryRow, { workspace }: View): string {
  const department = detail?.['department'];
  const to = department === undefined ? '' : ` → ${departmentOf(workspace, department)?.name ?? department}`;
  const level = detail?.['level'] === undefined ? '' : `, ${detail['level']}`;
  return `${action.replaceAll('_', ' ')}${to}${level}`;
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
