import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { inNewFile } from '../../../src/store/new-file.ts';
import { encode, type Frame } from '../../../src/store/backup/frames.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { noSeal } from '../../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../../support/database.ts';
import { fresh, message, opened, START } from '../record.ts';
import {
  backupOf,
  emptyDatabase,
  type EmptyDatabase,
  everything,
  fileOf,
  fileWith,
  framesOf,
  newFile,
  restoreInto,
} from './backups.ts';

let record: TestRecord;
let other: EmptyDatabase;
let file: string;
let frames: Frame[];
let before: Record<string, string[]>;

beforeAll(async () => {
  [record, other] = await Promise.all([testRecord(), emptyDatabase()]);
  const store = createStore(record.pool, { now: () => START, seal: noSeal });
  await opened(store, message({ workspaceId: fresh('slack:T') }));
  await opened(store, message({ workspaceId: fresh('slack:T') }));
  ({ file } = await backupOf(record.pool));
  frames = await framesOf(file);
  await restoreInto(other.pool, file);
  before = await everything(other.pool);
});
beforeEach(async () => {
  expect(await everything(other.pool)).toEqual(before);
});
afterAll(async () => {
  expect(await everything(other.pool)).toEqual(before);
  await Promise.all([record.drop(), other.drop()]);
});

/** A restore that must change nothing: the record that is there is compared before the next test. */
const replace = (path: string) => restoreInto(other.pool, path, { replace: true });
const DAMAGED = { code: 'NOT_POSSIBLE', message: expect.stringContaining('not a whole backup') };

/** The same frames with one table's content changed, and everything that is said of it put right. */
function forged(table: string, data: string): Frame[] {
  const end = {
    name: table,
    rows: data.split('\n').length - 1,
    sha256: createHash('sha256').update(data).digest('hex'),
  };
  let inTable = '';
  return frames.flatMap((frame): Frame[] => {
    if (frame.type === 'T') inTable = frame.table.name;
    if (frame.type === 'Z') {
      const tables = frame.ending.tables.map((each) => (each.name === table ? end : each));
      return [{ type: 'Z', ending: { ...frame.ending, tables } }];
    }
    if (inTable !== table || frame.type === 'T') return [frame];
    return frame.type === 'E'
      ? [
          { type: 'D', data: Buffer.from(data) },
          { type: 'E', end },
        ]
      : [];
  });
}

describe('restoring a file that is not in order changes nothing', () => {
  it('when it was cut off, wherever that was', async () => {
    const whole = readFileSync(file);
    for (let part = 0; part < 12; part += 1) {
      const cut = fileWith(whole.subarray(0, Math.floor((whole.length * part) / 12)));
      await expect(replace(cut)).rejects.toMatchObject(DAMAGED);
    }
    await expect(replace(fileWith(whole.subarray(0, -1)))).rejects.toMatchObject(DAMAGED);
  });

  it('when it was cut off between two parts and packed again', async () => {
    for (let count = 0; count < frames.length; count += 3)
      await expect(replace(fileOf(frames.slice(0, count)))).rejects.toMatchObject(DAMAGED);
  });

  it('when any of its bytes was changed', async () => {
    const whole = readFileSync(file);
    for (let part = 1; part < 12; part += 1) {
      const changed = Buffer.from(whole);
      const at = Math.floor((whole.length * part) / 12);
      changed[at] = changed[at]! ^ 0x10;
      await expect(replace(fileWith(changed))).rejects.toMatchObject(DAMAGED);
    }
  });

  it('when a row was changed and the file packed again', async () => {
    const plain = gunzipSync(readFileSync(file));
    const at = plain.indexOf('It is broken.');
    plain.write('It is perfect', at);

    await expect(replace(fileWith(gzipSync(plain)))).rejects.toMatchObject(DAMAGED);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['a text', Buffer.from('create table robert (students text);')],
    ['something packed', gzipSync('hello')],
    ['zeros', gzipSync(Buffer.alloc(1_000_000))],
  ])('when it is something else: %s', async (_, bytes) => {
    await expect(replace(fileWith(bytes))).rejects.toMatchObject(DAMAGED);
  });

  it('when there is more in it than a backup', async () => {
    await expect(replace(fileOf(frames, Buffer.from('more')))).rejects.toMatchObject(DAMAGED);
    await expect(replace(fileOf([...frames, ...frames]))).rejects.toMatchObject(DAMAGED);
  });

  it('when it swells to fill the disk', async () => {
    // 20 MB of notes in 30 kB, everything in order otherwise.
    const [caseId] = before['cases']![0]!.slice(1).split(',');
    const long = 'a'.repeat(50_000);
    const notes = Array.from(
      { length: 400 },
      (_, id) => `${id}\t${caseId}\tanna\t${long}\t2026-11-20 09:00:00+00\n`,
    );
    const packed = fileOf(forged('note', notes.join('')));
    expect(readFileSync(packed).length).toBeLessThan(40_000);

    await expect(replace(packed)).rejects.toMatchObject(DAMAGED);
  });

  it('when a frame claims to be endless', async () => {
    const endless = Buffer.concat([...encode(frames[0]!), Buffer.from('D\xff\xff\xff\xff', 'latin1')]);

    await expect(replace(fileWith(gzipSync(endless)))).rejects.toMatchObject(DAMAGED);
  });

  it('when it names a table or a column that is none of ours', async () => {
    const renamed = (name: string, column?: string): Frame[] =>
      frames.map((frame) =>
        frame.type === 'T' && frame.table.name === 'note'
          ? { ...frame, table: { name, columns: column ? [column] : frame.table.columns } }
          : frame.type === 'E' && frame.end.name === 'note'
            ? { ...frame, end: { ...frame.end, name } }
            : frame.type === 'Z'
              ? {
                  ...frame,
                  ending: {
                    ...frame.ending,
                    tables: frame.ending.tables.map((each) =>
                      each.name === 'note' ? { ...each, name } : each,
                    ),
                  },
                }
              : frame,
      );

    await expect(replace(fileOf(renamed('pg_authid')))).rejects.toMatchObject(DAMAGED);
    await expect(replace(fileOf(renamed('note"; drop schema hearback cascade; --')))).rejects.toMatchObject(
      DAMAGED,
    );
    await expect(replace(fileOf(renamed('note', "text) from program 'id' --")))).rejects.toMatchObject(
      DAMAGED,
    );
  });

  it('when its rows contradict each other, or are none', async () => {
    const columns = (
      frames.find((frame) => frame.type === 'T' && frame.table.name === 'note') as {
        table: { columns: string[] };
      }
    ).table.columns;
    expect(columns.slice(0, 5)).toEqual(['note_id', 'case_id', 'author_id', 'text', 'at']);
    const empty = '\t\\N'.repeat(columns.length - 5);
    const orphan = `7\tnobody\tsecret words\t999999\t2026-11-20 09:00:00+00${empty}\n`;

    await expect(
      replace(fileOf(forged('note', `7\t999999\tnobody\twords\t2026-11-20 09:00:00+00${empty}\n`))),
    ).rejects.toMatchObject(DAMAGED);
    await expect(replace(fileOf(forged('note', orphan)))).rejects.toMatchObject(DAMAGED);
    await expect(replace(fileOf(forged('note', 'x\n\\.\n')))).rejects.toMatchObject(DAMAGED);
  });

  it('when a newer Hearback made it', async () => {
    const [first, ...rest] = frames as [Extract<Frame, { type: 'H' }>, ...Frame[]];
    const newer = [...first.header.migrations, { name: '9999-tomorrow.sql', sha256: 'x' }];
    const withHeader = (header: Partial<typeof first.header>) =>
      fileOf([{ type: 'H', header: { ...first.header, ...header } }, ...rest]);

    await expect(replace(withHeader({ migrations: newer }))).rejects.toMatchObject({
      code: 'DATABASE_MISMATCH',
      message: expect.stringMatching(/newer Hearback \(9999-tomorrow\.sql\)\. Nothing was changed/),
    });
    await expect(replace(withHeader({ format: 2 }))).rejects.toMatchObject({ code: 'DATABASE_MISMATCH' });
    const [one, ...others] = first.header.migrations;
    await expect(
      replace(withHeader({ migrations: [{ ...one!, sha256: 'other' }, ...others] })),
    ).rejects.toMatchObject({ code: 'DATABASE_MISMATCH', message: expect.stringContaining('another 0001') });
  });

  it('when it cannot be read', async () => {
    await expect(replace(newFile('missing'))).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be read \(ENOENT\)/),
    });
    await expect(replace('src')).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be read \(EISDIR\)/),
    });
  });

  it('when there is a record and nobody said that it may be replaced', async () => {
    await expect(restoreInto(other.pool, file)).rejects.toMatchObject({
      message: expect.stringMatching(/already\. Nothing was changed\. Add --replace/),
    });
  });

  it('when somebody else uses the database', async () => {
    const program = record.connect();
    const { file: own } = await backupOf(record.pool);
    await program.query('select 1');

    await expect(restoreInto(record.pool, own, { replace: true })).rejects.toMatchObject({
      message: expect.stringContaining('Hearback is running on this database'),
    });
  });

  it('when it is stopped in the middle', async () => {
    const stop = new AbortController();
    const restoring = restoreInto(other.pool, file, {
      replace: true,
      signal: stop.signal,
      onErased: async () => stop.abort(),
    });

    await expect(restoring).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('when those who were erased cannot be noted', async () => {
    const restoring = restoreInto(other.pool, file, {
      replace: true,
      onErased: async () => {
        throw new RangeError('disk full');
      },
    });

    await expect(restoring).rejects.toThrow(RangeError);
  });
});

describe('a backup file', () => {
  it('is never put in place of another', async () => {
    await expect(inNewFile(file, 'backup', async () => {})).rejects.toMatchObject({
      message: expect.stringMatching(/is there already\. Choose another name/),
    });
  });

  it('leaves nothing behind when it could not be written', async () => {
    const path = newFile();
    await expect(
      inNewFile(path, 'backup', async () => {
        throw Object.assign(new Error('x'), { code: 'ENOSPC' });
      }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/the disk is full\. Nothing was kept/) });

    writeFileSync(path, 'free again');
    await expect(inNewFile(`${path}/x`, 'backup', async (sink) => void sink.end())).rejects.toMatchObject({
      message: expect.stringContaining('its folder is none'),
    });
  });
});
