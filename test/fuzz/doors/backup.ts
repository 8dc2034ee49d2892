import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { AppError } from '../../../src/errors.ts';
import { readBackup } from '../../../src/store/backup/read-backup.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { testRecord } from '../../support/database.ts';
import { openDoor, type Door } from '../door.ts';

interface Damage {
  at: number;
  bytes: Uint8Array;
  how: 'over' | 'in' | 'cut';
}

/** A backup that was damaged or made up: none of it may be taken for whole. */
export const backup: Door = {
  name: 'backup',
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'hearback-fuzz-'));
    const file = join(folder, 'backup');
    const record = await testRecord();
    await writeBackup(record.pool, createWriteStream(file), {
      now: new Date(),
      signal: new AbortController().signal,
    });
    await record.drop();
    const whole = await readFile(file);
    const rows = await rowsOf(file);
    const plain = gunzipSync(whole);
    const damage = fc.record({
      at: fc.nat(),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      how: fc.constantFrom('over', 'in', 'cut'),
    });
    return openDoor({
      inputs: fc.oneof(
        damage.map((one) => damaged(whole, one)),
        damage.map((one) => gzipSync(damaged(plain, one), { level: 1 })),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => gzipSync(bytes, { level: 1 })),
        fc.uint8Array({ maxLength: 200 }),
      ),
      async knock(bytes) {
        await writeFile(file, bytes);
        const found = await rowsOf(file);
        if (found !== null && found !== rows) throw new Error('a damaged backup was taken for whole');
      },
      async stillWorks() {
        await writeFile(file, whole);
        if ((await rowsOf(file)) !== rows) throw new Error('the whole backup was not taken');
      },
      close: () => rm(folder, { recursive: true, force: true }),
    });
  },
};

function damaged(bytes: Buffer, { at, bytes: odd, how }: Damage): Buffer {
  const place = at % bytes.length;
  if (how === 'cut') return bytes.subarray(0, place);
  return Buffer.concat([
    bytes.subarray(0, place),
    odd,
    bytes.subarray(how === 'in' ? place : place + odd.length),
  ]);
}

/** The rows of all its tables, as a digest; null when it is refused. */
async function rowsOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await readBackup(
      file,
      () => Promise.resolve(),
      async ({ table, data }) => {
        hash.update(table.name);
        for await (const piece of data) hash.update(piece);
      },
    );
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
