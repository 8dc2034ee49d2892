import { z } from 'zod';
import { isCc } from '../cases/cc.ts';
import { comesTooLate } from '../cases/comes-too-late.ts';
import { helpersUnreachable, isQuestionToHelpers } from '../cases/community.ts';
import type { CaseFile } from '../cases/case.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import { dueCases } from '../cases/due-cases.ts';
import { assertInternal, assertStillMeant, readersOf } from '../cases/leaks.ts';
import { viewOf } from '../cases/cards/view-of.ts';
import { isMail } from '../chat/mail.ts';
import type { MessageRef, Place } from '../chat/ref.ts';
import { turnFirst } from '../chat/turn-first.ts';
import { AppError } from '../errors.ts';
import { ofManyCases } from '../digest.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { afterSent } from '../replies/after-sent.ts';
import { insteadOfReminders } from '../replies/instead-of-reminders.ts';
import { instead } from '../replies/instead.ts';
import { contentAcross } from '../replies/named-across.ts';
import { afterOf, partOf } from '../replies/parts.ts';
import { readingOf } from '../replies/reading-of.ts';
import { remindersToLeads } from '../replies/reminders-to-leads.ts';
import { sayDue } from '../replies/say-due.ts';
import { sayEvidence } from '../replies/say-evidence.ts';
import { sayFollowed } from '../replies/say-followed.ts';
import { isLateByMail, MAIL_AGAIN_AFTER_MS, sayMail } from '../replies/say-mail.ts';
import { topicContent } from '../replies/topic-content.ts';
import { wholeContent } from '../replies/whole-content.ts';
import type { Delivery } from '../store/store.ts';
import { defineHandler, type Context } from './handler.ts';

/** How long a card waits for a channel to be made private, or the bot to be invited (ms). */
const CARD_AGAIN_AFTER_MS = 60_000;

type ChannelPlace = Extract<Place, { type: 'channel' }>;

interface Sent {
  posted: MessageRef | null;
  /** How many messages all of it takes. */
  of: number;
  /** When it was posted, where it was found. */
  foundAt?: Date;
  /** What stands there, where that depended on who reads it. */
  said?: DeliveryBody;
}

interface Tried {
  delivery: Delivery;
  file: CaseFile | null;
}

/**
 * Says what a transaction has decided should be said: the only place that posts. The attempt is on record before the
 * call and its result after it; an attempt whose end is unknown is looked up before it is repeated.
 */
export const deliver = defineHandler({
  name: 'deliver',
  lane: 'deliver',
  data: z.object({ deliveryId: z.number() }),
  async run({ deliveryId }, context) {
    const { once, policy, now } = context;
    // What was tried, for the words that are said instead when it cannot be delivered.
    let tried: Tried | undefined;
    let parts = 1;
    let isPosted = false;
    // When it arrived, where an earlier attempt had posted it and nobody knew.
    let foundAt: Date | undefined;
    try {
      const isSent = await once.deliver(
        deliveryId,
        async (delivery, file, isRetry) => {
          tried = { delivery, file };
          const sent = await send(delivery, file, isRetry, context);
          parts = sent.of;
          isPosted = sent.posted !== null;
          foundAt = sent.foundAt;
          return sent;
        },
        (file, delivery) =>
          afterSent(file, delivery, { of: parts, foundAt }, policy(delivery.workspaceId), now()),
        (delivery) => awaitTurn(delivery, context),
      );
      if (isSent && isPosted && tried) await arrived(tried.delivery, context);
    } catch (error) {
      if (!tried || !(error instanceof AppError)) throw error;
      if (error.retry !== 'never' && !isLateByMail(tried.delivery, error, now())) throw error;
      await giveUp(tried, error, context);
    }
  },
});

async function awaitTurn({ place, body, mark }: Delivery, { chat }: Context): Promise<void> {
  // A mark is no post, and where evidence goes is found out with its card.
  if (isMail(place.workspaceId) || body.type === 'receipt' || body.type === 'evidence') return;
  await turnFirst(chat(place.workspaceId).awaitTurn(place, mark));
}

/**
 * It cannot be delivered as things are. Whoever it concerns is told. Cards keep trying, since staff would never see the
 * case; everything else is given up.
 */
async function giveUp(
  { delivery, file }: Tried,
  error: AppError,
  { store, once, policy, now, log }: Context,
): Promise<void> {
  const { deliveryId, place, body, workspaceId } = delivery;
  const workspace = workspaceOf(policy(workspaceId), workspaceId);
  const isCopy = body.type === 'copy' && place.type === 'channel' && file !== null && isCc(file, place);
  const isTriedAgain = body.type === 'triage' || body.type === 'escalation' || isCopy;
  const trouble =
    place.type === 'channel'
      ? await store.noteTrouble(workspaceId, aboutOf(deliveryId, place, error), error.message)
      : { troubleId: 0, isNew: true };
  const dues =
    workspace && body.type === 'reminders'
      ? await dueCases(delivery, { store, workspace, policy: policy(workspaceId) }, null)
      : null;
  const others = !workspace
    ? []
    : dues
      ? [...insteadOfReminders(delivery, dues.theirs), ...remindersToLeads(dues.others)]
      : instead(delivery, file, error, workspace, trouble.troubleId);
  if (trouble.isNew || !isTriedAgain)
    log.error({ err: error, deliveryId, kind: body.type }, 'this cannot be delivered');
  if (!isTriedAgain) {
    if (workspace && file && isQuestionToHelpers(body, file)) {
      const { caseId } = file.case;
      await store.change({ workspaceId, caseId }, (current) => ({
        change: helpersUnreachable(current, workspace, policy(workspaceId), now()),
        answer: null,
      }));
    }
    await once.failDelivery(deliveryId, error, others);
    return;
  }
  for (const other of others) await store.say(workspaceId, other, file?.case.caseId);
  const afterMs = isMail(place.workspaceId) ? MAIL_AGAIN_AFTER_MS : CARD_AGAIN_AFTER_MS;
  throw new AppError(error.code, error.message, { afterMs }, { cause: error });
}

/** What is in the way is the place, unless the platform refused this very message. */
function aboutOf(deliveryId: number, place: ChannelPlace, error: AppError): string {
  return error.code === 'PLATFORM_REFUSED' && !isMail(place.workspaceId)
    ? `delivery ${deliveryId}`
    : `channel ${place.channelId}`;
}

/** Something was posted, so whatever kept things from being posted there is over: should it come back, it is told of again. */
async function arrived({ deliveryId, place, workspaceId }: Delivery, { store, log }: Context): Promise<void> {
  if (place.type !== 'channel') return;
  const { channelId } = place;
  if (await store.endTrouble(workspaceId, [`delivery ${deliveryId}`, `channel ${channelId}`]))
    log.info({ channelId }, 'things can be posted there again');
}

async function send(
  delivery: Delivery,
  file: CaseFile | null,
  isRetry: boolean,
  context: Context,
): Promise<Sent> {
  const { body: given, place, workspaceId, mark } = delivery;
  if (isMail(place.workspaceId)) return mail(delivery, file, context);
  const chat = context.chat(place.workspaceId);
  if (given.type === 'receipt') {
    await chat.react(given.message, given.emoji, given.present);
    return { posted: null, of: 1 };
  }
  const policy = context.policy(workspaceId);
  const workspace = workspaceOf(policy, workspaceId);
  if (!workspace) throw new AppError('TARGET_GONE', 'This workspace is no longer in hearback.yaml.', 'never');
  const around = { ...context, workspace, policy };
  if (given.type === 'reminders') return sayDue(delivery, isRetry, chat, around);
  if (given.type === 'followed')
    return sayFollowed(delivery, isRetry, chat, { store: context.store, workspace, policy });
  const { view, locale, notice } = await readingOf(delivery, file, isRetry, chat, around);
  const body = notice ?? given;
  if (body.type === 'evidence') return sayEvidence({ ...delivery, body }, isRetry, view, chat, context);
  const room = { ...around, chat, locale, ofManyCases };
  const whole = await wholeContent(body, place, view, room, () => codeFor(body, file, context));
  if (!whole) return { posted: null, of: 1 };
  const { content: drawn, of } = partOf(whole, body, (blocks) => chat.split(blocks));
  const way = { home: workspaceId, where: place.workspaceId };
  const content = await contentAcross(drawn, way, { chat: context.chat, policy });
  // Asked right before it is posted, and once only: its turn has come already.
  if (content.type === 'card') await assertInternal(place, file, workspace, chat, readersOf(body));
  const before =
    isRetry && delivery.firstTriedAt
      ? await chat.findPosted(place, content, mark, delivery.firstTriedAt, afterOf(body))
      : null;
  if (before) return { posted: before, of, foundAt: chat.postedAt(before), ...(notice && { said: notice }) };
  if (file && (await comesTooLate(body, place, file, context.store))) return { posted: null, of: 1 };
  if (file && body.type === 'reply') assertStillMeant(file, body.replyId, policy);
  return { posted: await chat.post(place, content, mark), of, ...(notice && { said: notice }) };
}

/** To the mailbox of a department. */
async function mail(delivery: Delivery, file: CaseFile | null, context: Context): Promise<Sent> {
  const { body, workspaceId, place } = delivery;
  const policy = context.policy(workspaceId);
  const workspace = workspaceOf(policy, workspaceId);
  if (!workspace) throw new AppError('TARGET_GONE', 'This workspace is no longer in hearback.yaml.', 'never');
  const room = { ...context, policy, workspace };
  const topic =
    body.type === 'topic'
      ? await topicContent(body, place, { ...room, chat: context.chat(workspaceId) })
      : null;
  const ofMany = topic?.type === 'card' ? topic.card : null;
  return sayMail(delivery, file && (await viewOf(file, workspace, { ...context, policy })), ofMany, room);
}

/** The code a reply brings, if any. It exists in clear from here to the platform, and nowhere else. */
async function codeFor(
  body: Delivery['body'],
  file: CaseFile | null,
  { gifts }: Context,
): Promise<string | null> {
  if (body.type !== 'reply' || !file) return null;
  const giftId = file.replies.find(({ replyId }) => replyId === body.replyId)?.giftId ?? null;
  return giftId === null ? null : gifts.codeOf(file.case.workspaceId, giftId);
}
