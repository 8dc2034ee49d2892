import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { agreeOnKeys } from '../../src/store/agree-on-keys.ts';
import { createKeys } from '../../src/store/create-keys.ts';
import { createStore } from '../../src/store/create-store.ts';
import { type Key, keyLine, newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { SEALED_TABLES } from '../../src/store/sealed-tables.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { fresh, jobs, message, opened, START } from './record.ts';

const log = pino({ level: 'silent' });
const now = () => START;
const [a, b] = [newKey(START), newKey(START)];
const workspaceId = 'slack:T';

let record: TestRecord;
let dataDir: string;

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());
beforeEach(async () => {
  dataDir = temporaryFolder();
  await record.pool.query(
    'truncate hearback.seal_key, hearback.workspace, hearback.message, hearback.outbox cascade',
  );
});

const start = (...keys: Key[]) => {
  const [first, ...more] = keys;
  return agreeOnKeys(record.pool, { keys: first ? [first, ...more] : null, dataDir, log, now });
};
const keysOf = (...[first = a, ...more]: Key[]) =>
  createKeys(record.pool, { now, seal: createSeal([first, ...more]) });
const storeWith = (...[first = a, ...more]: Key[]) =>
  createStore(record.pool, { now, seal: createSeal([first, ...more]) });

const quick = { onMoved: () => {}, stopped: new AbortController().signal };

/** Files of one message each, kept under the first of `keys`. */
async function keepFiles(count: number, ...keys: Key[]): Promise<number[]> {
  const store = storeWith(...keys);
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const files = [{ fileId: fresh('F'), name: 'shot.png', mime: 'image/png', size: 5, url: 'https://x' }];
    await opened(store, message({ workspaceId, files }));
    const fileRowId = Number((await jobs(record.pool, 'copy-file')).at(-1)?.data['fileRowId']);
    await store.keepFile(fileRowId, { bytes: wordsOf(fileRowId) });
    ids.push(fileRowId);
  }
  return ids;
}

function wordsOf(fileRowId: number): Buffer {
  return Buffer.from(`the words in file ${fileRowId}`);
}

async function expectReadable(ids: readonly number[], ...keys: Key[]): Promise<void> {
  for (const id of ids) expect(await storeWith(...keys).fileBytes(workspaceId, id)).toEqual(wordsOf(id));
}

/** As an older version of the program left them. */
async function makePlain(ids: readonly number[]): Promise<void> {
  await record.pool.query('alter table hearback.file drop constraint file_is_sealed');
  for (const id of ids)
    await record.pool.query(
      'update hearback.file set bytes = $2, sealed_with = null where file_row_id = $1',
      [id, wordsOf(id)],
    );
  await record.pool.query(
    'alter table hearback.file add constraint file_is_sealed check (bytes is null or sealed_with is not null) not valid',
  );
}

describe('a program that starts', () => {
  it('makes a file of keys nobody else may read, and uses it from then on', async () => {
    const seal = await start();
    expect((await start()).keyIds).toEqual(seal.keyIds);
    expect(readdirSync(dataDir)).toEqual(['keys']);
    expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o600);
  });

  it('agrees on one file when several start at once', async () => {
    const seals = await Promise.all([start(), start(), start()]);
    expect(new Set(seals.map(({ keyId }) => keyId)).size).toBe(1);
  });

  it('takes HEARBACK_KEYS and makes no file then', async () => {
    expect((await start(a, b)).keyIds).toEqual([a.id, b.id]);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('refuses when it lacks a key the database was used with, and names it', async () => {
    await start(a);
    await expect(start(b)).rejects.toMatchObject({
      code: 'KEYS_DIFFER',
      message: expect.stringContaining(`Its key ${a.id} is needed`),
    });
    await expect(start()).rejects.toMatchObject({ code: 'KEYS_DIFFER' });
    expect(readdirSync(dataDir)).toEqual([]);
    await start(b, a);
  });

  it('refuses another key of the same name, and shows neither', async () => {
    await start(a);
    const refused = await start({ id: a.id, bytes: b.bytes }).catch((error: Error) => error.message);
    expect(refused).toContain('another one');
    for (const { bytes } of [a, b]) expect(refused).not.toContain(bytes.toString('base64'));
  });

  it('says which file is wrong when the file of keys was spoiled', async () => {
    writeFileSync(join(dataDir, 'keys'), 'not a key');
    await expect(start()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(`${join(dataDir, 'keys')}: entry 1 is not a key`),
    });
  });

  it('says what to set when the file of keys cannot be written', async () => {
    writeFileSync(join(dataDir, 'taken'), '');
    const refused = agreeOnKeys(record.pool, { keys: null, dataDir: join(dataDir, 'taken'), log, now });
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('Set HEARBACK_KEYS') });
  });

  it('warns when others may read the file of keys', async () => {
    await start();
    chmodSync(join(dataDir, 'keys'), 0o644);
    const lines: string[] = [];
    const loud = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    await agreeOnKeys(record.pool, { keys: null, dataDir, log: loud, now });
    expect(lines.join('')).toContain('chmod 600');
    const [, secret = ''] = readFileSync(join(dataDir, 'keys'), 'utf8').split(/\n(?=k)/);
    expect(lines.join('')).not.toContain(secret.trim());
  });
});

describe('the record', () => {
  it('has every place with sealed bytes in the list', async () => {
    const found = await record.pool.query<{ table_name: string }>(
      `select table_name from information_schema.columns where table_schema = 'hearback' and column_name = 'sealed_with'`,
    );
    expect(found.rows.map(({ table_name }) => table_name).toSorted()).toEqual(
      SEALED_TABLES.map(({ table }) => table).toSorted(),
    );
  });

  it('takes no plain bytes, whoever brings them', async () => {
    await start(a);
    const [id] = await keepFiles(1, a);
    await expect(
      record.pool.query('update hearback.file set bytes = $2, sealed_with = null where file_row_id = $1', [
        id,
        'x',
      ]),
    ).rejects.toMatchObject({ constraint: 'file_is_sealed' });
  });

  it('opens no file whose bytes were exchanged for those of another', async () => {
    await start(a);
    const [one = 0, two = 0] = await keepFiles(2, a);
    await record.pool.query(
      'update hearback.file set bytes = (select bytes from hearback.file where file_row_id = $2) where file_row_id = $1',
      [one, two],
    );
    await expect(storeWith(a).fileBytes(workspaceId, one)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
    await expectReadable([two], a);
  });

  it('reads files of several pieces', async () => {
    await start(a);
    const [id = 0] = await keepFiles(1, a);
    const large = Buffer.alloc(9_000_000, 'larger than a piece ');
    const sealed = createSeal([a]).seal(large, { table: 'file', row: id });
    await record.pool.query('update hearback.file set bytes = $2 where file_row_id = $1', [id, sealed]);
    const read = await storeWith(a).fileBytes(workspaceId, id);
    expect(Buffer.from(read ?? []).equals(large)).toBe(true);
  });
});

describe('rotating', () => {
  it('seals everything under the first key, also what was never sealed; then the old key is not needed', async () => {
    await start(a);
    const ids = await keepFiles(3, a);
    await makePlain(ids.slice(0, 1));
    const rotation = keysOf(b, a);

    expect((await rotation.list()).unsealed).toEqual({ files: 1 });
    expect(await rotation.retire()).toEqual([]);
    expect(await rotation.reseal(quick)).toEqual({ moved: 3, problems: [] });
    expect(await rotation.retire()).toEqual([a.id]);
    expect(await rotation.list()).toEqual({
      keys: [
        { id: b.id, isFirst: true, isHere: true, isInUse: true, counts: { files: 3 } },
        { id: a.id, isFirst: false, isHere: true, isInUse: false, counts: {} },
      ],
      unsealed: {},
    });
    await start(b);
    await expectReadable(ids, b);
  });

  it('goes on where it stopped, and does nothing the second time', async () => {
    await start(a);
    const ids = await keepFiles(4, a);
    const stopping = new AbortController();
    const first = await keysOf(b, a).reseal({ onMoved: () => stopping.abort(), stopped: stopping.signal });
    await expectReadable(ids, b, a);
    const second = await keysOf(b, a).reseal(quick);
    expect([first.moved, second.moved, (await keysOf(b, a).reseal(quick)).moved]).toEqual([1, 3, 0]);
    await expectReadable(ids, b);
  });

  it('moves each thing once when two do it at the same time', async () => {
    await start(a);
    const ids = await keepFiles(10, a);
    const both = await Promise.all([keysOf(b, a).reseal(quick), keysOf(b, a).reseal(quick)]);
    const left = await keysOf(b, a).reseal(quick);
    expect(both[0].moved + both[1].moved + left.moved).toBe(10);
    await expectReadable(ids, b);
  });

  it('keeps a key that a program still seals under, and that program loses nothing when the key is gone', async () => {
    await start(a);
    await keepFiles(1, a);
    await keysOf(b, a).reseal(quick);
    const [late = 0] = await keepFiles(1, a);
    expect(await keysOf(b, a).retire()).toEqual([]);
    await keysOf(b, a).reseal(quick);
    expect(await keysOf(b, a).retire()).toEqual([a.id]);

    await expect(keepFiles(1, a)).rejects.toMatchObject({ code: 'KEY_MISSING', retry: 'backoff' });
    await expectReadable([late], b);
  });

  it('leaves what does not open as it is, says so, and goes on', async () => {
    await start(a);
    const [broken = 0, whole = 0] = await keepFiles(2, a);
    await record.pool.query(
      `update hearback.file set bytes = set_byte(bytes, octet_length(bytes) - 1, 0) where file_row_id = $1`,
      [broken],
    );
    const { moved, problems } = await keysOf(b, a).reseal(quick);
    expect({ moved, problems }).toEqual({ moved: 1, problems: [expect.stringContaining(`file ${broken}`)] });
    await expectReadable([whole], b);
    expect(await keysOf(b, a).retire()).toEqual([]);
  });

  it('refuses to seal under another key of the same name', async () => {
    await start(a);
    await expect(keysOf({ id: a.id, bytes: b.bytes }).reseal(quick)).rejects.toMatchObject({
      code: 'KEYS_DIFFER',
    });
  });
});

describe('a key that is lost', () => {
  it('is given up with what is sealed under it, and the platform is asked for the files again', async () => {
    await start(a);
    const [lost = 0] = await keepFiles(1, a);
    const [kept = 0] = await keepFiles(0, a).then(async () => {
      await start(b, a);
      return keepFiles(1, b, a);
    });
    const asked = (await jobs(record.pool, 'copy-file')).length;

    expect(await keysOf(b).forget('k-unknown')).toBeNull();
    await expect(keysOf(b, a).forget(a.id)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    expect(await keysOf(b).forget(a.id)).toEqual({ files: 1 });

    await start(b);
    expect(await storeWith(b).fileBytes(workspaceId, lost)).toBeNull();
    expect(await storeWith(b).fileToCopy(lost)).not.toBeNull();
    expect(await jobs(record.pool, 'copy-file')).toHaveLength(asked + 1);
    await storeWith(b).keepFile(lost, { bytes: wordsOf(lost) });
    await expectReadable([lost, kept], b);
  });

  it('is written as people copy it', () => {
    expect(keyLine(a)).toBe(`${a.id}:${a.bytes.toString('base64')}`);
  });
});
