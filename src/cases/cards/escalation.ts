import type { Action, Button, Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time, type Block } from '../../chat/rich.ts';
import { departmentName } from '../../policy/lookup.ts';
import type { DepartmentStep } from '../department.ts';
import { isOpen, stateWords } from '../states.ts';
import { stateOf } from './department-facts.ts';
import { issueButton, issueFacts } from './issue-facts.ts';
import { helpFact, praiseBlocks } from './passed-on.ts';
import { soFar } from './so-far.ts';
import { topicFact } from './topic-fact.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf, textsFor } from './view.ts';
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
  const texts = textsFor(view);
  const to = departmentName(workspace, department, texts.common.code);
  const { facts: words, told } = texts.cards;
  const entitled = cc ? told.copyForDepartment : told.forDepartment;
  const title = entitled(nameOf(view), kindName(view), to, stateWords(found.state, texts));
  return {
    title,
    tone: toneOf(view),
    summary: words.from(title, found.member.name),
    body: [
      quoteOf(view),
      ...question(view, department),
      ...praiseBlocks(view, department),
      ...soFar(view),
      ...(by === 'mail' ? [] : [paragraph(told.keptAsNote)]),
    ],
    facts: facts(view, department, by),
    footer: [text(words.recorded), time(found.openedAt)],
    actions: cc
      ? []
      : isOpen(found)
        ? openActions(view, department)
        : [button(texts.cards.buttons.note, 'note', { case: nameOf(view) })],
  };
}

/** What it is asked, where whoever brought it there said so. */
function question(view: View, department: string): Block[] {
  const { facts: words } = textsFor(view).cards;
  const asked = view.file.departmentWork.find((work) => work.department === department)?.question;
  return asked ? [paragraph({ type: 'bold', children: [text(words.question)] }, asked)] : [];
}

function facts(view: View, department: string, by: 'channel' | 'mail'): Fact[] {
  const { case: found, fileCount, departmentWork, clocks } = view.file;
  const work = departmentWork.find((each) => each.department === department);
  const due = clocks.find(({ kind, subject }) => kind === 'department_answer' && subject === department);
  const texts = textsFor(view);
  const { facts: words } = texts.cards;
  const files = by === 'mail' ? words.filesWithMail : words.filesInThread;
  const alone = found.origin === null ? words.theMessage : words.theWords;
  const evidence = fileCount > 0 ? files(fileCount) : alone;
  return [
    ...(work ? [{ label: words.department, value: stateOf(work, texts) }] : []),
    ...(due ? [{ label: words.answerBy, value: [time(due.deadline)] }] : []),
    { label: words.member, value: [text(found.member.name)] },
    ...earlierFact(view),
    { label: words.where, value: whereOf(view) },
    { label: words.severity, value: [text(texts.dashboard.severities[found.severity])] },
    { label: words.handler, value: handlerOf(view) },
    { label: words.evidence, value: [text(evidence)] },
    ...topicFact(view),
    ...issueFacts(view),
    ...recommendationFact(view),
    ...helpFact(view),
  ];
}

/** What the department does next stands in front; the rest is one menu. */
function openActions(view: View, department: string): Action[] {
  const name = nameOf(view);
  const { buttons } = textsFor(view).cards;
  const step = (label: string, wish: DepartmentStep): Button =>
    button(label, 'department', { case: name, do: wish, department });
  const work = view.file.departmentWork.find((each) => each.department === department);
  const answer = step(buttons.answerForMember, 'answer');
  return [
    ...(work?.state === 'taken' ? [] : [{ ...step(buttons.take, 'take'), style: 'primary' as const }]),
    work?.state === 'taken' ? { ...answer, style: 'primary' } : answer,
    step(buttons.askForMore, 'ask'),
    {
      type: 'menu',
      label: buttons.more,
      choices: [
        step(buttons.fixed, 'fixed'),
        step(buttons.handledElsewhere, 'elsewhere'),
        step(buttons.decline, 'decline'),
        button(buttons.note, 'note', { case: name }),
        ...issueButton(view),
      ],
    },
  ];
}

function button(label: string, command: string, values: Record<string, string>): Button {
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
