import { NotPossible } from '../errors.ts';
import { kindName, kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { asksMember } from './asks-member.ts';
import { asksOf, assertAsksOnce } from './asks-twice.ts';
import type { CaseFile, Reply } from './case.ts';
import type { Change, ClockChange } from './change.ts';
import { startClock, stopClocks } from './clocks.ts';
import { ANSWERED, whenAnswered } from './clock-turns.ts';
import { NOTHING_SAID, type Said } from './details.ts';
import { assertGiftKept, assertGiftMayGo, assertMayGive } from './gift.ts';
import { answerPlace } from './open.ts';
import { consentKept } from './consent.ts';
import { startSilence } from './silence.ts';
import { assertOpen, isOpen } from './states.ts';

/** Longest text a person can send to a member in one go (characters). It arrives as about six messages; longer texts are not read as Markdown. */
const REPLY_MAX = 10_000;

/** Keeps what somebody wants to say to the member, to be seen before it is sent. A draft of theirs is replaced. */
export function draft(
  file: CaseFile,
  markdown: string,
  by: string,
  replyId: number | null,
  policy: Policy,
): Change {
  assertOpen(file.case);
  assertAnswered(file, policy);
  const isPrivate = kindOf(policy, file.case.kind).answer === 'private';
  if (!markdown.trim()) throw new NotPossible(({ rules }) => rules.answers.empty);
  if (markdown.length > REPLY_MAX)
    throw new NotPossible(({ rules }) => rules.answers.tooLong(markdown.length, REPLY_MAX));
  const place = answerPlace(file, isPrivate);
  if (!place) throw new NotPossible(({ rules }) => rules.answers.noThread);
  const existing = replyId === null ? null : draftOf(file, replyId);
  if (existing) assertGiftKept(file, existing, markdown);
  return {
    history: [{ action: 'drafted', actorId: by }],
    ...(existing ? { replyStates: [{ replyId: existing.replyId, state: 'discarded' }] } : {}),
    replies: [
      {
        markdown,
        authorId: by,
        // What was begun in public does not end there once the case is one that is answered in private.
        place: existing && !isPrivate ? existing.place : place,
        send: false,
        asks: asksOf(markdown, existing),
        promises: existing?.promises ?? null,
        ...(existing && { purpose: existing.purpose, ...consentKept(existing, markdown) }),
        ...(existing?.giftId && { giftId: existing.giftId }),
      },
    ],
  };
}

/**
 * The one click that sends. The case may have become one of another kind since the words were written.
 * @param said what the member has said so far; null: it may ask for what is known, a person has seen that it does
 * @param wait whether the case waits for the member then; null: when the words ask them something
 * @throws {NotPossible} when it was sent or discarded meanwhile: nobody is answered twice
 * @throws {AsksTwice}
 */
export function send(
  file: CaseFile,
  replyId: number | null,
  by: string,
  policy: Policy,
  said: Said | null = NOTHING_SAID,
  wait: boolean | null = null,
): Change {
  assertOpen(file.case);
  const chosen = replyId === null ? newestDraftOf(file, by) : draftOf(file, replyId);
  assertAnswered(file, policy);
  if (kindOf(policy, file.case.kind).answer === 'private' && chosen.place.type !== 'dm')
    throw new NotPossible(({ rules }) => rules.answers.privateByNow);
  if (said) assertAsksOnce(file, chosen, said);
  assertGiftMayGo(file, chosen);
  if (chosen.giftId !== null) assertMayGive(file, by, policy);
  return {
    replyStates: [{ replyId: chosen.replyId, state: 'queued', waits: wait ?? asksMember(chosen) }],
    ...(file.case.state === 'new' && { set: { state: 'open' as const } }),
    history: [{ action: 'reply_approved', actorId: by }],
  };
}

export function discard(file: CaseFile, replyId: number | null, by: string): Change {
  const chosen = replyId === null ? newestDraft(file) : draftOf(file, replyId);
  return {
    replyStates: [{ replyId: chosen.replyId, state: 'discarded' }],
    history: [{ action: 'draft_discarded', actorId: by }],
  };
}

/** @throws {NotPossible} for a kind of case that nobody answers */
export function assertAnswered({ case: found }: Pick<CaseFile, 'case'>, policy: Policy): void {
  if (kindOf(policy, found.kind).answer !== 'never') return;
  throw new NotPossible(({ rules, common }) =>
    rules.answers.neverAnswered(kindName(policy, found, common.code)),
  );
}

/**
 * The member has been answered: from now on somebody follows up. What they said while it was on its way is still to be answered.
 * @param at when it arrived, where that was found out later
 */
export function replySent(file: CaseFile, reply: Reply, policy: Policy, now: Date, at?: Date): Change {
  const change = whenSent(file, reply, policy, now);
  if (!at || !change.clocks) return change;
  return {
    ...change,
    clocks: change.clocks.map((turn) => ('met' in turn && turn.met ? { ...turn, at } : turn)),
  };
}

function whenSent(file: CaseFile, reply: Reply, policy: Policy, now: Date): Change {
  const said = {
    history: [{ action: 'replied', actorId: reply.authorId, detail: { reply: String(reply.replyId) } }],
    replyStates: [{ replyId: reply.replyId, state: 'sent' as const }],
  };
  if (!isToMember(reply)) return said;
  // A case that is not solved any more asks nothing: its member, or somebody else, was quicker.
  if (reply.purpose === 'closing') return { ...said, clocks: whenAskedToClose(file, policy, now) };
  // A nudge asks for an answer, and is none.
  if (reply.purpose === 'nudge') return said;
  if (hasSpokenSince(file, reply)) {
    const turns = whenAnswered(file, policy, now, reply.promises);
    return { ...said, clocks: turns.filter((turn) => turn.op !== 'stop' || turn.kind !== 'next_response') };
  }
  if (isAllThereIs(file, reply, policy)) {
    return {
      ...said,
      // Nobody was asked whether it is solved.
      set: { state: 'closed_unconfirmed', closedAt: now, snoozedUntil: null },
      history: [...said.history, { action: 'resolved', actorId: null }],
      clocks: [...ANSWERED, ...stopClocks(file, true)],
    };
  }
  if (reply.waits && isOpen(file.case)) {
    const waiting: CaseFile = { ...file, case: { ...file.case, state: 'waiting_on_member' } };
    return {
      ...said,
      set: { state: 'waiting_on_member' },
      clocks: [...whenAnswered(waiting, policy, now, reply.promises), startSilence(waiting, policy, now)],
    };
  }
  return {
    ...said,
    // The words that go with a resolved case are its last: nothing is left to follow up.
    clocks: whenAnswered(file, policy, now, reply.promises),
  };
}

/** The member may have been quicker and taken the case up again: then they hear from us again. */
function whenAskedToClose(file: CaseFile, policy: Policy, now: Date): ClockChange[] {
  if (file.case.state === 'solved') return [startSilence(file, policy, now)];
  const isPromised = file.clocks.some(({ kind }) => kind === 'update_due');
  const isQuiet = isOpen(file.case) && file.case.state !== 'waiting_on_member' && !isPromised;
  return isQuiet ? [startClock('update_due', file.case, policy, now)] : [];
}

/** Whether the member waits for an answer to words that this one could not know of. */
function hasSpokenSince({ clocks }: CaseFile, { queuedAt }: Reply): boolean {
  return (
    queuedAt !== null && clocks.some((clock) => clock.kind === 'next_response' && clock.startedAt > queuedAt)
  );
}

/** Thanks for what needs no action end the case: nobody has to follow up. */
function isAllThereIs(file: CaseFile, { purpose }: Reply, policy: Policy): boolean {
  const kind = kindOf(policy, file.case.kind);
  const isUntouched = file.case.handlerId === null && file.departments.length === 0;
  return purpose === 'answer' && kind.whenAnswered === 'close' && isUntouched && isOpen(file.case);
}

/** What is said to others of the community about a case answers nobody. */
export function isToMember({ purpose }: Reply): boolean {
  return purpose !== 'community' && purpose !== 'thanks';
}

/** @throws {NotPossible} when there is none. */
function newestDraft(file: CaseFile): Reply {
  const found = draftFor(file);
  if (!found) throw new NotPossible(({ rules }) => rules.answers.none);
  return found;
}

/** Somebody who has written words of their own, and then says no more than *send*, does not mean those of a department that came in between. */
function newestDraftOf(file: CaseFile, by: string): Reply {
  const found = newestDraft(file);
  const hasOwn = file.replies.some(
    (reply) => reply.state === 'draft' && reply.authorId === by && isToMember(reply),
  );
  if (hasOwn && found.authorId !== null && found.authorId !== by)
    throw new NotPossible(({ rules }) => rules.answers.theirs);
  return found;
}

/** The newest draft that a member would get. */
export function draftFor({ replies }: CaseFile): Reply | undefined {
  return replies.findLast((reply) => reply.state === 'draft' && isToMember(reply));
}

/** The draft somebody saw. @throws {NotPossible} when it is none any more */
export function draftOf(file: CaseFile, replyId: number): Reply {
  const found = file.replies.find((reply) => reply.replyId === replyId);
  if (!found) throw new NotPossible(({ rules }) => rules.answers.ofAnotherCase);
  if (found.state === 'queued' || found.state === 'sent')
    throw new NotPossible(({ rules }) => rules.answers.sent);
  if (found.state !== 'draft')
    throw new NotPossible(({ rules: { answers } }) =>
      draftFor(file) ? answers.replaced : answers.discarded,
    );
  return found;
}
