import { isOpen } from '../cases/states.ts';
import type { CaseFile, Clock, State } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { NOTHING_SAID } from '../cases/details.ts';
import { answerPlace } from '../cases/open.ts';
import { isStale } from '../cases/prepared.ts';
import { isToMember } from '../cases/reply.ts';
import { isAnswered, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer } from './composer.ts';
import { prepare } from './prepare.ts';

/** How it stands, in words for the member: with colleagues, with whoever took it on, or not looked at yet. */
const TEMPLATES = { team: 'update-team', handled: 'update', nobody: 'update-waiting' } as const;

/** States in which nobody owes the member anything. */
const THEIR_TURN: readonly State[] = ['waiting_on_member'];

/**
 * What the member is told when their update comes due and there is nothing new: how it stands, and by when they hear again. It
 * waits for a click on *Send*. An earlier one that names a moment that is over makes room for it.
 * @returns null where words for them are waiting or under way already, where people write every word, where nothing can be said
 * through us, and when a template is broken
 */
export function preparedUpdate(
  file: CaseFile,
  clock: Clock,
  workspace: WorkspacePolicy,
  policy: Policy,
  compose: Composer,
  now: Date,
): Change | null {
  const kind = kindOf(policy, file.case.kind);
  const place = answerPlace(file, kind.answer === 'private');
  const isTheirs = isOpen(file.case) && !THEIR_TURN.includes(file.case.state);
  if (clock.kind !== 'update_due' || clock.step > 0 || !isTheirs || !place || !isAnswered(kind)) return null;
  const waiting = file.replies.filter(
    (reply) => isToMember(reply) && (reply.state === 'draft' || reply.state === 'queued'),
  );
  if (!waiting.every((reply) => reply.purpose === 'update' && isStale(reply, now))) return null;
  const words = prepare([updateTemplate(file)], file, workspace, policy, compose, now, NOTHING_SAID);
  if (!words || 'problem' in words) return null;
  return {
    history: [{ action: 'update_prepared', actorId: null }],
    ...(waiting.length > 0 && {
      replyStates: waiting.map(({ replyId }) => ({ replyId, state: 'discarded' as const })),
    }),
    replies: [{ ...words, authorId: null, place, purpose: 'update', send: false }],
  };
}

/** The template that says truthfully how it stands. No department is named: who looks at it inside is nobody else's business. */
function updateTemplate({ case: found }: Pick<CaseFile, 'case'>): string {
  if (found.state === 'waiting_on_team') return TEMPLATES.team;
  return found.handlerId === null ? TEMPLATES.nobody : TEMPLATES.handled;
}
