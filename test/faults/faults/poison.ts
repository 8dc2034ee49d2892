import type { Fault } from './fault.ts';

/** Rows no handler can deal with: an unknown kind, data without its shape, data of no shape at all. */
const ROWS: [kind: string, data: unknown][] = [
  ['no-such-handler', { caseId: 1 }],
  ['deliver', { deliveryId: 'many' }],
  ['record-flag', {}],
  ['refresh-cards', { caseId: { of: ['another', 'shape'] } }],
  ['ring-clock', [1, 2, 3]],
  ['deliver', null],
];

/** Jobs that can never be done: they become dead letters with a reason, and nothing waits for them. */
export const poison: Fault = {
  name: 'poison',
  async strike({ arena, count, afterwards }) {
    count('faults');
    const ids: number[] = [];
    for (const [kind, data] of ROWS) {
      const [row] = await arena.sql<{ outbox_id: string }>(
        "insert into hearback.outbox (kind, data, run_at, added_at) values ($1, $2, now() - interval '1 s', now()) returning outbox_id",
        [kind, JSON.stringify(data)],
      );
      ids.push(Number(row?.outbox_id));
    }
    afterwards(async () => {
      const undone = 'select from hearback.outbox where outbox_id = any($1) and failed_at is null';
      await arena.until(
        'the poison to be given up',
        async () => (await arena.sql(undone, [ids])).length === 0,
        20_000,
      );
      await arena.sql('delete from hearback.outbox where outbox_id = any($1)', [ids]);
      return null;
    });
    return false;
  },
};
