import type { Action, Button, Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time, type Block } from '../../chat/rich.ts';
import type { DepartmentStep } from '../department.ts';
import { isOpen, stateWords } from '../states.ts';
import { stateOf } from './department-facts.ts';
import { issueButton, issueFacts } from './issue-facts.ts';
import { helpFact, praiseBlocks } from './passed-on.ts';
import { soFar } from './so-far.ts';
import { topicFact } from './topic-fact.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf } from './view.ts';
import { earlierFact, recommendationFact } from './work-facts.ts';

/**
 * The case in a department's private channel: what the member said, what is asked, how it stands, and what the department can say.
 * @param by `mail`: nothing can be pressed or written below it
 */
export function escalationCard(
  view: View,
  department: string,
  cc: boolean,
  by: 'channel' | 'mail' = 'channel',
): Card {
  const { file, workspace } = view;
  const { case: found } = file;
  const to = workspace.departments[department]?.name ?? department;
  const title = `${nameOf(view)} · ${kindName(view)} for ${to}${cc ? ' (copy)' : ''} · ${stateWords(found.state)}`;
  return {
    title,
    tone: toneOf(view),
    summary: `${title}: from ${found.member.name}`,
    body: [
      quoteOf(view),
      ...question(view, department),
      ...praiseBlocks(view, department),
      ...soFar(view),
      ...(by === 'mail'
        ? []
        : [
            paragraph(
              'What is written below this card is kept as a note. It stays inside: the member only ever sees replies the handler sends.',
            ),
          ]),
    ],
    facts: facts(view, department, by),
    footer: [text('recorded '), time(found.openedAt)],
    actions: cc
      ? []
      : isOpen(found)
        ? openActions(view, department)
        : [button('Note', 'note', { case: nameOf(view) })],
  };
}

/** What it is asked, where whoever brought it there said so. */
function question({ file }: View, department: string): Block[] {
  const asked = file.departmentWork.find((work) => work.department === department)?.question;
  return asked ? [paragraph({ type: 'bold', children: [text('Question: ')] }, asked)] : [];
}

function facts(view: View, department: string, by: 'channel' | 'mail'): Fact[] {
  const { case: found, fileCount, departmentWork, clocks } = view.file;
  const work = departmentWork.find((each) => each.department === department);
  const due = clocks.find(({ kind, subject }) => kind === 'department_answer' && subject === department);
  const evidence =
    fileCount > 0
      ? `${fileCount} file${fileCount === 1 ? '' : 's'}, ${by === 'mail' ? 'with this mail' : 'in the thread of this card'}`
      : 'the message itself';
  return [
    ...(work ? [{ label: 'Department', value: stateOf(work) }] : []),
    ...(due ? [{ label: 'Answer by', value: [time(due.deadline)] }] : []),
    { label: 'Member', value: [text(found.member.name)] },
    ...earlierFact(view),
    { label: 'Where', value: whereOf(view) },
    { label: 'Severity', value: [text(found.severity)] },
    { label: 'Handler', value: handlerOf(view) },
    { label: 'Evidence', value: [text(evidence)] },
    ...topicFact(view),
    ...issueFacts(view),
    ...recommendationFact(view),
    ...helpFact(view),
  ];
}

/** What the department does next stands in front; the rest is one menu. */
function openActions(view: View, department: string): Action[] {
  const name = nameOf(view);
  const step = (label: string, wish: DepartmentStep): Button =>
    button(label, 'department', { case: name, do: wish, department });
  const work = view.file.departmentWork.find((each) => each.department === department);
  const answer = step('Answer for the member', 'answer');
  return [
    ...(work?.state === 'taken' ? [] : [{ ...step('Take', 'take'), style: 'primary' as const }]),
    work?.state === 'taken' ? { ...answer, style: 'primary' } : answer,
    step('Ask for more', 'ask'),
    {
      type: 'menu',
      label: 'More …',
      choices: [
        step('Fixed', 'fixed'),
        step('Handled elsewhere', 'elsewhere'),
        step('Decline', 'decline'),
        button('Note', 'note', { case: name }),
        ...issueButton(view),
      ],
    },
  ];
}

function button(label: string, command: string, values: Record<string, string>): Button {
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
