import { paragraph, person, text } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentName } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { whenRouted } from './clock-turns.ts';
import { departmentPlaces } from './department-places.ts';
import { isOpen } from './states.ts';
import { workOf } from './work-of.ts';
import { textsOf } from '../texts/index.ts';

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
  if (!said) throw new NotPossible(({ rules }) => rules.departments.whatToTell);
  if (!isOpen(file.case)) throw new NotPossible(({ rules }) => rules.departments.ended);
  const { caseId, version, state } = file.case;
  const { rules, common } = textsOf(workspace);
  const { departments } = rules;
  const own = departmentPlaces(workspace, department);
  const triage = { type: 'channel' as const, workspaceId: workspace.id, channelId: workspace.triage };
  const places = own.length > 0 ? own : [triage];
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
    deliveries: places.map((place, index) => ({
      key: `department-told-${caseId}-${department}-${version}${index === 0 ? '' : `-${place.channelId}`}`,
      place,
      body: {
        type: 'notice',
        title: departments.forIt(departmentName(workspace, department, common.code)),
        blocks: [paragraph(...departments.writes(person(by))), { type: 'quote', children: [text(said)] }],
        department,
      },
    })),
  };
}
