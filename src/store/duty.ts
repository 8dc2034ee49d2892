import type { Pool } from 'pg';
import type { Duty } from './duty-port.ts';
import { offer, pass } from './offers.ts';
import { alongsideOf, tasksOf, untakenFor, weekOf } from './tasks.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source } from './work.ts';

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createDuty(pool: Pool, { now }: { now: () => Date }): Duty {
  const source: Source = { pool, now };
  return {
    offer: (eyes) => offer(source, eyes),
    pass: (eyes, number) => atomically(source, (work) => pass(work, eyes, number)),
    tasks: (eyes) => holdClient(pool, (sql) => tasksOf(sql, eyes)),
    untaken: (eyes) => holdClient(pool, (sql) => untakenFor(sql, eyes)),
    alongside: (eyes) => holdClient(pool, (sql) => alongsideOf(sql, eyes)),
    week: (eyes) => holdClient(pool, (sql) => weekOf(sql, eyes, now())),
  };
}
