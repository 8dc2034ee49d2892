import { SECTIONS_MAX, type Action, type Button, type Card, type Section } from '../../chat/card.ts';
import { bold, link, paragraph, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { caseName, type ClockKind } from '../case.ts';
import { typedAs } from '../typed-as.ts';
import type { ToDo, ToDoCase } from './to-do.ts';

const DUE: Record<ClockKind, string> = {
  first_response: 'first answer due',
  next_response: 'answer due',
  update_due: 'word to the member due',
  department_answer: 'ask the department again',
  resolution: 'should be solved',
  silence: 'the member has said nothing',
  wake: 'comes back',
  community: 'the community has had its time',
};

/** What waits for one person this morning: their own cases, the first with buttons each, and those nobody has taken on. */
export function toDoCard(
  { total, first, untaken }: ToDo,
  { workspace, policy }: { workspace: WorkspacePolicy; policy: Policy },
): Card {
  const toLookAt = untaken.first;
  // Each case with buttons takes a row of them, and so does the menu that opens the others.
  const withButtons = first.length <= SECTIONS_MAX && toLookAt.length === 0 ? SECTIONS_MAX : SECTIONS_MAX - 1;
  const rest = first.slice(withButtons);
  const count = total + untaken.total;
  const title =
    count === 0
      ? 'Nothing is left for today'
      : count === 1
        ? 'One case for today'
        : `${count} cases for today`;
  const others = [
    ...part('Not taken yet, and yours to look at', toLookAt, untaken.total, policy),
    ...part('Yours, after those below', rest, total - withButtons, policy),
  ];
  return {
    title,
    tone: count === 0 ? 'done' : 'neutral',
    summary: `${title} in ${workspace.name}`,
    body: [
      paragraph(
        count === 0
          ? 'What was due is done. Have a good day.'
          : `Good morning. This waits for you in ${workspace.name}:`,
      ),
      ...others,
      ...(others.length > 0 && first.length > 0 ? [paragraph(bold('Yours'))] : []),
    ],
    facts: [],
    sections: first.slice(0, withButtons).map((each) => sectionOf(each, workspace, policy)),
    footer: [text(`Your list of the day. To stop it: ${typedAs('to-do off', workspace.id)}`)],
    actions: othersOf([...toLookAt, ...rest], workspace, policy),
  };
}

/** Cases in a line each, and how many there are besides. */
function part(title: string, shown: readonly ToDoCase[], total: number, policy: Policy): Block[] {
  if (shown.length === 0) return [];
  const left = total - shown.length;
  return [
    paragraph(bold(title)),
    {
      type: 'list',
      ordered: false,
      items: [
        ...shown.map((each) => [
          bold(caseName(policy.prefix, each.number)),
          text(' '),
          ...inShort(each, policy),
        ]),
        ...(left > 0 ? [[text(`and ${left} more: /feedback mine`)]] : []),
      ],
    },
  ];
}

/** Opens the cases that have no buttons of their own. */
function othersOf(cases: readonly ToDoCase[], workspace: WorkspacePolicy, policy: Policy): Action[] {
  if (cases.length === 0) return [];
  const choices = cases.map((each) => {
    const name = caseName(policy.prefix, each.number);
    return { value: name, label: `${name} · ${kindOf(policy, each.kind).name}` };
  });
  const invoke = { command: 'show', values: { in: workspace.id } };
  return [{ type: 'select', placeholder: 'Open another …', option: 'case', choices, invoke }];
}

function sectionOf(each: ToDoCase, workspace: WorkspacePolicy, policy: Policy): Section {
  const name = caseName(policy.prefix, each.number);
  return {
    name,
    text: wordsOf(each, policy),
    actions: [
      button('Open', 'show', name, workspace),
      button('Done', 'done', name, workspace),
      button('Snooze', 'snooze', name, workspace),
      button('Hand over', 'assign', name, workspace),
    ],
  };
}

/** A direct message belongs to no community, so the button says which one it is about. */
function button(label: string, command: string, name: string, workspace: WorkspacePolicy): Button {
  return {
    type: 'button',
    label,
    style: 'plain',
    invoke: { command, values: { case: name, in: workspace.id } },
  };
}

/** Its first reason alone: of many lines the last ones would not be shown. */
function inShort(each: ToDoCase, policy: Policy): Inline[] {
  const isDue = each.clock !== null;
  return wordsOf(
    {
      ...each,
      isWaiting: each.isWaiting && !isDue,
      hasDraft: each.hasDraft && !isDue && !each.isWaiting,
      permalink: null,
    },
    policy,
  );
}

function wordsOf(
  { kind, clock, deadline, isWaiting, hasDraft, permalink }: ToDoCase,
  policy: Policy,
): Inline[] {
  return [
    text(kindOf(policy, kind).name),
    ...(clock && deadline ? [text(` · ${DUE[clock]} `), time(deadline)] : []),
    ...(isWaiting && clock !== 'first_response' && clock !== 'next_response'
      ? [text(' · the member waits for an answer')]
      : []),
    ...(hasDraft ? [text(' · an answer is written and waits for its click')] : []),
    ...(permalink ? [text(' · '), link('message', permalink)] : []),
  ];
}
