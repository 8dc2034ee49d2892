import type { Pool } from 'pg';
import { z } from 'zod';
import { AppError, NotPossible } from '../errors.ts';
import { keysInUse, opensWith, use } from './agree-on-keys.ts';
import { addJobs } from './jobs.ts';
import type { Keys, KeyState, Resealed } from './keys-port.ts';
import { resealOne } from './reseal.ts';
import type { Seal } from './seal.ts';
import { SEALED_TABLES } from './sealed-tables.ts';
import { rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** The keys of a database that `migrate` has brought up to date. @param seal null: this program has no key */
export function createKeys(pool: Pool, { now, seal }: { now: () => Date; seal: Seal | null }): Keys {
  const source: Source = { pool, now };
  return {
    list: () => holdClient(pool, (sql) => list(sql, seal)),
    reseal: (options) => reseal(source, required(seal), options),
    retire: () => atomically(source, ({ sql }) => retire(sql, required(seal))),
    forget: (keyId) =>
      atomically(source, async (work) => {
        const { sql } = work;
        const known = (await keysInUse(sql)).find((each) => each.keyId === keyId);
        if (!known) return null;
        if (seal && opensWith(known, seal))
          throw new NotPossible(
            `The key ${keyId} is here, so nothing under it is lost. To be rid of it, put another key in front and run "keys rotate".`,
          );
        return forget(work, keyId);
      }),
  };
}

function required(seal: Seal | null): Seal {
  if (seal) return seal;
  throw new AppError(
    'KEY_MISSING',
    'There are no keys here: run the command with the HEARBACK_KEYS, or in the data folder, that Hearback uses.',
    'never',
  );
}

const countRow = z.object({ keyId: z.string().nullable(), count: z.number() });

async function list(sql: Sql, seal: Seal | null): Promise<Awaited<ReturnType<Keys['list']>>> {
  const inUse = await keysInUse(sql);
  const ids = [...new Set([...(seal?.keyIds ?? []), ...inUse.map(({ keyId }) => keyId)])];
  const keys = ids.map((id): KeyState => {
    const known = inUse.find(({ keyId }) => keyId === id);
    const isHere = seal?.keyIds.includes(id) === true && (!known || opensWith(known, seal));
    return { id, isFirst: id === seal?.keyId, isHere, isInUse: known !== undefined, counts: {} };
  });
  const unsealed: Record<string, number> = {};
  for (const { table, bytes, noun } of SEALED_TABLES) {
    const counted = await rows(
      sql,
      countRow,
      `select sealed_with as "keyId", count(*) from hearback.${table} where ${bytes} is not null group by sealed_with`,
    );
    for (const { keyId, count } of counted) {
      const counts = keys.find(({ id }) => id === keyId)?.counts ?? unsealed;
      counts[noun] = count;
    }
  }
  return { keys, unsealed };
}

async function reseal(
  source: Source,
  seal: Seal,
  { onMoved, stopped }: Parameters<Keys['reseal']>[0],
): Promise<Resealed> {
  await atomically(source, ({ sql, at }) => use(sql, seal, at));
  const result: Resealed = { moved: 0, problems: [] };
  for (const sealed of SEALED_TABLES) {
    let after = -1;
    while (!stopped.aborted) {
      const step = await resealOne(source, seal, sealed, after, 'others');
      if (!step) break;
      after = step.rowId;
      if (step.problem !== null) {
        result.problems.push(step.problem);
        continue;
      }
      result.moved += 1;
      onMoved();
    }
  }
  return result;
}

/** A key that something is sealed under stays: the database itself refuses to let it go. */
async function retire(sql: Sql, seal: Seal): Promise<string[]> {
  const unused = SEALED_TABLES.map(
    ({ table }) => `not exists (select from hearback.${table} where sealed_with = seal_key.key_id)`,
  );
  const retired = await rows(
    sql,
    z.object({ keyId: z.string() }),
    `delete from hearback.seal_key where key_id <> $1 and ${unused.join(' and ')} returning key_id as "keyId"`,
    [seal.keyId],
  );
  return retired.map(({ keyId }) => keyId);
}

async function forget(work: Work, keyId: string): Promise<Record<string, number>> {
  const { sql } = work;
  const lost: Record<string, number> = {};
  for (const { table, id, bytes, noun, whenLost, askAgain } of SEALED_TABLES) {
    const gone = await rows(
      sql,
      z.object({ rowId: z.number() }),
      `update hearback.${table} set ${bytes} = null, sealed_with = null, ${whenLost}
       where sealed_with = $1 returning ${id} as "rowId"`,
      [keyId, `The key ${keyId} it was sealed under was lost.`],
    );
    if (gone.length > 0) lost[noun] = gone.length;
    if (askAgain)
      await addJobs(
        work,
        gone.map(({ rowId }) => ({ kind: askAgain.kind, data: { [askAgain.data]: rowId } })),
      );
  }
  await run(sql, 'delete from hearback.seal_key where key_id = $1', [keyId]);
  return lost;
}
