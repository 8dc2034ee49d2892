import { NotPossible } from '../errors.ts';
import { departmentName, departmentOf, isAnswered, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { assertForDepartments } from './audience.ts';
import { caseName, type CaseFile, type Consent, type Reply } from './case.ts';
import type { Change } from './change.ts';
import { answerPlace, type Prepared } from './open.ts';
import { routeDeliveries } from './route.ts';
import { assertOpen } from './states.ts';
import { typedAs } from './typed-as.ts';
import type { Texts, Wording } from '../texts/index.ts';

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
  const department = consentFor(file, workspace, policy);
  // Whoever has said no is asked about others by a person, if at all.
  const hasRefused = file.replies.some(({ consent }) => consent === 'refused');
  const isDue = department !== null && !hasRefused && !isAsked(consentOf(file, department));
  return isDue && steps.length > 0 ? [...steps, CONSENT_STEP] : [...steps];
}

/** How a question for consent stands: `prepared` waits for a click, `asked` is on its way or there. */
export type Asked = Consent | 'asked' | 'prepared';

/** What the member has said of one department; null when nobody asked them about it. */
export function consentOf({ replies }: Pick<CaseFile, 'replies'>, department: string): Asked | null {
  const about = replies.filter((reply) => reply.consentFor === department);
  const said = about.findLast(({ consent }) => consent !== null)?.consent;
  if (said) return said;
  if (about.some(isOut)) return 'asked';
  return about.some(({ state }) => state === 'draft') ? 'prepared' : null;
}

/** The departments the member was asked about. */
export function askedAbout({ replies }: Pick<CaseFile, 'replies'>): string[] {
  const keys = replies.flatMap((reply) =>
    reply.consentFor !== null && isOut(reply) ? [reply.consentFor] : [],
  );
  return [...new Set(keys)];
}

/** Before a case is brought to a department that may only have it when the member agrees. @throws {NotPossible} */
export function assertConsent(
  file: CaseFile,
  department: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): void {
  const why = withheldFrom(file, department, workspace, policy);
  if (why !== null) throw new NotPossible(why);
}

/** Whether a department waits for the consent of a member whom nobody has asked about it. */
export function isToBeAsked(
  file: CaseFile,
  department: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): boolean {
  return consentFor(file, workspace, policy) === department && consentOf(file, department) === null;
}

/**
 * Prepares the question for a department that the kind names by now; nothing is sent.
 * @param words of the question
 * @throws {NotPossible} while another answer waits, or nothing can be said in this case
 */
export function askForConsent(
  file: CaseFile,
  words: Prepared,
  department: string,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change {
  assertOpen(file.case);
  assertForDepartments(file);
  const nameIn = ({ common }: Texts) => departmentName(workspace, department, common.code);
  const isWaiting = file.replies.some(({ state, purpose }) => state === 'draft' && purpose === 'answer');
  if (isWaiting) throw new NotPossible((texts) => texts.rules.answers.consent.anotherWaits(nameIn(texts)));
  const place = answerPlace(file, kindOf(policy, file.case.kind).answer === 'private');
  if (!place || !words || 'problem' in words)
    throw new NotPossible((texts) =>
      texts.rules.answers.consent.unwritten(
        nameIn(texts),
        words && 'problem' in words ? words.problem(texts) : '',
      ),
    );
  return {
    history: [{ action: 'drafted', actorId: by }],
    replies: [{ ...words, authorId: null, place, send: false }],
  };
}

/** Why a department may not have the kind words, or not yet; null when it may. */
export function withheldFrom(
  file: CaseFile,
  department: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): Wording | null {
  if (!kindOf(policy, file.case.kind).passOn) return null;
  const asked = consentOf(file, department);
  const nameIn = ({ common }: Texts) => departmentName(workspace, department, common.code);
  if (asked === 'refused') return (texts) => texts.rules.answers.consent.refused(nameIn(texts));
  if (asked === 'given' || consentFor(file, workspace, policy) !== department) return null;
  if (asked === 'asked' || asked === 'prepared')
    return (texts) => texts.rules.answers.consent[asked](nameIn(texts));
  const typed = `praise ${caseName(policy.prefix, file.case.number)} department:${department}`;
  return (texts) => texts.rules.answers.consent.notAsked(nameIn(texts), typedAs(typed, workspace.id));
}

/**
 * The member says yes or no to one question, once. It counts for the department that question names.
 * @param replyId the answer with the question; null: the first that waits for them
 * @returns null when they have said it before, or were not asked
 */
export function answerConsent(
  file: CaseFile,
  replyId: number | null,
  said: Consent,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change | null {
  const question = questionOf(file, replyId);
  if (!question || question.consent !== null) return null;
  const { consentFor: department } = question;
  const actorId = file.case.member.userId;
  const isOver =
    file.case.state === 'dismissed' || file.case.state === 'merged' || file.case.audience === 'leads';
  const goesOn =
    said === 'given' &&
    department !== null &&
    // The kind may name another department by now, which nobody asked them about.
    department === consentFor(file, workspace, policy) &&
    !isOver &&
    !file.departments.includes(department);
  return {
    consent: { replyId: question.replyId, said },
    history: [
      {
        action: said === 'given' ? 'consent_given' : 'consent_refused',
        actorId,
        ...(department !== null && { detail: { department } }),
      },
      ...(goesOn ? [{ action: 'praised', actorId: null, detail: { department } }] : []),
    ],
    ...(goesOn && {
      departments: [department],
      deliveries: routeDeliveries(file, department, workspace),
    }),
  };
}

/** The language a question was asked in: the case may have another by now. */
export function languageAsked(file: CaseFile, replyId: number | null): string {
  return questionOf(file, replyId)?.language ?? file.case.language;
}

/** The question somebody answers: the one named, else the first that waits for them, else the last. */
function questionOf({ replies }: CaseFile, replyId: number | null): Reply | undefined {
  const questions = replies.filter((reply) => reply.steps.includes(CONSENT_STEP) && isOut(reply));
  if (replyId !== null) return questions.find((reply) => reply.replyId === replyId);
  return questions.find(({ consent }) => consent === null) ?? questions.at(-1);
}

/** Of an answer that somebody wrote anew: the question stays one while its words are there. */
export function consentKept(
  { steps, consentFor: department, markdown }: Pick<Reply, 'steps' | 'consentFor' | 'markdown'>,
  written: string,
): Pick<Reply, 'steps' | 'consentFor'> {
  const question = markdown.split('\n\n').at(-1) ?? '';
  return steps.includes(CONSENT_STEP) && written.includes(question)
    ? { steps: [CONSENT_STEP], consentFor: department }
    : { steps: [], consentFor: null };
}

/** Whether the member was asked for their consent at all. */
export function wasAsked({ replies }: Pick<CaseFile, 'replies'>): boolean {
  return replies.some((reply) => reply.steps.includes(CONSENT_STEP) && isOut(reply));
}

function isOut({ state }: Reply): boolean {
  return state === 'sent' || state === 'queued';
}

function isAsked(asked: Asked | null): boolean {
  return asked !== null && asked !== 'prepared';
}
