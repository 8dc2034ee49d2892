import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { embeddedPackage } from '../../../src/store/embedded/embedded-package.ts';
import { readPostmaster } from '../../../src/store/embedded/postmaster.ts';
import { type Server, type ServerOptions, runServer } from '../../../src/store/embedded/server.ts';
import { type EmbeddedPostgres, startPostgres } from '../../../src/store/embedded/start-postgres.ts';
import { startEarly } from '../../../src/store/start-early.ts';
import { eventually } from '../../support/eventually.ts';
import { ask } from './ask.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const withSystem = existsSync('/usr/lib/postgresql') ? it : it.skip;

describe('startPostgres', () => {
  let folder: string;
  let running: (EmbeddedPostgres | Server)[];
  const log = pino({ level: 'silent' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearback-pg-'));
    chmodSync(folder, 0o755);
    running = [];
  });
  afterEach(async () => {
    for (const server of running) await ('stop' in server ? server.stop() : server.shutDown());
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(options: Partial<ServerOptions> = {}): Promise<EmbeddedPostgres> {
    const started = await startPostgres({
      dataDir: join(folder, 'data'),
      log,
      settings: { fsync: 'off' },
      ...options,
    });
    running.push(started);
    return started;
  }

  const cluster = () => join(folder, 'data', 'cluster');

  it('makes a database at the first start and finds it again at the next', async () => {
    const first = await start();
    await ask(first, 'create table kept as select 42 as value');
    await first.stop();
    await first.stop();
    const second = await start();
    expect(await ask(second, 'select value from kept')).toEqual([{ value: 42 }]);
  });

  it('is started while a program is read, but not made, and ended again when the program cannot start', async () => {
    const env = { HEARBACK_DATA_DIR: join(folder, 'data'), HEARBACK_CONFIG: join(folder, 'none.yaml') };
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1-2-3', SLACK_APP_TOKEN: 'xapp-1-2-3', ...env });
    expect(startEarly(config, log)).toBeNull();
    expect(existsSync(config.dataDir)).toBe(false);
    await (await start()).stop();
    expect(startEarly({ ...config, databaseUrl: 'postgres://elsewhere' }, log)).toBeNull();

    const embedded = startEarly(config, log);
    expect(await ask(await embedded!, 'select 42 as value')).toEqual([{ value: 42 }]);
    const starting = startApp(config, { log, root: process.cwd(), embedded });
    await expect(starting).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    expect(readPostmaster(cluster())).toBeNull();
  });

  it('speaks UTF-8, knows the case of every letter and listens on no network', async () => {
    const server = await start();
    const [answer] = await ask(
      server,
      `select lower('ÄÖŽ') as lower, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync`,
    );
    expect(answer).toMatchObject({ lower: 'äöž', encoding: 'UTF8', addresses: '' });
    expect(statSync(server.connection.host ?? '').mode & 0o077).toBe(0);
  });

  it('writes through to the disk unless told otherwise', async () => {
    const server = await start({ settings: {} });
    expect(
      await ask(
        server,
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
      ),
    ).toEqual([{ fsync: 'on', commit: 'on' }]);
  });

  it('refuses a second application on the same data, and leaves the first alone', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'DATABASE_NOT_FOUND',
      retry: 'never',
      message: expect.stringContaining('Another Hearback'),
    });
    expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 30_000);

  it('takes over the server of an application that was killed', async () => {
    const left = await runServer({ dataDir: join(folder, 'data'), log });
    const before = readPostmaster(cluster());
    const next = await start();
    expect(readPostmaster(cluster())).toEqual(before);
    await next.stop();
    expect(readPostmaster(cluster())).toBeNull();
    await left.shutDown();
  });

  it('starts again after the server itself was killed', async () => {
    const server = await runServer({ dataDir: join(folder, 'data'), log });
    process.kill(readPostmaster(cluster())?.pid ?? 0, 'SIGKILL');
    const next = await start();
    expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.shutDown();
  });

  it('brings a killed server back while the application runs', async () => {
    const server = await start();
    await ask(server, 'create table kept as select 42 as value');
    process.kill(readPostmaster(cluster())?.pid ?? 0, 'SIGKILL');
    await eventually(() =>
      ask(server, 'select value from kept').then(
        () => true,
        () => false,
      ),
    );
    await server.stop();
    expect(readPostmaster(cluster())).toBeNull();
  });

  it('keeps away from data that a process elsewhere is using, and takes over when that has gone', async () => {
    const lease = join(folder, 'data', 'in-use-by');
    mkdirSync(dirname(lease));
    writeFileSync(lease, 'another-container pid:[1]');
    const alive = setInterval(() => utimesSync(lease, new Date(), new Date()), 100);
    await expect(start()).rejects.toMatchObject({
      code: 'DATABASE_NOT_FOUND',
      message: expect.stringContaining('another-container'),
    });
    clearInterval(alive);
    const last = new Date(Date.now() - 19_000);
    utimesSync(lease, last, last);
    const server = await start();
    expect(readFileSync(lease, 'utf8')).not.toContain('another-container');
    await server.stop();
    expect(existsSync(lease)).toBe(false);
  });

  it('is not misled by a left-over file that names a process of somebody else', async () => {
    await (await start()).stop();
    const { uid, gid } = statSync(cluster());
    const other = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
    try {
      const lines = [other.pid, cluster(), 1_700_000_000, 5432, '/tmp/nowhere', '', '0 0', 'ready'];
      writeFileSync(join(cluster(), 'postmaster.pid'), `${lines.join('\n')}\n`);
      const next = await start();
      expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill();
    }
  });

  it('starts where a crash has left the file empty', async () => {
    await (await start()).stop();
    const { uid, gid } = statSync(cluster());
    const file = join(cluster(), 'postmaster.pid');
    writeFileSync(file, '');
    chownSync(file, uid, gid);
    utimesSync(file, 0, 0);
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins anew when the first start was cut short', async () => {
    const half = join(folder, 'data', 'cluster.999999999.half');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18');
    await start();
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(['cluster', 'in-use-by', 'postgres.log']);
  });

  it('lets two first starts at the same moment end in one database', async () => {
    const options = { dataDir: join(folder, 'data'), log };
    const both = await Promise.all([runServer(options), runServer(options)]);
    running.push(...both);
    expect(both[0].connection).toEqual(both[1].connection);
  });

  it('keeps the server out of reach of a Ctrl-C at the terminal', async () => {
    await start();
    const pid = readPostmaster(cluster())?.pid ?? 0;
    expect(groupOf(pid)).toBe(pid);
    expect(groupOf(process.pid)).not.toBe(pid);
  });

  it('does without a socket where there is none, with a password on loopback', async () => {
    const server = await start({ listen: 'loopback' });
    expect(server.connection).toMatchObject({
      host: '127.0.0.1',
      password: expect.stringMatching(/^[0-9a-f]{48}$/),
    });
    const { password: _, ...without } = server.connection;
    await expect(ask({ connection: { ...without, password: 'wrong' } }, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await server.stop();
    expect(await ask(await start({ listen: 'loopback' }), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a-folder-with-a-rather-long-name'.repeat(3), 'and-another-one'.repeat(6));
    const server = await start({ dataDir: deep });
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('completes a package that npm unpacked without its links and without leave to run', async () => {
    const copy = packageCopy();
    const links = JSON.parse(readFileSync(join(copy, 'native', 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    for (const { target } of links) rmSync(join(copy, target), { force: true });
    for (const name of readdirSync(join(copy, 'native', 'bin')))
      chmodSync(join(copy, 'native', 'bin', name), 0o644);
    const server = await start({ packageFolder: copy });
    expect(server.version).toMatch(/^18\./);
    expect(links.every(({ target }) => existsSync(join(copy, target)))).toBe(true);
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(['cluster', 'in-use-by', 'postgres.log']);
  });

  asRoot('copies the programs to where the server may read them', async () => {
    const copy = packageCopy();
    chmodSync(dirname(copy), 0o700);
    const server = await start({ packageFolder: copy });
    expect(server.version).toMatch(/^18\./);
    expect(readdirSync(join(folder, 'data'))).toContain('postgres-18-package');
  });

  asRoot(
    'keeps the data elsewhere when the server may not enter its folder, and finds it there again',
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const dataDir = join(closed, 'data');
      const first = await start({ dataDir });
      const elsewhere = readFileSync(join(dataDir, 'database-is-at'), 'utf8').trim();
      try {
        await ask(first, 'create table kept as select 42 as value');
        await first.stop();
        chmodSync(closed, 0o755);
        const second = await start({ dataDir });
        expect(await ask(second, 'select value from kept')).toEqual([{ value: 42 }]);
        await second.stop();
      } finally {
        rmSync(elsewhere, { recursive: true, force: true });
      }
      await expect(start({ dataDir })).rejects.toMatchObject({
        code: 'DATABASE_NOT_FOUND',
        message: expect.stringContaining(elsewhere),
      });
    },
  );

  asRoot('says so instead of beginning anew when data that is there has become unreachable', async () => {
    const parent = join(folder, 'parent');
    await (await start({ dataDir: join(parent, 'data') })).stop();
    chmodSync(parent, 0o700);
    await expect(start({ dataDir: join(parent, 'data') })).rejects.toMatchObject({
      code: 'DATABASE_NOT_FOUND',
      message: expect.stringContaining('chmod'),
    });
  });

  withSystem('uses the PostgreSQL of the system where ours does not run, and stays with it', async () => {
    const first = await start({ packageFolder: null });
    const major = Number.parseInt(first.version, 10);
    await first.stop();
    const second = await start();
    expect(Number.parseInt(second.version, 10)).toBe(major);
    expect(await ask(second, `select lower('ÄÖŽ') as lower`)).toEqual([{ lower: 'äöž' }]);
  });

  withSystem('uses the PostgreSQL of the system when ours does not start', async () => {
    const copy = packageCopy();
    writeFileSync(join(copy, 'native', 'bin', 'postgres'), '#!/bin/sh\nexit 127\n');
    await expect(start({ packageFolder: copy })).resolves.toMatchObject({ version: expect.any(String) });
  });

  it('says what to do when there is no PostgreSQL for the data', async () => {
    mkdirSync(cluster(), { recursive: true });
    writeFileSync(join(cluster(), 'PG_VERSION'), '7\n');
    await expect(start()).rejects.toMatchObject({
      code: 'DATABASE_NOT_FOUND',
      message: expect.stringMatching(/PostgreSQL 7.*DATABASE_URL/),
    });
  });

  function packageCopy(): string {
    const copy = join(folder, 'modules', 'package');
    cpSync(embeddedPackage() ?? '', copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
});

function groupOf(pid: number): number {
  // Field 5, after the program's name in brackets: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  if (process.platform === 'linux')
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]);
  return Number(execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }));
}
