import { paragraph } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentName, departmentOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import { assertForDepartments } from './audience.ts';
import { caseName, type CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { copyPlaces, departmentPlaces, type ChannelPlace } from './department-places.ts';
import { leadsOfDepartment } from './department-leads.ts';
import { evidenceDeliveries } from './evidence.ts';
import { whenRouted } from './clock-turns.ts';
import { noticeTo } from './notice.ts';
import { assertOpen } from './states.ts';
import { typedAs } from './typed-as.ts';
import { unknownDepartment } from './unknown-department.ts';

/** Longest question to a department (characters). */
const QUESTION_MAX = 1_000;

/** The escalation in the department's channel and mailbox, and for reading in the channels it copies; the files of the case with each. */
export function routeDeliveries(
  file: CaseFile,
  department: string,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { caseId } = file.case;
  const card = (place: ChannelPlace, cc: boolean): NewDelivery => ({
    key: `escalation-${caseId}-${department}-${place.channelId}`,
    place,
    body: { type: 'escalation', department, cc },
  });
  return [
    ...departmentPlaces(workspace, department).map((place) => card(place, false)),
    ...copyPlaces(workspace, department).map((place) => card(place, true)),
    ...evidenceDeliveries(file, department, workspace),
    ...leadNotices(file, department, workspace),
  ];
}

/** The leads of the department hear of it in the same moment as its channel. */
function leadNotices(file: CaseFile, key: string, workspace: WorkspacePolicy): NewDelivery[] {
  const target = departmentOf(workspace, key);
  if (!target || file.case.audience === 'leads') return [];
  return leadsOfDepartment(target, workspace)
    .filter(({ asWritten }) => !isBarred(workspace, file, asWritten))
    .map(({ place, asWritten }) => ({
      key: `lead-${file.case.caseId}-${key}-${asWritten}`,
      place,
      body: noticeTo(place, workspace, ({ rules: { departments }, dashboard, common }) => {
        const name = departmentName(workspace, key, common.code);
        return {
          title: departments.newFor(name, dashboard.severities[file.case.severity]),
          blocks: [paragraph(departments.youLead(name))],
        };
      }),
    }));
}

/** Brings a case to a department. @param question what it is asked, internal; empty: what any case asks. @throws {NotPossible} when it is there already, unknown, or the case is done. */
export function route(
  file: CaseFile,
  department: string,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
  question = '',
): Change {
  if (!departmentOf(workspace, department)) throw unknownDepartment(department, workspace);
  assertOpen(file.case);
  assertForDepartments(file);
  if (file.departments.includes(department))
    throw new NotPossible(({ rules, common }) =>
      rules.departments.hasIt(
        departmentName(workspace, department, common.code),
        typedAs(`department ${caseName(policy.prefix, file.case.number)} tell`, workspace.id),
      ),
    );
  const asked = question.trim();
  if (asked.length > QUESTION_MAX)
    throw new NotPossible(({ rules }) => rules.departments.questionTooLong(asked.length, QUESTION_MAX));
  return {
    departments: [department],
    ...(asked && { departmentTurns: [{ department, state: 'asked' as const, question: asked }] }),
    history: [{ action: 'routed', actorId: by, detail: { department } }],
    ...(file.case.state !== 'waiting_on_team' && { set: { state: 'waiting_on_team' as const } }),
    clocks: whenRouted(file, [department], policy, now),
    deliveries: routeDeliveries(file, department, workspace),
  };
}
