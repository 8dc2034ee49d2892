import { NotPossible } from '../errors.ts';
import type { Policy } from '../policy/schema.ts';
import type { CaseFile, Change, Reply } from './case.ts';
import { startClock } from './clocks.ts';
import { answerPlace } from './open.ts';
import { assertOpen, isOpen } from './states.ts';

/** Longest text a person can send to a member in one go (characters); more is unreadable in a chat and splits badly. */
export const REPLY_MAX = 6_000;

/** Keeps what somebody wants to say to the member, to be seen before it is sent. A draft of theirs is replaced. */
export function draft(file: CaseFile, markdown: string, by: string, replyId: number | null): Change {
  assertOpen(file.case);
  if (!markdown.trim()) throw new NotPossible('The reply is empty. Write what the member should read.');
  if (markdown.length > REPLY_MAX)
    throw new NotPossible(`The reply has ${markdown.length} characters; please stay below ${REPLY_MAX}.`);
  const place = answerPlace(file, false);
  if (!place)
    throw new NotPossible(
      'This case came in without a message, so there is no thread to answer in. Answer the way it came, and note it with /feedback note.',
    );
  const existing = replyId === null ? null : draftOf(file, replyId);
  return {
    history: [{ action: 'drafted', actorId: by }],
    ...(existing ? { replyStates: [{ replyId: existing.replyId, state: 'discarded' }] } : {}),
    replies: [{ markdown, authorId: by, place: existing?.place ?? place, send: false }],
  };
}

/** The one click that sends. @throws {NotPossible} when it was sent or discarded meanwhile: nobody is answered twice. */
export function send(file: CaseFile, replyId: number | null, by: string): Change {
  assertOpen(file.case);
  const chosen = replyId === null ? newestDraft(file) : draftOf(file, replyId);
  return {
    replyStates: [{ replyId: chosen.replyId, state: 'queued' }],
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

/** The member has been answered: from now on somebody follows up. */
export function replySent(file: CaseFile, reply: Reply, policy: Policy, now: Date): Change {
  return {
    history: [{ action: 'replied', actorId: reply.authorId, detail: { reply: String(reply.replyId) } }],
    replyStates: [{ replyId: reply.replyId, state: 'sent' }],
    // The words that go with a resolved case are its last: nothing is left to follow up.
    clocks: isOpen(file.case)
      ? [{ op: 'stop', kind: 'first_response' }, startClock('follow_up', file.case, policy, now)]
      : [],
  };
}

/** @throws {NotPossible} when there is none. */
function newestDraft(file: CaseFile): Reply {
  const found = file.replies.findLast(({ state }) => state === 'draft');
  if (!found) throw new NotPossible('There is no answer waiting to be sent. Write one with Reply.');
  return found;
}

function draftOf(file: CaseFile, replyId: number): Reply {
  const found = file.replies.find((reply) => reply.replyId === replyId);
  if (!found) throw new NotPossible('That answer does not belong to this case.');
  if (found.state === 'queued' || found.state === 'sent')
    throw new NotPossible('That answer has already been sent.');
  if (found.state !== 'draft')
    throw new NotPossible('That answer was discarded. Write a new one with Reply.');
  return found;
}
