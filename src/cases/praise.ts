import type { CaseFile, Change, Consent, NewDelivery, Reply } from './case.ts';
import { NotPossible } from '../errors.ts';
import { departmentOf, isAnswered, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { assertForDepartments } from './audience.ts';
import { routeDeliveries } from './route.ts';

/** The step of an answer that asks the member whether their words may be passed on; an answer that has it carries two buttons. */
export const CONSENT_STEP = 'praise-consent';

/** The department that may only have the words when the member agrees; null when there is none, or nobody to ask. */
export function consentFor(
  file: Pick<CaseFile, 'case'>,
  workspace: WorkspacePolicy,
  policy: Policy,
): string | null {
  const kind = kindOf(policy, file.case.kind);
  const department = kind.passOn?.consent;
  // Whoever told it by mail or phone has no button to press.
  const canAnswer = file.case.member.userId !== '' && file.case.source !== null;
  return department !== undefined && departmentOf(workspace, department) && isAnswered(kind) && canAnswer
    ? department
    : null;
}

/** The steps of a case's answer; last, where somebody needs the member's consent, the question for it. */
export function withConsent(
  steps: readonly string[],
  file: Pick<CaseFile, 'case' | 'replies'>,
  workspace: WorkspacePolicy,
  policy: Policy,
): string[] {
  const isDue = consentFor(file, workspace, policy) !== null && !wasAsked(file);
  return isDue && steps.length > 0 ? [...steps, CONSENT_STEP] : [...steps];
}

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
    (key) => !isForLeads && departmentOf(workspace, key) && !file.departments.includes(key),
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
  if (userId === file.case.member.userId) throw new NotPossible('They said it themselves.');
  if (file.excluded.some((each) => each.userId === userId) || file.case.audience === 'leads')
    throw new NotPossible('This case is not for them, so nothing of it may reach them.');
  if (file.praised.includes(userId)) throw new NotPossible('They have these words already.');
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
  const target = departmentOf(workspace, department);
  if (!target) {
    const known = Object.entries(workspace.departments).map(([key, { name }]) => `${key} (${name})`);
    throw new NotPossible(
      `There is no department "${department.slice(0, 40)}" here. Choose one of: ${known.join(', ')}.`,
    );
  }
  assertForDepartments(file);
  assertConsent(file, department, workspace, policy);
  if (file.departments.includes(department)) throw new NotPossible(`${target.name} has these words already.`);
  return {
    history: [{ action: 'praised', actorId: by, detail: { department } }],
    departments: [department],
    deliveries: routeDeliveries(file, department, workspace),
  };
}

/** Before a case is brought to a department that may only have it when the member agrees. @throws {NotPossible} */
export function assertConsent(
  file: CaseFile,
  department: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): void {
  if (consentFor(file, workspace, policy) !== department || file.consent === 'given') return;
  const name = departmentOf(workspace, department)?.name ?? department;
  throw new NotPossible(
    file.consent === 'refused'
      ? `The member would rather not have their words passed on to ${name}.`
      : `${name} gets it when the member agrees, and they have not answered yet. They were asked with two buttons below their answer.`,
  );
}

/**
 * The member says yes or no, once.
 * @returns null when they have said it before, or were not asked
 */
export function answerConsent(
  file: CaseFile,
  consent: Consent,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change | null {
  if (file.consent !== null || !wasAsked(file)) return null;
  const department = consentFor(file, workspace, policy);
  const actorId = file.case.member.userId;
  const isOver =
    file.case.state === 'dismissed' || file.case.state === 'merged' || file.case.audience === 'leads';
  const goesOn =
    consent === 'given' && department !== null && !isOver && !file.departments.includes(department);
  return {
    consent,
    history: [
      { action: consent === 'given' ? 'consent_given' : 'consent_refused', actorId },
      ...(goesOn ? [{ action: 'praised', actorId: null, detail: { department } }] : []),
    ],
    ...(goesOn && {
      departments: [department],
      deliveries: routeDeliveries(file, department, workspace),
    }),
  };
}

/** Of an answer that somebody wrote anew: the question stays one while its words are there. */
export function consentKept(
  { steps, markdown }: Pick<Reply, 'steps' | 'markdown'>,
  written: string,
): string[] {
  const question = markdown.split('\n\n').at(-1) ?? '';
  return steps.includes(CONSENT_STEP) && written.includes(question) ? [CONSENT_STEP] : [];
}

/** Whether the question has been asked, or is on its way. */
export function wasAsked({ replies }: Pick<CaseFile, 'replies'>): boolean {
  return replies.some(
    ({ state, steps }) => steps.includes(CONSENT_STEP) && (state === 'sent' || state === 'queued'),
  );
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
