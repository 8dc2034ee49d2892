import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readPostmaster } from '../../../src/store/embedded/postmaster.ts';
import {
  type EmbeddedPostgres,
  hasDatabase,
  startPostgres,
  visitPostgres,
} from '../../../src/store/embedded/start-postgres.ts';
import { eventually } from '../../support/eventually.ts';
import { ask } from './ask.ts';

const log = pino({ level: 'silent' });
/** The lock that says "somebody uses this server". */
const PRESENCE = 0x68657265;

/** What a killed process of its own does: holds the database as a command does, and says when it has it. */
const HOLDER = `
  const { visitPostgres } = await import('./dist/src/store/embedded/start-postgres.js');
  const { pino } = await import('pino');
  await visitPostgres({ dataDir: process.argv[1], log: pino({ level: 'silent' }), settings: { fsync: 'off' } });
  process.send('here');
  setInterval(() => {}, 1_000);
`;

let folder: string;
let open: EmbeddedPostgres[];
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-visit-'));
  chmodSync(folder, 0o755);
  open = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const each of open) await each.stop();
  rmSync(folder, { recursive: true, force: true });
});

const options = () => ({ dataDir: join(folder, 'data'), log, settings: { fsync: 'off' } });
const kept = (opened: EmbeddedPostgres) => {
  open.push(opened);
  return opened;
};
const program = async () => kept(await startPostgres(options()));
const command = async () => kept(await visitPostgres(options()));
const server = () => readPostmaster(join(folder, 'data', 'cluster'))?.pid ?? null;
const lease = () => existsSync(join(folder, 'data', 'in-use-by'));

describe('a command beside the program', () => {
  it('works in the program’s database, and leaves it running', async () => {
    const running = await program();
    const before = server();

    const visit = await command();
    await ask(visit, 'create table kept as select 42 as value');
    await visit.stop();
    await visit.stop();

    expect(server()).toBe(before);
    expect(lease()).toBe(true);
    expect(await ask(running, 'select value from kept')).toEqual([{ value: 42 }]);
    await running.stop();
    expect({ server: server(), lease: lease() }).toEqual({ server: null, lease: false });
  });

  it('starts the database when nobody runs it, and stops it again', async () => {
    await (await program()).stop();

    const visit = await command();
    expect(await ask(visit, 'select 1 as one')).toEqual([{ one: 1 }]);
    await visit.stop();

    expect({ server: server(), lease: lease() }).toEqual({ server: null, lease: false });
  });

  it('keeps the database when the program ends before it, and stops it when it is through', async () => {
    const running = await program();
    const visit = await command();

    await running.stop();
    expect(await ask(visit, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(lease()).toBe(true);
    await visit.stop();

    expect({ server: server(), lease: lease() }).toEqual({ server: null, lease: false });
  });

  it('leaves the database to a program that started meanwhile', async () => {
    const visit = await command();
    const before = server();
    const running = await program();

    await visit.stop();

    expect(server()).toBe(before);
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(program()).rejects.toMatchObject({ message: expect.stringContaining('Another Hearback') });
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not in the way of a program that restarts', async () => {
    const visit = await command();
    for (let restart = 0; restart < 3; restart += 1) await (await program()).stop();

    expect(await ask(visit, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('finds its way however many come and go at the same moment, and the last one turns off the light', async () => {
    const rounds = async (who: () => Promise<EmbeddedPostgres>, times: number) => {
      for (let round = 0; round < times; round += 1) {
        const here = await who();
        expect(await ask(here, 'select 1 as one')).toEqual([{ one: 1 }]);
        await here.stop();
      }
    };
    await (await command()).stop();

    await Promise.all([rounds(command, 6), rounds(program, 4), rounds(command, 6), rounds(command, 6)]);

    expect({ server: server(), lease: lease() }).toEqual({ server: null, lease: false });
  });

  it('is forgotten when it is killed, whoever started the database', async () => {
    const running = await program();
    const beside = await holder();
    beside.kill('SIGKILL');
    await once(beside, 'exit');
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
    await eventually(async () => (await present(running)) === 1);
    await running.stop();
    expect(server()).toBeNull();

    const alone = await holder();
    alone.kill('SIGKILL');
    await once(alone, 'exit');
    expect(server()).not.toBeNull();
    const next = await program();
    await eventually(async () => (await present(next)) === 1);
    await next.stop();
    expect({ server: server(), lease: lease() }).toEqual({ server: null, lease: false });
  });

  it('tells a folder with a database from one without, and makes nothing', async () => {
    expect(hasDatabase(join(folder, 'data'))).toBe(false);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    await (await program()).stop();
    expect(hasDatabase(join(folder, 'data'))).toBe(true);
  });
});

/** How many say that they use the server. */
async function present(where: EmbeddedPostgres): Promise<number> {
  const rows = await ask(
    where,
    `select count(distinct pid)::int as count from pg_locks where locktype = 'advisory' and objid = ${PRESENCE} and granted`,
  );
  return (rows[0] as { count: number }).count;
}

async function holder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, join(folder, 'data')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  await once(child, 'message');
  return child;
}
