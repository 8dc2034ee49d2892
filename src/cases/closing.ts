import { paragraph, type Block } from '../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Attendance } from './attendance.ts';
import type { CaseFile, Level } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { caretakers, leadsWhoSee } from './caretakers.ts';
import { RATINGS, type CloseRequest } from './close-request.ts';
import { whenReopened } from './clock-turns.ts';
import { stopClocks } from './clocks.ts';
import { managers } from './extremes.ts';
import { keepOut } from './keep-out.ts';
import { above } from './level.ts';
import { noticeTo, type Say } from './notice.ts';
import { textsOf, type Texts } from '../texts/index.ts';

/** Longest a member's words about it may be (characters); longer ones are refused, not cut. */
export const WORDS_MAX = 2_000;

/**
 * Why a member's answer is not taken. `settled`: they have said it already. `over`: the case was taken up again since. `not-asked`:
 * there is no such question. `solve-first`, `rate-first`: something else is to be said before. `not-kept`: they have asked that
 * nothing they write is recorded.
 */
type Untimely = 'settled' | 'over' | 'not-asked' | 'solve-first' | 'rate-first' | 'not-kept';

/**
 * What comes of a member's answer: the change, or why there is none. `unclear`: it is no number from 1 to 5, no words at all, or
 * too many.
 */
export type Verdicts = Change | Untimely | 'unclear';

/** What decides who looks after a case that is not solved yet. */
interface Around {
  /** Who took it on, answered or ended it, the latest first. */
  handlers: readonly string[];
  workspace: WorkspacePolicy;
  policy: Policy;
  attendance: Attendance;
  now: Date;
}

/** States in which a close request can be answered: also late, when silence has closed the case. */
const ASKABLE = ['solved', 'closed_unconfirmed'];

/** The member says that it is solved. */
export function saySolved(file: CaseFile, replyId: number | null, now: Date): Verdicts {
  const request = requestOf(file, replyId);
  const refused = mayAnswer(file, request);
  if (!request || refused) return refused ?? 'not-asked';
  return {
    set: { state: 'closed', closedAt: now, snoozedUntil: null },
    closing: { replyId: request.replyId, answer: 'solved' },
    clocks: stopClocks(file),
    history: [{ action: 'said_solved', actorId: file.case.member.userId }],
  };
}

/**
 * The member says that it is not: the case is taken up again one level up, by somebody who has not handled it so far. Where
 * nobody else could see it, one of those who have stays, as `keepOut` says.
 */
export function sayNotYet(file: CaseFile, replyId: number | null, reason: string, around: Around): Verdicts {
  const { handlers, workspace, policy, now } = around;
  const words = file.isOptedOut ? '' : reason.trim();
  const request = requestOf(file, replyId);
  const refused = mayAnswer(file, request);
  if (!request || refused) return refused ?? 'not-asked';
  if (words.length > WORDS_MAX) return 'unclear';
  const { member } = file.case;
  const level = above(file.case.level);
  const authors = file.replies.flatMap(({ authorId, state }) =>
    state === 'sent' && authorId ? [authorId] : [],
  );
  const previousHandlers = [...handlers, ...authors].filter((userId) => userId !== member.userId);
  const { file: left, change: out } = keepOut(
    file,
    { accused: [], previousHandlers },
    workspace,
    policy.prefix,
  );
  const after: CaseFile = { ...left, case: { ...left.case, handlerId: null, state: 'reopened', level } };
  return {
    set: { state: 'reopened', closedAt: null, snoozedUntil: null, handlerId: null, level },
    closing: { replyId: request.replyId, answer: 'not_yet', reason: words },
    exclude: out.exclude,
    notes: words
      ? [{ authorId: member.userId, text: textsOf(workspace).rules.notices.notSolved(words) }]
      : [],
    clocks: [
      ...stopClocks(file),
      ...whenReopened({ ...after, replies: arrived(file, request) }, policy, now),
    ],
    history: [
      { action: 'said_not_yet', actorId: member.userId, detail: { level: `L${level}` } },
      ...out.history,
    ],
    deliveries: [...out.deliveries, ...tellNext(after, request, words, around)],
  };
}

/** A rating counts exactly as it was given: one whole number from 1 to 5, and nothing that has to be guessed. */
export function rate(file: CaseFile, replyId: number | null, typed: string): Verdicts {
  const request = requestOf(file, replyId);
  const refused = maySayMore(file, request);
  if (!request || refused) return refused ?? 'not-asked';
  if (request.rating !== null) return 'settled';
  const rating = RATINGS.find((each) => String(each) === typed.trim());
  if (rating === undefined) return 'unclear';
  return {
    closing: { replyId: request.replyId, rating },
    history: [{ action: 'rated', actorId: file.case.member.userId, detail: { rating: String(rating) } }],
  };
}

/** A few words of the member about how it was looked after, once they have rated it. @param texts in the language of the community */
export function comment(file: CaseFile, replyId: number | null, typed: string, texts: Texts): Verdicts {
  const request = requestOf(file, replyId);
  const refused = mayComment(file, replyId);
  if (!request || request.rating === null || refused) return refused ?? 'not-asked';
  const words = typed.trim();
  if (!words || words.length > WORDS_MAX) return 'unclear';
  const { userId } = file.case.member;
  return {
    closing: { replyId: request.replyId, comment: words },
    notes: [{ authorId: userId, text: texts.rules.notices.rated(request.rating, words) }],
    history: [{ action: 'commented', actorId: userId }],
  };
}

/** Before somebody is shown the form for the reason: why not, or null when they may. */
export function mayAnswer(file: CaseFile, request: CloseRequest | undefined): Untimely | null {
  if (!request) return 'not-asked';
  if (request.answer !== null) return 'settled';
  return request.isOver || !ASKABLE.includes(file.case.state) ? 'over' : null;
}

/** The same for the form for a comment. */
export function mayComment(file: CaseFile, replyId: number | null): Untimely | null {
  const request = requestOf(file, replyId);
  const refused = maySayMore(file, request);
  if (refused) return refused;
  if (request?.comment !== null) return 'settled';
  if (request.rating === null) return 'rate-first';
  return file.isOptedOut ? 'not-kept' : null;
}

function maySayMore(file: CaseFile, request: CloseRequest | undefined): Untimely | null {
  if (request?.answer === 'solved') return request.isOver ? 'over' : null;
  if (request?.answer === 'not_yet') return 'over';
  return mayAnswer(file, request) ?? 'solve-first';
}

/** The question that is meant: the one whose message was pressed, else the last. */
export function requestOf({ closeRequests }: CaseFile, replyId: number | null): CloseRequest | undefined {
  return replyId === null
    ? closeRequests.at(-1)
    : closeRequests.find((request) => request.replyId === replyId);
}

/** Whoever answers a question has received it, whatever is known of that by now. */
function arrived({ replies }: CaseFile, { replyId }: CloseRequest): CaseFile['replies'] {
  return replies.map((reply) => (reply.replyId === replyId ? { ...reply, state: 'sent' } : reply));
}

/**
 * Whoever looks after it now, and whoever has to know at once: the leads at the second level, management at the third. Nobody
 * whom it is kept from. With nobody to tell, the triage channel hears that a case waits.
 */
function tellNext(
  file: CaseFile,
  { replyId }: CloseRequest,
  reason: string,
  { workspace, attendance }: Around,
): NewDelivery[] {
  const { workspaceId, level } = file.case;
  const people = new Set([...caretakers(file, workspace, attendance), ...heads(file, workspace)]);
  const say: Say = ({ rules: { notices } }) => ({
    title: notices.notYetTitle,
    blocks: whatToDo(level, reason, notices),
  });
  const triage = { type: 'channel' as const, workspaceId, channelId: workspace.triage };
  if (people.size === 0)
    return [{ key: `not-yet-${replyId}`, place: triage, body: noticeTo(triage, workspace, say) }];
  const body = noticeTo({ type: 'dm' }, workspace, say);
  return [...people].map((userId) => ({
    key: `not-yet-${replyId}-${userId}`,
    place: { type: 'dm', workspaceId, userId },
    body,
  }));
}

function heads(file: CaseFile, workspace: WorkspacePolicy): string[] {
  return file.case.level < 3 ? leadsWhoSee(file, workspace) : managers(file, workspace);
}

function whatToDo(level: Level, reason: string, notices: Texts['rules']['notices']): Block[] {
  return [
    paragraph(notices.notYet(level)),
    reason ? { type: 'quote', children: [{ type: 'text', text: reason }] } : paragraph(notices.noReason),
    paragraph(notices.nobodyHasIt),
  ];
}
