import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { openRecord, type Record as OpenRecord } from '../../src/store/index.ts';
import { message, opened } from '../store/record.ts';

// The compiled program as people type it, on an embedded database that a program has open, and on one that nobody has.

let folder: string;
let program: OpenRecord | null = null;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-cli-'));
  chmodSync(folder, 0o755);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await program?.close();
  // A killed command may have left the database running.
  await (await start()).close();
  rmSync(folder, { recursive: true, force: true });
});

const dataDir = () => join(folder, 'data');
const server = () => readPostmaster(join(dataDir(), 'cluster'))?.pid ?? null;
const file = (name: string) => join(folder, name);

function start(): Promise<OpenRecord> {
  return openRecord({
    databaseUrl: null,
    dataDir: dataDir(),
    keys: null,
    log: pino({ level: 'silent' }),
    now: () => new Date(),
  });
}

function launch(...args: string[]): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/src/cli/main.js'), ...args], {
    cwd: folder,
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), HEARBACK_DATA_DIR: dataDir() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

async function hearback(...args: string[]): Promise<{ code: number; out: string; notes: string }> {
  const child = launch(...args);
  let [out, notes] = ['', ''];
  child.stdout?.on('data', (data: Buffer) => (out += data.toString('latin1')));
  child.stderr?.on('data', (data: Buffer) => (notes += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, notes };
}

/** Something to back up that is larger than a pipe holds. */
async function fill(record: OpenRecord): Promise<void> {
  for (let index = 0; index < 40; index += 1) {
    const text = Array.from({ length: 600 }, () => Math.random().toString(36)).join(' ');
    await opened(record.store, message({ workspaceId: 'slack:T1', messageId: `m${index}`, text }));
  }
}

describe('the program hearback', () => {
  it('makes nothing where there is nothing', async () => {
    expect(await hearback('queue')).toMatchObject({
      code: 1,
      out: '',
      notes: expect.stringContaining('There is no record in'),
    });
    expect(await hearback('restore', 'nowhere.backup')).toEqual({
      code: 1,
      out: '',
      notes: 'There is no nowhere.backup.\n',
    });
    expect(existsSync(dataDir())).toBe(false);
  });

  it('works in the database of a program that runs, and leaves it running', async () => {
    program = await start();
    await fill(program);
    const before = server();

    expect(await hearback('queue', '--json')).toEqual({
      code: 0,
      // Each case is yet to be compared with others.
      out: `${JSON.stringify({ counts: [{ kind: 'link-topic', scheduled: 0, waiting: 40, late: 0, givenUp: 0 }], late: [], givenUp: [] })}\n`,
      notes: '',
    });
    expect(await hearback('backup', 'running.backup')).toMatchObject({ code: 0, notes: '' });
    expect(await hearback('restore', 'running.backup', '--replace', '--yes')).toMatchObject({
      code: 1,
      out: '',
      notes: expect.stringMatching(/Another Hearback is running/),
    });
    expect(statSync(file('running.backup')).size).toBeGreaterThan(200_000);
    expect(server()).toBe(before);
    expect(await program.problem()).toBeNull();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves the program alone, and no backup that is not whole, when %s ends it in the middle',
    async (signal) => {
      const child = launch('backup', '-');
      // Nobody reads on, so it stands still in the middle of the record.
      await once(child.stdout!, 'readable');
      child.kill(signal);
      const [code, by] = (await once(child, 'exit')) as [number | null, string | null];

      expect({ code, by }).toEqual(signal === 'SIGKILL' ? { code: null, by: signal } : { code: 1, by: null });
      expect(await program!.problem()).toBeNull();
      expect(readdirSync(folder).toSorted()).toEqual(['data', 'running.backup']);
    },
  );

  it('writes a backup to standard output, and nothing else', async () => {
    const { code, out, notes } = await hearback('backup', '-');
    writeFileSync(file('output.backup'), Buffer.from(out, 'latin1'));

    expect({ code, notes }).toEqual({
      code: 0,
      notes: expect.stringContaining('Backed up to standard output'),
    });
  });

  it('restores into a database it starts and stops itself, also after it was killed at it', async () => {
    await program!.close();
    program = null;
    const killed = launch('restore', 'running.backup', '--replace', '--yes');
    await once(killed.stderr!, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    expect(await hearback('restore', 'output.backup')).toMatchObject({
      code: 1,
      notes: expect.stringContaining('There is a record in this database already'),
    });
    expect(await hearback('restore', 'output.backup', '--replace')).toMatchObject({
      code: 1,
      notes: expect.stringContaining('Add --yes'),
    });
    expect(await hearback('restore', 'output.backup', '--replace', '--yes', '--moving')).toMatchObject({
      code: 0,
    });
    expect(server()).toBeNull();
    const again = await start();
    const last = await again.store.read({ workspaceId: 'slack:T1', number: 40 });
    await again.close();
    expect(last?.case.source?.messageId).toBe('m39');
  });

  it('ends like any other when nobody reads its answer', async () => {
    const child = launch('--help');
    child.stdout!.destroy();
    const [code] = (await once(child, 'exit')) as [number];

    expect(code).not.toBeNull();
  });
});
