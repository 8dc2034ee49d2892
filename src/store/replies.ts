import { z } from 'zod';
import { CONSENTS, PURPOSES, type Reply } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import type { Place } from '../chat/ref.ts';
import { addCloseRequest } from './close-requests.ts';
import { addDeliveries, reviveReply, type Owner } from './deliveries.ts';
import { followReply } from './gifts.ts';
import { listColumn } from './list-column.ts';
import { place } from './shapes.ts';
import { json, row, run } from './sql.ts';
import type { Work } from './work.ts';

/** How many replies a decision sees. */
const SEEN = 50;

/** As the column below gives them. */
export const repliesShape: z.ZodType<Reply[]> = z.array(
  z.object({
    replyId: z.number(),
    state: z.enum(['draft', 'queued', 'sent', 'failed', 'discarded']),
    markdown: z.string(),
    authorId: z.string().nullable(),
    place,
    purpose: z.enum(PURPOSES),
    language: z.string().nullable(),
    steps: z.array(z.string()),
    asks: z.array(z.string()),
    waits: z.boolean(),
    promises: z.coerce.date().nullable(),
    queuedAt: z.coerce.date().nullable(),
    giftId: z.number().nullable(),
    consentFor: z.string().nullable(),
    consent: z.enum(CONSENTS).nullable(),
  }),
);

/** The latest replies of a case `c`, newest last. */
export const REPLIES_COLUMN = listColumn(
  'replies',
  `select * from (
     select reply_id as "replyId", state, markdown, author_id as "authorId", place, purpose, language, steps, asks, waits, promises,
       queued_at as "queuedAt", gift_id as "giftId", consent_for as "consentFor", consent
     from hearback.reply where reply.case_id = c.case_id order by reply_id desc limit ${SEEN}) latest order by "replyId"`,
);

/** Writes new replies down; those to be sent get their delivery. */
export async function addReplies(
  work: Work,
  owner: Owner,
  replies: NonNullable<Change['replies']>,
): Promise<void> {
  for (const reply of replies) {
    const added = await row(
      work.sql,
      z.object({ replyId: z.number() }),
      `insert into hearback.reply (case_id, state, markdown, author_id, place, written_at, purpose, language, steps, asks, gift_id, consent_for, promises, queued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning reply_id as "replyId"`,
      [
        owner.caseId,
        reply.send ? 'queued' : 'draft',
        reply.markdown,
        reply.authorId,
        json(reply.place),
        work.at,
        reply.purpose ?? 'answer',
        reply.language ?? null,
        reply.steps ?? [],
        reply.asks ?? [],
        reply.giftId ?? null,
        reply.consentFor ?? null,
        reply.promises ?? null,
        reply.send ? work.at : null,
      ],
    );
    if (added && reply.purpose === 'closing') await addCloseRequest(work, owner.caseId, added.replyId);
    if (added && reply.send) await queueReply(work, owner, added.replyId, reply.place);
  }
}

/** Moves replies of this case on; a queued one gets its delivery, a failed one another attempt at the delivery it had. */
export async function moveReplies(
  work: Work,
  owner: Owner,
  moves: NonNullable<Change['replyStates']>,
): Promise<void> {
  for (const { replyId, state, markdown, waits } of moves) {
    const moved = await row(
      work.sql,
      z.object({ place }),
      `update hearback.reply set state = $3, markdown = coalesce($4, markdown), waits = coalesce($5, waits),
         queued_at = coalesce($6, queued_at) where case_id = $1 and reply_id = $2 returning place`,
      [owner.caseId, replyId, state, markdown ?? null, waits ?? null, state === 'queued' ? work.at : null],
    );
    if (moved) await followReply(work, owner.caseId, replyId, state);
    if (moved && state === 'queued') await queueReply(work, owner, replyId, moved.place);
  }
}

async function queueReply(work: Work, owner: Owner, replyId: number, to: Place): Promise<void> {
  const key = `reply-${replyId}`;
  const added = await addDeliveries(work, owner, [{ key, place: to, body: { type: 'reply', replyId } }]);
  if (added === 0) await reviveReply(work, owner, replyId);
}

/** The reply could not be sent, for good. */
export async function failReply(work: Work, caseId: number, replyId: number): Promise<void> {
  await run(
    work.sql,
    `update hearback.reply set state = 'failed' where case_id = $1 and reply_id = $2 and state = 'queued'`,
    [caseId, replyId],
  );
  await followReply(work, caseId, replyId, 'failed');
}
