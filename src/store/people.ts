import type { Pool } from 'pg';
import { z } from 'zod';
import { NOTHING_SET, type People } from './people-port.ts';
import { rows, run } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source } from './work.ts';

const personRow = z.object({
  userId: z.string(),
  timeZone: z.string().nullable(),
  zoneAskedAt: z.date().nullable(),
  awayUntil: z.date().nullable(),
  standIn: z.string().nullable(),
  toDoAt: z.string().nullable(),
  locale: z.string().nullable(),
});

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createPeople(pool: Pool, { now }: { now: () => Date }): People {
  const source: Source = { pool, now };
  return {
    of: (workspaceId, userIds) =>
      holdClient(pool, async (sql) => {
        const found = await rows(
          sql,
          personRow,
          `select user_id as "userId", time_zone as "timeZone", zone_asked_at as "zoneAskedAt", away_until as "awayUntil",
             stand_in as "standIn", to_do_at as "toDoAt", locale
           from hearback.person where workspace_id = $1 and user_id = any ($2)`,
          [workspaceId, userIds],
        );
        const known = new Map(found.map(({ userId, ...said }) => [userId, said]));
        return new Map(userIds.map((userId) => [userId, known.get(userId) ?? NOTHING_SET]));
      }),
    set: (workspaceId, userId, said) =>
      atomically(source, async ({ sql }) => {
        await run(
          sql,
          'insert into hearback.person (workspace_id, user_id) values ($1, $2) on conflict do nothing',
          [workspaceId, userId],
        );
        for (const [name, value] of Object.entries(said)) {
          const column = COLUMN_OF.get(name);
          if (column !== undefined && value !== undefined)
            await run(
              sql,
              `update hearback.person set ${column} = $3 where workspace_id = $1 and user_id = $2`,
              [workspaceId, userId, value],
            );
        }
      }),
  };
}

const COLUMN_OF: ReadonlyMap<string, string> = new Map<keyof typeof NOTHING_SET, string>([
  ['timeZone', 'time_zone'],
  ['zoneAskedAt', 'zone_asked_at'],
  ['awayUntil', 'away_until'],
  ['standIn', 'stand_in'],
  ['toDoAt', 'to_do_at'],
  ['locale', 'locale'],
]);
