import { both } from '../cases/both.ts';
import type { CaseFile } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { helpersAsked } from '../cases/community.ts';
import { notNudged } from '../cases/nudges.ts';
import { replySent } from '../cases/reply.ts';
import type { MessageRef } from '../chat/ref.ts';
import type { Policy } from '../policy/schema.ts';
import { nextPart } from './parts.ts';

/** A reply that arrived whole moves the case on; of a long one the next message follows. Cards and reminders change nothing. */
export function afterSent(
  file: CaseFile,
  delivery: Pick<Parameters<typeof nextPart>[0], 'body'> &
    Parameters<typeof nextPart>[0] & { posted: MessageRef | null },
  { of, foundAt }: { of: number; foundAt: Date | undefined },
  policy: Policy,
  now: Date,
): Change | null {
  const { body } = delivery;
  if (body.type !== 'reply') return null;
  const next = nextPart(delivery, of);
  if (next) return { history: [], deliveries: [next] };
  const reply = file.replies.find(({ replyId }) => replyId === body.replyId);
  if (!reply) return null;
  if (!delivery.posted) return notNudged(reply);
  const sent = replySent(file, reply, policy, now, foundAt);
  const { posted } = delivery;
  return reply.purpose === 'community' && posted
    ? both(sent, helpersAsked(reply, body.part?.first ?? posted.messageId))
    : sent;
}
