import type { Change } from '../cases/change.ts';
import { isRestricted } from '../cases/exclude.ts';
import { NotYet, RateLimited } from '../errors.ts';
import { lockFile, readFile } from './cases.ts';
import { changeCase } from './change-case.ts';
import { takeDelivery } from './deliveries.ts';
import { claim, settle, settling, type Ticket } from './effect.ts';
import { lookAgainAtTopic } from './follow-topics.ts';
import { lookAgainAtNews } from './followers.ts';
import { lookAgainAtHotThread } from './hot-threads.ts';
import { addJobs } from './jobs.ts';
import { lookAgainAtList } from './redraw-lists.ts';
import { lookAgain } from './reminders.ts';
import { json, run } from './sql.ts';
import type { Delivery, Store } from './store.ts';
import { atomically, atomicallyWhileWaiting, type Source, type Work } from './work.ts';

type Send = Parameters<Store['deliver']>[1];
type Decide = Parameters<Store['deliver']>[2];
type Ready = NonNullable<Parameters<Store['deliver']>[3]>;

/** How long to wait for whoever is sending the same thing (ms). */
const WAIT_FOR_SENDER_MS = 2_000;

/**
 * One attempt at a delivery, in two transactions: the first writes the attempt down, so that whoever comes after a crash
 * asks the platform before posting; the second holds the delivery while `send` runs and records what came of it. When
 * this process or its connection dies, the hold dies with it.
 */
export async function deliver(
  source: Source,
  ticket: Ticket | null,
  deliveryId: number,
  send: Send,
  decide: Decide,
  ready: Ready = () => Promise.resolve(),
): Promise<boolean> {
  const begin = async (work: Work) => {
    const due = !(await isDone(work, ticket)) && (await beginAttempt(work, deliveryId, ready));
    if (!due) await settle(work, ticket, null);
    return { result: due, isSpent: !due };
  };
  const isDue = await settling(ticket, () => atomicallyWhileWaiting(source, begin, { plansOnce: true }));
  if (!isDue) return false;
  return settling(ticket, () =>
    atomicallyWhileWaiting(
      source,
      async (work) => {
        const result = await attempt(work, deliveryId, send, decide);
        await settle(work, ticket, null);
        return { result, isSpent: true };
      },
      { plansOnce: true },
    ),
  ).catch(async (error: unknown) => {
    await takeBackAttempt(source, deliveryId, error);
    throw error;
  });
}

/**
 * Certainly nothing was posted, so there is nothing to look up next time: during a burst the looking up would use up the
 * platform's limits itself. When this cannot be written down, it is looked up once more than needed.
 */
async function takeBackAttempt(source: Source, deliveryId: number, error: unknown): Promise<void> {
  if (!(error instanceof RateLimited)) return;
  await atomically(source, ({ sql }) =>
    run(sql, 'update hearback.delivery set attempts = attempts - 1 where delivery_id = $1 and attempts > 0', [
      deliveryId,
    ]),
  ).catch(() => null);
}

/** A click is remembered only with the effect it had, so it cannot have been done before the delivery was. */
async function isDone(work: Work, ticket: Ticket | null): Promise<boolean> {
  return ticket !== null && 'job' in ticket.once && (await claim(work, ticket)) !== null;
}

async function beginAttempt({ sql, at }: Work, deliveryId: number, ready: Ready): Promise<boolean> {
  const taken = await hold(sql, deliveryId);
  if (!taken) return false;
  await ready(taken.delivery);
  sql.later(
    // The earlier of two clocks: with ours ahead, the post would be looked for where it cannot be, and posted again.
    `update hearback.delivery set state = 'sending', attempts = attempts + 1,
       first_tried_at = coalesce(first_tried_at, least($2::timestamptz, clock_timestamp())) where delivery_id = $1`,
    [deliveryId, at],
  );
  return true;
}

/** The delivery while it is still to be sent. @throws {NotYet} when somebody else holds it. */
async function hold(
  sql: Work['sql'],
  deliveryId: number,
): Promise<{ delivery: Delivery; attempts: number } | null> {
  const taken = await takeDelivery(sql, deliveryId);
  if (taken === 'held') throw new NotYet('Somebody else is sending it.', WAIT_FOR_SENDER_MS);
  return taken && (taken.delivery.state === 'sent' || taken.delivery.state === 'failed') ? null : taken;
}

async function attempt(work: Work, deliveryId: number, send: Send, decide: Decide): Promise<boolean> {
  const taken = await hold(work.sql, deliveryId);
  if (!taken) return false;
  const { delivery, attempts } = taken;
  const { workspaceId, caseId } = delivery;
  const file = caseId === null ? null : await readFile(work.sql, { workspaceId, caseId });
  // Counted now, under the hold: an attempt that began in between may have got as far as the platform.
  const { posted, said } = await send(delivery, file, attempts > 1);
  // A card found from an earlier attempt shows the case as it was then, which nobody wrote down: it is drawn again.
  const shownVersion = attempts > 1 ? 0 : (file?.case.version ?? 0);
  work.sql.later(
    `update hearback.delivery set state = 'sent', posted_channel = $2, posted_message = $3, posted_at = $4, shown_version = $5 where delivery_id = $1`,
    [deliveryId, posted?.channelId ?? null, posted?.messageId ?? null, work.at, shownVersion],
  );
  if (said)
    work.sql.later('update hearback.delivery set body = $2 where delivery_id = $1', [deliveryId, json(said)]);
  if (delivery.body.type === 'reminders') await lookAgain(work, deliveryId);
  if (delivery.body.type === 'followed') await lookAgainAtNews(work, deliveryId);
  // What was said while it was on its way is not on it yet.
  if (delivery.body.type === 'topic') await lookAgainAtTopic(work, delivery.body.topicId);
  if (delivery.body.type === 'hot_thread') await lookAgainAtHotThread(work, delivery.body.hotThreadId);
  if (delivery.body.type === 'digest' || delivery.body.type === 'to_do')
    await lookAgainAtList(work, delivery);
  // Of a mark at a message the case takes no note.
  if (caseId !== null && delivery.body.type !== 'receipt')
    await follow(work, { ...delivery, state: 'sent', posted, shownVersion }, caseId, decide);
  return true;
}

/** The case takes note of what was said. Only now is it held: sending can take long, and people go on working on it meanwhile. */
async function follow(work: Work, delivery: Delivery, caseId: number, decide: Decide): Promise<void> {
  const file = await lockFile(work.sql, { workspaceId: delivery.workspaceId, caseId });
  if (!file) return;
  const change: Change | null = decide(file, delivery);
  // What only queues the next message of a long reply is no new version of the case.
  if (change) await changeCase(work, file, change, change.history.length > 0);
  // Changes made while the card was on its way found no card to bring up to date.
  else if ((isCard(delivery) || isRestricted(file)) && file.case.version > delivery.shownVersion)
    await addJobs(work, [{ kind: 'refresh-cards', data: { caseId } }]);
}

function isCard({ body }: Delivery): boolean {
  return ['triage', 'escalation', 'approval', 'management', 'copy'].includes(body.type);
}
