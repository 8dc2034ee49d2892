import { isLead, isStaff, mayWorkOn } from '../../cases/access.ts';
import { copyCard } from '../../cases/cards/copy.ts';
import { escalationCard } from '../../cases/cards/escalation.ts';
import { triageCard } from '../../cases/cards/triage.ts';
import { whoSees } from '../../cases/cards/who-sees.ts';
import type { View } from '../../cases/cards/view.ts';
import type { CaseFile, HistoryRow } from '../../cases/case.ts';
import type { Card } from '../../chat/card.ts';
import { bold, paragraph, person, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
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
  const earlier = await store.earlierCases(workspaceId, member.userId, caseId, standing);
  const view: View = { file, earlier, workspace, policy };
  const department = file.departments.find((key) => standing.departments.has(key)) ?? '';
  const card = isStaff(standing)
    ? triageCard(view, compose)
    : mayWorkOn(standing, file)
      ? escalationCard(view, department, false)
      : copyCard(view);
  const facts = [...card.facts, ...(isLead(standing) ? whoSees(file) : [])];
  const body = [...card.body, ...(await story(caseId, context))];
  return drawnOnce({ ...card, facts, body });
}

async function story(caseId: number, { store, workspace }: CommandContext): Promise<Block[]> {
  const key = { workspaceId: workspace.id, caseId };
  const [steps, notes] = await Promise.all([store.history(key, STEPS), store.notes(key, NOTES)]);
  return [
    ...(notes.length > 0
      ? [
          paragraph(bold('Notes')),
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
    paragraph(bold('What happened')),
    { type: 'list', ordered: false, items: steps.map(step) },
  ];
}

function step({ action, actorId, at, detail }: HistoryRow): Inline[] {
  const more = detail?.['department'] ?? detail?.['to'];
  return [
    time(at),
    text(` ${action.replaceAll('_', ' ')}${more ? ` → ${more}` : ''}`),
    ...(actorId ? [text(' by '), person(actorId)] : []),
  ];
}
