import { paragraph, person, text } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentOf, homeOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { whenRouted } from './clock-turns.ts';
import { isOpen } from './states.ts';
import { workOf } from './work-of.ts';

/**
 * Whoever looks after a case tells a department what it asked for, or asks it again: it is waited for anew.
 * @returns with the words as they stand in the department's channel
 */
export function toldDepartment(
  file: CaseFile,
  { department, by, words }: { department: string; by: string; words: string },
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const work = workOf(file, department, workspace);
  const said = words.trim();
  if (!said) throw new NotPossible('Write what the department should know.');
  if (!isOpen(file.case))
    throw new NotPossible('This case has ended. Reopen it first, and the department is asked anew.');
  const { caseId, version, state } = file.case;
  const target = departmentOf(workspace, department);
  const workspaceId = homeOf(workspace, target ?? {});
  const channelId = target?.channel ?? workspace.triage;
  return {
    departmentTurns: [
      {
        department,
        state: work.state === 'taken' ? 'taken' : 'asked',
        ...(work.state === 'taken' && { by: work.by }),
      },
    ],
    notes: [{ authorId: by, text: said }],
    history: [{ action: 'department_told', actorId: by, detail: { department } }],
    clocks: whenRouted(file, [department], policy, now),
    ...(state !== 'waiting_on_team' && { set: { state: 'waiting_on_team' as const } }),
    deliveries: [
      {
        key: `department-told-${caseId}-${department}-${version}`,
        place: { type: 'channel', workspaceId, channelId },
        body: {
          type: 'notice',
          title: `for ${target?.name ?? department}`,
          blocks: [paragraph(person(by), ' writes:'), { type: 'quote', children: [text(said)] }],
          department,
        },
      },
    ],
  };
}
