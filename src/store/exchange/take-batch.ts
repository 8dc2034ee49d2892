import type { PlacedLine } from '../imports-port.ts';
import { run } from '../sql.ts';
import { isRefused, refused } from './refused.ts';
import { standsAlone, takeRows } from './take-row.ts';
import { placeOf } from './take-words.ts';
import type { Taking } from './taking.ts';

/** Rows that are written at once, at most, and letters in them: a case may have any number. */
const ROWS_MAX = 500;
const LETTERS_MAX = 1_000_000;

/** Lines of a case that are written together: each way to the database costs more than its rows. */
export interface Batch {
  add(each: PlacedLine): Promise<void>;
  /** Writes what is still held. */
  flush(): Promise<void>;
}

export function createBatch(taking: Taking): Batch {
  let held: PlacedLine[] = [];
  let letters = 0;
  const flush = async () => {
    const all = held;
    held = [];
    letters = 0;
    if (all.length > 0) await together(taking, all);
  };
  return {
    flush,
    add: async (each) => {
      if (held[0] && held[0].line.type !== each.line.type) await flush();
      held.push(each);
      const isAlone = standsAlone(each.line.type);
      if (!isAlone) letters += JSON.stringify(each.line).length;
      if (isAlone || held.length >= ROWS_MAX || letters >= LETTERS_MAX) await flush();
    },
  };
}

/** What the database refuses of them is looked for one by one, so that its place can be told. */
async function together(taking: Taking, all: readonly PlacedLine[]): Promise<void> {
  const one = (each: PlacedLine) => placed(each, () => takeRows(taking, [each.line]));
  const [first, second] = all;
  if (!first) return;
  if (!second) await one(first);
  else await inOneGo(taking, all, one);
  for (const { line, place } of all) if (taking.apart.delete(placeOf(line))) taking.apartAt.push(place);
}

async function inOneGo(
  taking: Taking,
  all: readonly PlacedLine[],
  one: (each: PlacedLine) => Promise<void>,
): Promise<void> {
  const { sql } = taking;
  await sql.query('savepoint batch');
  const counted = { ...taking.counted };
  try {
    await takeRows(
      taking,
      all.map(({ line }) => line),
    );
  } catch (error) {
    if (!isRefused(error)) throw error;
    await run(sql, 'rollback to savepoint batch');
    Object.assign(taking.counted, counted);
    for (const { line } of all) taking.made.delete(placeOf(line));
    for (const each of all) await one(each);
  }
  await run(sql, 'release savepoint batch');
}

export async function placed<T>({ place }: PlacedLine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused(error, place);
  }
}
