import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { NotPossible } from '../errors.ts';
import { departmentName, departmentOf, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { assertForDepartments } from './audience.ts';
import { assertConsent, withheldFrom } from './consent.ts';
import { routeDeliveries } from './route.ts';
import { unknownDepartment } from './unknown-department.ts';

/** The moment a case of such a kind opens: the people praised hear of it, and the departments that always do. */
export function passOnAtOnce(
  file: CaseFile,
  people: readonly string[],
  workspace: WorkspacePolicy,
  policy: Policy,
): Change {
  const { passOn } = kindOf(policy, file.case.kind);
  if (!passOn) return { history: [] };
  // What only leads see goes to no department.
  const isForLeads = file.case.audience === 'leads';
  const praised = passOn.praised ? people.filter((userId) => mayBePraised(file, userId)) : [];
  const departments = passOn.departments.filter(
    (key) =>
      !isForLeads &&
      departmentOf(workspace, key) &&
      !file.departments.includes(key) &&
      withheldFrom(file, key, workspace, policy) === null,
  );
  return {
    history: [
      ...praised.map((person) => ({ action: 'praised', actorId: null, detail: { person } })),
      ...departments.map((department) => ({ action: 'praised', actorId: null, detail: { department } })),
    ],
    praise: praised.map((userId) => ({ userId, by: null })),
    departments,
    deliveries: [
      ...praised.map((userId) => kindWords(file, userId)),
      ...departments.flatMap((department) => routeDeliveries(file, department, workspace)),
    ],
  };
}

/** Somebody passes the kind words on by hand. @throws {NotPossible} when they have them, or may not have them */
export function praisePerson(file: CaseFile, userId: string, by: string): Change {
  if (userId === file.case.member.userId) throw new NotPossible(({ rules }) => rules.answers.praise.own);
  if (file.excluded.some((each) => each.userId === userId) || file.case.audience === 'leads')
    throw new NotPossible(({ rules }) => rules.answers.praise.notForThem);
  if (file.praised.includes(userId)) throw new NotPossible(({ rules }) => rules.answers.praise.had);
  return {
    history: [{ action: 'praised', actorId: by, detail: { person: userId } }],
    praise: [{ userId, by }],
    deliveries: [kindWords(file, userId)],
  };
}

/** The same for a team. @throws {NotPossible} */
export function praiseDepartment(
  file: CaseFile,
  department: string,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change {
  if (!departmentOf(workspace, department)) throw unknownDepartment(department, workspace);
  assertForDepartments(file);
  assertConsent(file, department, workspace, policy);
  if (file.departments.includes(department))
    throw new NotPossible(({ rules, common }) =>
      rules.answers.praise.departmentHad(departmentName(workspace, department, common.code)),
    );
  return {
    history: [{ action: 'praised', actorId: by, detail: { department } }],
    departments: [department],
    deliveries: routeDeliveries(file, department, workspace),
  };
}

/** Whether kind words of this case may reach somebody who has not got them yet. */
export function mayBePraised(file: CaseFile, userId: string): boolean {
  const isOut = file.excluded.some((each) => each.userId === userId) || file.case.audience === 'leads';
  return !isOut && userId !== file.case.member.userId && !file.praised.includes(userId);
}

/** Once for each person, however often it is asked for. */
function kindWords({ case: { workspaceId, caseId } }: CaseFile, userId: string): NewDelivery {
  return {
    key: `praise-${caseId}-${userId}`,
    place: { type: 'dm', workspaceId, userId },
    body: { type: 'praise' },
  };
}
