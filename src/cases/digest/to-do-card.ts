import { SECTIONS_MAX, type Button, type Card, type Section } from '../../chat/card.ts';
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

/** What waits for one person this morning, a case each with its buttons. */
export function toDoCard(
  { total, first }: ToDo,
  { workspace, policy }: { workspace: WorkspacePolicy; policy: Policy },
): Card {
  const rest = first.slice(SECTIONS_MAX);
  const title =
    total === 0
      ? 'Nothing is left for today'
      : total === 1
        ? 'One case for today'
        : `${total} cases for today`;
  return {
    title,
    tone: total === 0 ? 'done' : 'neutral',
    summary: `${title} in ${workspace.name}`,
    body: [
      paragraph(
        total === 0
          ? 'What was due is done. Have a good day.'
          : `Good morning. This waits for you in ${workspace.name}:`,
      ),
      ...moreOf(rest, total, policy),
    ],
    facts: [],
    sections: first.slice(0, SECTIONS_MAX).map((each) => sectionOf(each, workspace, policy)),
    footer: [text(`Your list of the day. To stop it: ${typedAs('to-do off', workspace.id)}`)],
    actions: [],
  };
}

function moreOf(rest: readonly ToDoCase[], total: number, policy: Policy): Block[] {
  if (rest.length === 0) return [];
  const left = total - SECTIONS_MAX - rest.length;
  return [
    paragraph(bold('After these')),
    {
      type: 'list',
      ordered: false,
      items: [
        ...rest.map((each) => [
          bold(caseName(policy.prefix, each.number)),
          text(' '),
          ...wordsOf(each, policy),
        ]),
        ...(left > 0 ? [[text(`and ${left} more: /feedback mine`)]] : []),
      ],
    },
  ];
}

function sectionOf(each: ToDoCase, workspace: WorkspacePolicy, policy: Policy): Section {
  const name = caseName(policy.prefix, each.number);
  const button = (label: string, command: string): Button => ({
    type: 'button',
    label,
    style: 'plain',
    // A direct message belongs to no community, so the button says which one it is about.
    invoke: { command, values: { case: name, in: workspace.id } },
  });
  return {
    name,
    text: wordsOf(each, policy),
    actions: [
      button('Open', 'show'),
      button('Done', 'done'),
      button('Snooze', 'snooze'),
      button('Hand over', 'assign'),
    ],
  };
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
