import { run } from './sql.ts';
import type { Tidier } from './tidier.ts';
import { atomically } from './work.ts';

/** Rows removed of each in one transaction. */
const BATCH = 500;

/** One-time links and sessions that open nothing any more. */
export const tidyDoor: Tidier = {
  name: 'sessions',
  async step({ source }) {
    const [links, sessions] = await atomically(source, async ({ sql, at }) => [
      await run(sql, expired('access_link'), [BATCH, at]),
      await run(sql, expired('session'), [BATCH, at]),
    ]);
    const removed = (links ?? 0) + (sessions ?? 0);
    return { removed, next: links === BATCH || sessions === BATCH ? 0 : null };
  },
};

function expired(table: 'access_link' | 'session'): string {
  return `delete from hearback.${table} where token_hash in (
    select token_hash from hearback.${table} where expires_at <= $2 order by expires_at limit $1 for update skip locked)`;
}
