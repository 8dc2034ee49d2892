import { viewOf } from '../cases/cards/view-of.ts';
import { z } from 'zod';
import { textsFor, type View } from '../cases/cards/view.ts';
import { followedCard } from '../cases/cards/followed.ts';
import type { CaseFile } from '../cases/case.ts';
import { isCc } from '../cases/cc.ts';
import { dueCases } from '../cases/due-cases.ts';
import { endByMail } from '../cases/end-by-mail.ts';
import { followedCases } from '../cases/followed-cases.ts';
import type { Content } from '../chat/card.ts';
import { assertInternal, type Surroundings } from '../cases/leaks.ts';
import { withdrawnCard } from '../cases/cards/restricted.ts';
import { isMail } from '../chat/mail.ts';
import { turnFirst } from '../chat/turn-first.ts';
import { AppError, TargetGone } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { contentOf } from '../replies/content.ts';
import { contentAcross } from '../replies/named-across.ts';
import { partOf } from '../replies/parts.ts';
import { localeAt } from '../replies/reader.ts';
import { remindersContent } from '../replies/say-reminders.ts';
import { filesStay } from '../replies/undelivered.ts';
import type { Delivery } from '../store/store.ts';
import { defineHandler, type Context } from './handler.ts';
import { textsOf } from '../texts/index.ts';

/** How often a case may change while its cards are being redrawn before the next job takes over. */
const ROUNDS = 5;

/** A case changed: its cards show it. A card older than the case is drawn again until none is, so the last state wins. */
export const refreshCards = defineHandler({
  name: 'refresh-cards',
  lane: 'deliver',
  canWait: true,
  data: z.object({ caseId: z.number() }),
  async run({ caseId }, context) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const stale = await context.store.staleCards(caseId);
      if (stale.length === 0) return;
      for (const card of stale) await redraw(card, caseId, context);
    }
    throw new AppError(
      'PLATFORM_UNAVAILABLE',
      'The case changes faster than its cards can be drawn.',
      'backoff',
    );
  },
});

async function redraw(card: Delivery, caseId: number, context: Context): Promise<void> {
  const { store, policy, chat, log } = context;
  const { workspaceId, place, body, posted, deliveryId } = card;
  const workspace = workspaceOf(policy(workspaceId), workspaceId);
  if (!workspace || !posted || body.type === 'receipt') return;
  if (!isMail(place.workspaceId)) await turnFirst(chat(place.workspaceId).awaitTurnToUpdate(posted));
  const file = await store.read({ workspaceId, caseId });
  if (!file) return;
  // Mail cannot be drawn again.
  if (isMail(place.workspaceId)) {
    const end = body.type === 'escalation' ? endByMail(file, place, textsOf(workspace)) : null;
    if (end) await store.say(workspaceId, end, caseId);
    return store.markShown(deliveryId, file.case.version, caseId);
  }
  const view = await viewOf(file, workspace, { ...context, policy: policy(workspaceId) });
  try {
    const content = await drawn(card, view, context);
    const way = { home: workspaceId, where: place.workspaceId };
    await chat(place.workspaceId).update(
      posted,
      await contentAcross(content, way, { chat, policy: policy(workspaceId) }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    // What cannot be drawn stays as it is, and keeps no other card from following its case.
    // Somebody deleted the card: the case still needs one.
    if (
      error instanceof TargetGone &&
      (body.type === 'triage' || body.type === 'escalation' || isCopied(card, file))
    )
      await store.say(workspaceId, { key: `again-${deliveryId}`, place, body }, caseId);
    else {
      log.warn({ err: error, deliveryId }, 'a card could not be updated');
      if (body.type === 'evidence')
        await store.say(workspaceId, filesStay(deliveryId, body.department, error, workspace));
    }
  }
  await store.markShown(deliveryId, file.case.version, caseId);
}

/** A channel that reads the case along still needs its card. */
function isCopied({ body, place }: Delivery, file: CaseFile): boolean {
  return body.type === 'copy' && place.type === 'channel' && isCc(file, place);
}

/** A card of this case; a message with several reminders is drawn from all of theirs. */
async function drawn(card: Delivery, about: View, { store, chat, compose }: Context): Promise<Content> {
  const { body, place } = card;
  const around = chat(place.workspaceId);
  const view = body.type === 'reply' ? about : { ...about, locale: await localeAt(place, about, around) };
  const texts = textsFor(view);
  // How a case stands now is asked for as when it is told: they may have lost what let them see it.
  if (body.type === 'followed')
    return {
      type: 'card',
      card: followedCard((await followedCases(card, { store, ...view }, around)).theirs, 0, texts),
    };
  if (await isOpenToOthers(card, view, around)) return { type: 'card', card: withdrawnCard(texts) };
  if (body.type === 'reminders')
    return remindersContent(
      (await dueCases(card, { store, ...view }, null)).theirs,
      body.personId,
      compose,
      view,
    );
  if (body.type === 'receipt')
    throw new AppError('PLATFORM_REFUSED', 'A reaction is not drawn again.', 'never');
  const whole = withoutMailed(contentOf(body, place, view, compose), body);
  return partOf(whole, body, (blocks) => around.split(blocks)).content;
}

/** What is only to be read, in a channel that is internal no more: hearback.yaml does not name it any longer, or somebody made it public. */
async function isOpenToOthers(
  { body, place }: Delivery,
  { workspace }: View,
  around: Surroundings,
): Promise<boolean> {
  if ((body.type !== 'copy' && body.type !== 'management') || place.type !== 'channel') return false;
  try {
    await assertInternal(place, null, workspace, around);
    return false;
  } catch (error) {
    // Where it cannot be asked for good, nobody knows who reads there.
    if (error instanceof AppError && error.retry === 'never') return true;
    throw error;
  }
}

/** Files of a mail that came with the word of it: drawn again because it is not for its reader any more, they go. */
function withoutMailed(content: Content, body: Delivery['body']): Content {
  return body.type === 'notice' && content.type === 'card'
    ? { type: 'card', card: { ...content.card, files: [] } }
    : content;
}
