import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Seal } from './seal.ts';
import type { SealedTable } from './sealed-tables.ts';
import { row, run, type Sql } from './sql.ts';
import { atomically, type Source } from './work.ts';

/** Read at a time (bytes): what the database sends is several times larger on its way. */
const PIECE = 4_194_304;

/** The bytes of one row as they stand in the database, read in pieces. Null when it has none. */
export async function bytesOf(
  sql: Sql,
  { table, id, bytes }: SealedTable,
  rowId: number,
): Promise<Buffer | null> {
  const found = await row(
    sql,
    z.object({ length: z.number().nullable() }),
    `select octet_length(${bytes}) as length from hearback.${table} where ${id} = $1`,
    [rowId],
  );
  if (found?.length === undefined || found.length === null) return null;
  const all = Buffer.allocUnsafeSlow(found.length);
  let at = 0;
  while (at < all.length) {
    const piece = await row(
      sql,
      z.object({ piece: z.instanceof(Buffer) }),
      `select substring(${bytes} from $2::int for $3::int) as piece from hearback.${table} where ${id} = $1`,
      [rowId, at + 1, PIECE],
    );
    if (!piece || piece.piece.length === 0) return null;
    at += piece.piece.copy(all, at);
  }
  return all;
}

const nextRow = z.object({ rowId: z.number(), sealedWith: z.string().nullable() });

/** What `resealOne` came to: the row it looked at, and why it could not be moved, if it could not. */
export interface Step {
  rowId: number;
  problem: string | null;
}

/**
 * Seals the next row behind `after` under the first key, if it is not, in one transaction of its own. Rows that somebody
 * else is working on are left out.
 * @param which `others`: everything under another key or none; `plain`: only what is not sealed at all
 * @returns null when there is none left
 */
export function resealOne(
  source: Source,
  seal: Seal,
  sealed: SealedTable,
  after: number,
  which: 'others' | 'plain',
): Promise<Step | null> {
  const { table, id, bytes } = sealed;
  return atomically(source, async ({ sql }) => {
    const next = await row(
      sql,
      nextRow,
      `select ${id} as "rowId", sealed_with as "sealedWith" from hearback.${table}
       where ${bytes} is not null and ${id} > $1 and ${which === 'plain' ? 'sealed_with is null and $2::text is not null' : 'sealed_with is distinct from $2'}
       order by ${id} limit 1 for no key update skip locked`,
      [after, seal.keyId],
    );
    if (!next) return null;
    const { rowId, sealedWith } = next;
    const found = await bytesOf(sql, sealed, rowId);
    if (!found) return { rowId, problem: null };
    const what = { table, row: rowId };
    try {
      const anew = seal.seal(sealedWith === null ? found : seal.open(found, what), what);
      await run(sql, `update hearback.${table} set ${bytes} = $2, sealed_with = $3 where ${id} = $1`, [
        rowId,
        anew,
        seal.keyId,
      ]);
      return { rowId, problem: null };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'STORE_UNAVAILABLE') throw error;
      return { rowId, problem: `${table} ${rowId}: ${error.message}` };
    }
  });
}
