import type { Place } from '../chat/ref.ts';
import { paragraph } from '../chat/rich.ts';
import { kindOf } from '../policy/lookup.ts';
import type { KindPolicy, Policy, WorkspacePolicy } from '../policy/schema.ts';
import { both } from './both.ts';
import type { CaseFile, Reply } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { whenExtreme } from './extremes.ts';
import { startClock } from './clocks.ts';
import { whenOpened, whenReopened } from './clock-turns.ts';
import { noticeTo } from './notice.ts';
import { routeDeliveries } from './route.ts';
import { tellHeads } from './tell.ts';
import { toDepartments } from './to-departments.ts';
import { wordPlaces } from './word-places.ts';
import type { Wording } from '../texts/index.ts';

/** 👀, the quiet receipt. */
export const RECEIPT = '👀';

/** What the policy wants to say to the member at once, or why it cannot. */
export type Prepared =
  | ({ markdown: string } & Partial<Pick<Reply, 'language' | 'steps' | 'asks' | 'promises' | 'consentFor'>>)
  | { problem: Wording }
  | null;

/** A flag became a case: card, receipt, answer, clock, and the departments the policy names. */
export function opened(
  file: CaseFile,
  by: string,
  prepared: Prepared,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const found = file.case;
  const kind = kindOf(policy, found.kind);
  // What only leads see goes to no department; where the community is asked first they come later (community.ts).
  const route = found.audience === 'leads' || kind.community ? [] : kind.route;
  const departments = route.filter((key) => key in workspace.departments);
  const place = answerPlace(file, kind.answer === 'private');
  return {
    history: [
      { action: 'opened', actorId: by, detail: { kind: found.kind, severity: found.severity } },
      ...departments.map((department) => ({ action: 'routed', actorId: null, detail: { department } })),
    ],
    ...(departments.length > 0 && { departments, set: { state: 'waiting_on_team' as const } }),
    clocks: whenOpened(found, departments, policy, now),
    replies:
      place && prepared && 'markdown' in prepared
        ? [{ ...prepared, authorId: null, place, send: isAnsweredAtOnce(file, kind) }]
        : [],
    deliveries: [
      ...receipt(file, by),
      triageCard(file, workspace),
      ...(prepared && 'problem' in prepared ? answerProblem(file, workspace, prepared.problem) : []),
      ...departments.flatMap((department) => routeDeliveries(file, department, workspace)),
      ...tellHeads(file, workspace, policy),
      ...whenExtreme(null, file, workspace, policy),
    ],
  };
}

/**
 * Where the member is answered: in the thread of what they said, or by direct message. Null for feedback that came another way,
 * unless it says whose account theirs is.
 */
export function answerPlace(file: CaseFile, isPrivate: boolean): Place | null {
  const { workspaceId, thread, member } = file.case;
  if ((isPrivate || isTold(file)) && member.userId) return { type: 'dm', workspaceId, userId: member.userId };
  return thread && { type: 'thread', workspaceId, channelId: thread.channelId, messageId: thread.messageId };
}

/** Whether it came by mail, phone or in person. What was brought from another program has a thread of its own here. */
export function isTold({ case: { origin, thread } }: Pick<CaseFile, 'case'>): boolean {
  return origin !== null && thread === null;
}

/** Whether the member hears from us before anybody has looked. Whoever told it another way does not expect a message here: a person decides. */
export function isAnsweredAtOnce(file: CaseFile, { answer }: KindPolicy): boolean {
  return answer !== 'draft' && !isTold(file);
}

/** Somebody else flagged the same message, or the same person did again after taking it back. */
export function flaggedAgain(
  file: CaseFile,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const wasTakenBack =
    file.case.state === 'dismissed' &&
    file.reporters.every((reporter) => reporter === by) &&
    !isKeptOut(file, by);
  const again: Change = {
    history: [{ action: wasTakenBack ? 'reopened' : 'flagged_again', actorId: by }],
    ...(wasTakenBack && {
      set: { state: 'reopened' as const, closedAt: null },
      clocks: whenReopened(file, policy, now),
    }),
    deliveries: receipt(file, by),
  };
  return wasTakenBack ? both(again, helpersAgain(file, workspace, policy, now)) : again;
}

/** The question to the helpers stands where it was, or is on its way: their time begins anew. If it got nowhere, departments have it. */
function helpersAgain(file: CaseFile, workspace: WorkspacePolicy, policy: Policy, now: Date): Change {
  if (!kindOf(policy, file.case.kind).community || file.departments.length > 0) return { history: [] };
  const isAsked =
    file.help !== null ||
    file.replies.some(
      ({ purpose, state }) => purpose === 'community' && (state === 'queued' || state === 'sent'),
    );
  return isAsked
    ? { history: [], clocks: [startClock('community', file.case, policy, now)] }
    : toDepartments(file, workspace, policy, now);
}

/** The last reporter took the flag back within the undo window. What was said to the member stays said. */
export function takenBack(file: CaseFile, by: string, now: Date): Change {
  const isLast = file.reporters.every((reporter) => reporter === by) && !isKeptOut(file, by);
  const untouched = isLast && (file.case.state === 'new' || file.case.state === 'reopened');
  return {
    removeReporters: [by],
    history: [{ action: 'flag_taken_back', actorId: by }],
    ...(untouched && {
      set: { state: 'dismissed' as const, closedAt: now },
      clocks: file.clocks.map(({ kind }) => ({ op: 'stop' as const, kind })),
      replyStates: file.replies
        .filter(({ state }) => state === 'draft')
        .map(({ replyId }) => ({ replyId, state: 'discarded' as const })),
      deliveries: receipt(file, by, false),
    }),
  };
}

/** Whoever is kept out neither ends a case nor takes it up again, were it their own flag. */
function isKeptOut({ excluded }: CaseFile, userId: string): boolean {
  return excluded.some((each) => each.userId === userId);
}

function receipt(file: CaseFile, reporterId: string, present = true): NewDelivery[] {
  const { source, workspaceId, version, caseId } = file.case;
  if (!source) return [];
  // Flagging and taking back can go on; each change of mind is one more receipt.
  const key = `receipt-${caseId}-${present ? 'on' : 'off'}-${version}`;
  return [
    {
      key,
      place: { type: 'channel', workspaceId, channelId: source.channelId },
      body: { type: 'receipt', emoji: RECEIPT, present, message: source, reporterId },
    },
  ];
}

function triageCard({ case: { workspaceId, caseId } }: CaseFile, { triage }: WorkspacePolicy): NewDelivery {
  return {
    key: `triage-${caseId}`,
    place: { type: 'channel', workspaceId, channelId: triage },
    body: { type: 'triage' },
  };
}

function answerProblem(file: CaseFile, workspace: WorkspacePolicy, problem: Wording): NewDelivery[] {
  const key = `answer-problem-${file.case.caseId}`;
  return wordPlaces(file, workspace).map((place, index) => ({
    key: index === 0 ? key : `${key}-${index}`,
    place,
    body: noticeTo(place, workspace, (texts) => ({
      title: texts.rules.notices.notAnsweredTitle,
      blocks: [paragraph(texts.rules.notices.notAnswered(problem(texts)))],
    })),
  }));
}
