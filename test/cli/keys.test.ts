import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { openRecord } from '../../src/store/index.ts';
import { parseKeys } from '../../src/store/keys.ts';
import { fresh, jobs, message, opened, START } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf } from './cli.ts';

const WORDS = Buffer.from('what the picture shows');
const workspaceId = 'slack:T';

let database: TestRecord;
let dataDir: string;

beforeAll(async () => {
  database = await testRecord();
});
afterAll(() => database.drop());
beforeEach(async () => {
  dataDir = temporaryFolder();
  await database.pool.query('truncate hearback.seal_key cascade');
});

const env = (keys?: string) => ({
  DATABASE_URL: database.url,
  HEARBACK_DATA_DIR: dataDir,
  ...(keys && { HEARBACK_KEYS: keys }),
});

/** The program itself, started and stopped: keeps a file, or reads one. */
async function program<T>(
  keys: string | null,
  work: (record: Awaited<ReturnType<typeof openRecord>>) => Promise<T>,
) {
  const parsed = keys === null ? null : parseKeys(keys);
  const record = await openRecord({
    databaseUrl: database.url,
    dataDir,
    keys: parsed && 'keys' in parsed ? parsed.keys : null,
    log: pino({ level: 'silent' }),
    now: () => START,
  });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

function keepOne(keys: string | null): Promise<number> {
  return program(keys, async ({ store }) => {
    const files = [{ fileId: fresh('F'), name: 'a.png', mime: 'image/png', size: 1, url: 'https://x' }];
    await opened(store, message({ workspaceId, files }));
    const fileRowId = Number((await jobs(database.pool, 'copy-file')).at(-1)?.data['fileRowId']);
    await store.keepFile(fileRowId, { bytes: WORDS });
    return fileRowId;
  });
}

describe('hearback keys', () => {
  it('rotates the file of keys: new, restart, rotate, and the old line can go', async () => {
    const file = await keepOne(null);
    const hearback = cliOf(env());

    expect((await hearback('keys', 'list')).out).toMatch(/^k\d{8}-\w+: seals and opens; 1 files$/);
    const made = await hearback('keys', 'new');
    const text = readFileSync(join(dataDir, 'keys'), 'utf8');
    const [id] = /k\d{8}-\w+/.exec(made.out) ?? [''];
    expect(text.split('\n').find((line) => line.startsWith('k'))).toContain(`${id}:`);
    expect(made.out + made.notes).not.toContain(text.split(`${id}:`)[1]?.slice(0, 20));

    const rotated = await hearback('keys', 'rotate');
    expect(rotated).toMatchObject({ code: 0, out: expect.stringContaining('1 sealed under the first key.') });
    expect(rotated.out).toContain('may be removed');
    expect((await hearback('keys', 'list')).out).toMatch(
      new RegExp(`^${id}: seals and opens; 1 files\nk\\S+: opens; may be removed; nothing under it$`),
    );

    const first = text.split('\n').find((line) => line.startsWith(id)) ?? '';
    const bytes = await program(first, ({ store }) => store.fileBytes(workspaceId, file));
    expect(bytes).toEqual(WORDS);
  });

  it('prints a new key for HEARBACK_KEYS, and nothing else, on standard output', async () => {
    const { out, code } = await cliOf({ HEARBACK_DATA_DIR: dataDir })('keys', 'new');
    expect(code).toBe(0);
    expect(parseKeys(out)).toHaveProperty('keys');
    expect((await cliOf(env(out))('keys', 'new', '--print')).notes).toContain('in front of the others');
  });

  it('names a key that is missing, does not rotate past it, and gives it up only after a yes', async () => {
    const [old, next] = [(await cliOf({})('keys', 'new')).out, (await cliOf({})('keys', 'new')).out];
    const file = await keepOne(old);
    const id = old.split(':')[0] ?? '';
    const hearback = cliOf(env(next));

    expect((await hearback('keys', 'list')).out).toContain(`${id}: MISSING here`);
    expect(await hearback('keys', 'rotate')).toMatchObject({ code: 1, notes: expect.stringContaining(id) });
    expect(await hearback('keys', 'forget', id)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('Nothing was done'),
    });
    expect(await hearback('keys', 'forget', 'nobody')).toMatchObject({ code: 1 });
    expect(await hearback('keys', 'forget', id, '--yes')).toMatchObject({ code: 0 });
    expect(await program(next, ({ store }) => store.fileBytes(workspaceId, file))).toBeNull();
  });

  it('goes on with a rotation that was killed in the middle of it, and loses nothing', async () => {
    const [old, next] = [(await cliOf({})('keys', 'new')).out, (await cliOf({})('keys', 'new')).out];
    const files: number[] = [];
    for (let index = 0; index < 3; index += 1) files.push(await keepOne(old));
    // Enough of them that no machine is through before the kill.
    await database.pool.query(
      `insert into hearback.file (message_row_id, workspace_id, file_id, name, mime, size, url, state)
       select message_row_id, workspace_id, 'copy' || n, name, mime, size, url, 'waiting'
       from hearback.file, generate_series(1, 150) n where file_row_id = $1`,
      [files[0]],
    );
    const { rows } = await database.pool.query<{ id: number }>(
      "select file_row_id as id from hearback.file where state = 'waiting'",
    );
    await program(old, async ({ store }) => {
      for (const { id } of rows) await store.keepFile(id, { bytes: WORDS });
    });
    files.push(...rows.map(({ id }) => id));
    const under = async (id: string) =>
      (await database.pool.query('select from hearback.file where sealed_with = $1', [id])).rowCount ?? 0;
    const [oldId = '', nextId = ''] = [old.split(':')[0], next.split(':')[0]];

    const rotation = spawn(process.execPath, ['dist/src/cli/main.js', 'keys', 'rotate'], {
      env: { PATH: process.env['PATH'], ...env(`${next},${old}`) },
      stdio: 'ignore',
    });
    const gone = once(rotation, 'exit');
    await eventually(async () => (await under(nextId)) > 2);
    rotation.kill('SIGKILL');
    await gone;
    expect(await under(oldId)).toBeGreaterThan(0);
    expect((await cliOf(env(`${next},${old}`))('keys', 'rotate')).out).toContain(`${oldId} any more`);
    expect([await under(oldId), await under(nextId)]).toEqual([0, files.length]);
    await program(next, async ({ store }) => {
      for (const id of files) expect(await store.fileBytes(workspaceId, id)).toEqual(WORDS);
    });
  });

  it('lists as JSON, with ids and numbers alone', async () => {
    const key = (await cliOf({})('keys', 'new')).out;
    await keepOne(key);
    const { out } = await cliOf(env(key))('keys', 'list', '--json');
    expect(JSON.parse(out)).toMatchObject({ keys: [{ isFirst: true, counts: { files: 1 } }], unsealed: {} });
    expect(out).not.toContain(key.split(':')[1]);
  });
});
