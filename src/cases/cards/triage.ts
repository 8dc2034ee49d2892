import type { Action, Card, Choice, Fact } from '../../chat/card.ts';
import { person, text, time, type Inline } from '../../chat/rich.ts';
import { kindOf } from '../../policy/lookup.ts';
import { SEVERITIES } from '../../policy/schema.ts';
import type { Reply } from '../case.ts';
import { nextClock } from '../clocks.ts';
import { draftFor, isToMember } from '../reply.ts';
import { silenceEnds } from '../silence.ts';
import { isOpen, stateWords } from '../states.ts';
import { nextWords } from './clock-words.ts';
import { draftPreview, languageSelect, type Writing } from './draft.ts';
import { giftFacts } from './gift-fact.ts';
import { issueFacts } from './issue-facts.ts';
import { departmentFacts } from './department-facts.ts';
import { ccFact, levelFact } from './level-fact.ts';
import { languageFact } from './language-words.ts';
import { helpFact, praiseFacts } from './passed-on.ts';
import { closingFact } from './closing-fact.ts';
import { stepButton, stepsOf } from './steps.ts';
import { topicFact } from './topic-fact.ts';
import { checklistBlocks, earlierFact, recommendationFact } from './work-facts.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf } from './view.ts';

/** The case in the private moderator channel: all one needs to decide, and everything one can do. */
export function triageCard(view: View, writing: Writing): Card {
  const { file } = view;
  const draft = draftFor(file);
  const title = `${nameOf(view)} · ${kindName(view)} · ${stateWords(file.case.state)}`;
  return {
    title,
    tone: toneOf(view),
    summary: `${title}: from ${file.case.member.name}`,
    body: [
      quoteOf(view),
      ...(draft ? draftPreview(view, draft, writing) : []),
      ...(isOpen(file.case) ? checklistBlocks(view) : []),
    ],
    facts: facts(view, writing),
    footer: footer(view),
    actions: isOpen(file.case) ? openActions(view, draft, writing) : [stepButton('Reopen', 'reopen', view)],
  };
}

function facts(view: View, writing: Writing): Fact[] {
  const { file, earlier } = view;
  const { case: found } = file;
  const sent = file.replies.filter(
    (reply) => isToMember(reply) && (reply.state === 'sent' || reply.state === 'queued'),
  ).length;
  return [
    {
      label: 'Member',
      value: [
        text(
          `${found.member.name}${earlier.length > 0 ? ` (${counted(earlier.length, 'earlier case')})` : ' (first case)'}`,
        ),
      ],
    },
    ...earlierFact(view),
    { label: 'Where', value: whereOf(view) },
    { label: 'Severity', value: [text(found.severity)] },
    levelFact(view),
    { label: 'Language', value: [text(languageFact(found, writing.languages().includes(found.language)))] },
    { label: 'Handler', value: handlerOf(view) },
    ...departmentFacts(view),
    ...ccFact(view),
    ...issueFacts(view),
    ...topicFact(view),
    ...recommendationFact(view),
    ...closingFact(view),
    { label: 'Answered', value: [text(sent > 0 ? counted(sent, 'reply', 'replies') : 'not yet')] },
    ...giftFacts(view),
    ...praiseFacts(view),
    ...helpFact(view),
    { label: 'Next', value: nextOf(view) },
    ...(file.noteCount > 0 || file.fileCount > 0
      ? [{ label: 'Kept', value: [text(keptWords(file.noteCount, file.fileCount))] }]
      : []),
  ];
}

function nextOf({ file, policy }: View): Inline[] {
  const clock = nextClock(file);
  const ends = silenceEnds(file, policy);
  if (clock?.kind === 'silence' && ends)
    return [text('member to answer until '), time(ends), text(', then it is closed')];
  return nextWords(file);
}

function footer({ file }: View): Inline[] {
  const reporters = file.reporters.flatMap((reporter, index) => [
    ...(index > 0 ? [text(', ')] : []),
    person(reporter),
  ]);
  return [
    ...(reporters.length > 0
      ? [text(file.case.origin === null ? 'Flagged by ' : 'Recorded by '), ...reporters, text(' · ')]
      : []),
    text('recorded '),
    time(file.case.openedAt),
  ];
}

function openActions(view: View, draft: Reply | undefined, writing: Writing): Action[] {
  const { file } = view;
  const routable = routableOf(view);
  const values = { case: nameOf(view) };
  const { needed, others } = stepsOf(view, draft);
  return [
    ...needed,
    { type: 'menu', label: 'More …', choices: others },
    ...(draft ? languageSelect(view, draft, writing) : []),
    ...(routable.length > 0
      ? [
          {
            type: 'select' as const,
            placeholder: 'Route to …',
            option: 'department',
            choices: routable.slice(0, 25),
            invoke: { command: 'route', values },
          },
        ]
      : []),
    {
      type: 'select',
      placeholder: 'Severity …',
      option: 'severity',
      choices: SEVERITIES.filter((each) => each !== file.case.severity).map((value) => ({
        label: value,
        value,
      })),
      invoke: { command: 'severity', values },
    },
  ];
}

/** Departments that do not have it yet, those that its playbook names as the next step first. */
function routableOf({ file, workspace, policy }: View): Choice[] {
  if (file.case.audience === 'leads') return [];
  const { next } = kindOf(policy, file.case.kind);
  const open = Object.entries(workspace.departments).filter(([key]) => !file.departments.includes(key));
  const choices = open.map(([value, { name }]) => ({
    value,
    label: next.includes(value) ? `${name} (next)` : name,
  }));
  return choices.toSorted((a, b) => placeIn(next, a.value) - placeIn(next, b.value));
}

function placeIn(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}

function keptWords(notes: number, files: number): string {
  return [notes > 0 && counted(notes, 'note'), files > 0 && counted(files, 'file')]
    .filter(Boolean)
    .join(', ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
