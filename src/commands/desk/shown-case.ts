import { isLead, isStaff, mayWorkOn } from '../../cases/access.ts';
import { copyCard } from '../../cases/cards/copy.ts';
import { escalationCard } from '../../cases/cards/escalation.ts';
import { triageCard } from '../../cases/cards/triage.ts';
import { whoSees } from '../../cases/cards/who-sees.ts';
import type { View } from '../../cases/cards/view.ts';
import type { CaseFile, HistoryRow } from '../../cases/case.ts';
import { stepTarget, type StepTarget } from '../../cases/step-target.ts';
import type { Card } from '../../chat/card.ts';
import { bold, paragraph, person, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { departmentName, kindName } from '../../policy/lookup.ts';
import type { CommandContext } from './command.ts';
import { drawnOnce } from './drawn-again.ts';
import { noteSeen } from './note-seen.ts';

/** How much of the story one answer tells; the rest is in the record. */
const STEPS = 8;
const NOTES = 5;
const NOTE_MAX = 300;

/** A case with its story and notes, for whoever asks, who may see it. That they have seen it is noted first. */
export async function shownCase(file: CaseFile, context: CommandContext): Promise<Card> {
  const { store, standing, workspace, policy, compose } = context;
  const { workspaceId, caseId, member } = file.case;
  await noteSeen(context, 'case_shown', file.case);
  const { latest: earlier, count: earlierCount } = await store.earlierCases(
    workspaceId,
    member.userId,
    caseId,
    standing,
  );
  const view: View = { file, earlier, earlierCount, workspace, policy, locale: context.texts.common.code };
  const department = file.departments.find((key) => standing.departments.has(key)) ?? '';
  const card = isStaff(standing)
    ? triageCard(view, compose)
    : mayWorkOn(standing, file)
      ? escalationCard(view, department, false)
      : copyCard(view);
  const facts = [...card.facts, ...(isLead(standing) ? whoSees(file, context.texts) : [])];
  const body = [...card.body, ...(await story(caseId, context))];
  return drawnOnce({ ...card, facts, body });
}

async function story(caseId: number, context: CommandContext): Promise<Block[]> {
  const { store, workspace, texts } = context;
  const { notes: notesTitle, story: storyTitle } = texts.dashboard.case;
  const key = { workspaceId: workspace.id, caseId };
  const [steps, notes] = await Promise.all([store.history(key, STEPS), store.notes(key, NOTES)]);
  return [
    ...(notes.length > 0
      ? [
          paragraph(bold(notesTitle)),
          {
            type: 'list' as const,
            ordered: false,
            items: notes.map((note): Inline[] => [
              person(note.authorId),
              text(`: ${shorten(note.text, NOTE_MAX)}`),
            ]),
          },
        ]
      : []),
    paragraph(bold(storyTitle)),
    { type: 'list', ordered: false, items: steps.map((each) => step(each, context)) },
  ];
}

function step({ action, actorId, at, detail }: HistoryRow, context: CommandContext): Inline[] {
  const words: Readonly<Record<string, string>> = context.texts.history;
  // What a later version has written has no words here.
  const done = Object.hasOwn(words, action) ? words[action] : action.replaceAll('_', ' ');
  const target = stepTarget({ action, detail }, stepNames(context));
  return [
    time(at),
    text(' '),
    actorId === null ? text('Hearback') : person(actorId),
    text(` ${done}`),
    ...(target === null ? [] : [text(' → '), inline(target)]),
  ];
}

function stepNames({ policy, workspace, texts }: CommandContext) {
  const { code } = texts.common;
  return {
    kind: (key: string) => kindName(policy, { kind: key, workspaceId: workspace.id }, code),
    department: (key: string) => departmentName(workspace, key, code),
    texts,
  };
}

function inline(target: StepTarget): Inline {
  if ('person' in target) return person(target.person);
  return 'at' in target ? time(target.at) : text(target.words);
}
