import type { Pool } from 'pg';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import type { Store } from '../../src/store/store.ts';
import { deliveryIdOf, deliveryTo, fresh, jobFor, jobs, message, opened } from './record.ts';

export const none = () => null;

/** A case with one delivery waiting. */
export async function waiting(store: Store, pool: Pool, body: DeliveryBody = { type: 'triage' }) {
  const workspaceId = fresh('slack:T');
  const { key } = await opened(store, message({ workspaceId }), {
    history: [],
    deliveries: [deliveryTo(workspaceId, 'card', body)],
  });
  const deliveryId = await deliveryIdOf(pool, workspaceId, 'card');
  const { outboxId: job } = await jobFor(pool, 'deliver', 'deliveryId', deliveryId);
  const posted = { workspaceId, channelId: 'triage', messageId: 'posted' };
  return { workspaceId, key, deliveryId, job, posted };
}

/** The delivery as it stands on record. */
export async function rowOf(pool: Pool, deliveryId: number) {
  const found = await pool.query<{
    state: string;
    attempts: number;
    posted_message: string | null;
    shown_version: number;
    failure_code: string | null;
  }>(
    'select state, attempts, posted_message, shown_version, failure_code from hearback.delivery where delivery_id = $1',
    [deliveryId],
  );
  return found.rows[0];
}

/** How often the cards of a case were asked to follow it. */
export async function refreshes(pool: Pool, caseId: number): Promise<number> {
  return (await jobs(pool, 'refresh-cards')).filter(({ data }) => data['caseId'] === caseId).length;
}
