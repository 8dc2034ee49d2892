import type { Action, Card, Choice, Fact } from '../../chat/card.ts';
import { inlines, person, text, time, type Inline } from '../../chat/rich.ts';
import { departmentNames, kindOf } from '../../policy/lookup.ts';
import { SEVERITIES } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
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
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf, textsFor } from './view.ts';

/** The case in the private moderator channel: all one needs to decide, and everything one can do. */
export function triageCard(view: View, writing: Writing): Card {
  const { file } = view;
  const texts = textsFor(view);
  const draft = draftFor(file);
  const title = `${nameOf(view)} · ${kindName(view)} · ${stateWords(file.case.state, texts)}`;
  return {
    title,
    tone: toneOf(view),
    summary: texts.cards.facts.from(title, file.case.member.name),
    body: [
      quoteOf(view),
      ...(draft ? draftPreview(view, draft, writing) : []),
      ...(isOpen(file.case) ? checklistBlocks(view) : []),
    ],
    facts: facts(view, writing),
    footer: footer(view),
    actions: isOpen(file.case) ? openActions(view, draft, writing) : [stepButton('reopen', 'reopen', view)],
  };
}

function facts(view: View, writing: Writing): Fact[] {
  const { file, earlier, earlierCount = earlier.length } = view;
  const { case: found } = file;
  const texts = textsFor(view);
  const { facts: words } = texts.cards;
  const sent = file.replies.filter(
    (reply) => isToMember(reply) && (reply.state === 'sent' || reply.state === 'queued'),
  ).length;
  return [
    { label: words.member, value: memberOf(found, memberWords(found.member.name, earlierCount, words)) },
    ...earlierFact(view),
    { label: words.where, value: whereOf(view) },
    { label: words.severity, value: [text(texts.dashboard.severities[found.severity])] },
    levelFact(view),
    {
      label: words.language,
      value: [text(languageFact(found, writing.languages().includes(found.language), texts))],
    },
    { label: words.handler, value: handlerOf(view) },
    ...departmentFacts(view),
    ...ccFact(view),
    ...issueFacts(view),
    ...topicFact(view),
    ...recommendationFact(view),
    ...closingFact(view),
    { label: words.answered, value: [text(sent > 0 ? words.replies(sent) : words.notYet)] },
    ...giftFacts(view),
    ...praiseFacts(view),
    ...helpFact(view),
    { label: words.next, value: nextOf(view) },
    ...(file.noteCount > 0 || file.fileCount > 0
      ? [{ label: words.kept, value: [text(keptWords(file.noteCount, file.fileCount, words))] }]
      : []),
  ];
}

function nextOf(view: View): Inline[] {
  const { file, policy } = view;
  const texts = textsFor(view);
  const clock = nextClock(file);
  const ends = silenceEnds(file, policy);
  if (clock?.kind === 'silence' && ends) return inlines(...texts.cards.facts.thenClosed(time(ends)));
  return nextWords(file, texts);
}

function footer(view: View): Inline[] {
  const { file } = view;
  const { facts: words } = textsFor(view).cards;
  const reporters = file.reporters.flatMap((reporter, index) => [
    ...(index > 0 ? [text(', ')] : []),
    person(reporter),
  ]);
  return [
    ...(reporters.length > 0
      ? [text(file.case.origin === null ? words.flaggedBy : words.recordedBy), ...reporters, text(' · ')]
      : []),
    text(words.recorded),
    time(file.case.openedAt),
  ];
}

function openActions(view: View, draft: Reply | undefined, writing: Writing): Action[] {
  const { file } = view;
  const routable = routableOf(view);
  const values = { case: nameOf(view) };
  const { needed, others } = stepsOf(view, draft);
  const texts = textsFor(view);
  const { buttons } = texts.cards;
  return [
    ...needed,
    { type: 'menu', label: buttons.more, choices: others },
    ...(draft ? languageSelect(view, draft, writing) : []),
    ...(routable.length > 0
      ? [
          {
            type: 'select' as const,
            placeholder: buttons.routeTo,
            option: 'department',
            choices: routable.slice(0, 25),
            invoke: { command: 'route', values },
          },
        ]
      : []),
    {
      type: 'select',
      placeholder: buttons.severity,
      option: 'severity',
      choices: SEVERITIES.filter((each) => each !== file.case.severity).map((value) => ({
        label: texts.dashboard.severities[value],
        value,
      })),
      invoke: { command: 'severity', values },
    },
  ];
}

/** Departments that do not have it yet, those that its playbook names as the next step first. */
function routableOf(view: View): Choice[] {
  const { file, workspace, policy } = view;
  if (file.case.audience === 'leads') return [];
  const { next } = kindOf(policy, file.case.kind);
  const { cards, common } = textsFor(view);
  const open = departmentNames(workspace, common.code).filter(([key]) => !file.departments.includes(key));
  const choices = open.map(([value, name]) => ({
    value,
    label: next.includes(value) ? cards.buttons.nextStep(name) : name,
  }));
  return choices.toSorted((a, b) => placeIn(next, a.value) - placeIn(next, b.value));
}

function placeIn(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}

type Words = Texts['cards']['facts'];

/** Of what came another way, somebody typed the name and chose the account: both are shown before anything is sent there. */
function memberOf({ origin, member: { userId } }: View['file']['case'], words: string): Inline[] {
  return origin !== null && userId ? [text(`${words} · `), person(userId)] : [text(words)];
}

function memberWords(member: string, earlier: number, words: Words): string {
  return earlier > 0 ? words.earlierCases(member, earlier) : words.firstCase(member);
}

function keptWords(notes: number, files: number, words: Words): string {
  return [notes > 0 && words.notes(notes), files > 0 && words.files(files)].filter(Boolean).join(', ');
}
