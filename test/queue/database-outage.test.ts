import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { pino } from 'pino';
import { type QueueRuntime, createQueueRuntime } from '../../src/queue/index.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import { type Server, runServer } from '../../src/store/embedded/server.ts';
import { migrate } from '../../src/store/migrate.ts';
import { eventually } from '../support/eventually.ts';
import { type OutboxRows, outboxRows } from './outbox-rows.ts';
import { contextFor, handler } from './world.ts';

describe('the queue while its database is away', () => {
  let folder: string;
  let server: Server;
  let pool: pg.Pool;
  let rows: OutboxRows;
  let runtime: QueueRuntime;
  let lines: string[];
  let ran: number[];
  /** How often the relay has looked for rows. */
  let tried: number;

  const start = () =>
    runServer({ dataDir: folder, log: pino({ level: 'silent' }), settings: { fsync: 'off' } });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearback-outage-'));
    chmodSync(folder, 0o755);
    server = await start();
    lines = [];
    ran = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    pool = openDatabase(server.connection, { log });
    await migrate(pool);
    rows = outboxRows(pool);
    tried = 0;
    const counted: Outbox = {
      ...rows.outbox,
      dispatch: (...args) => ((tried += 1), rows.outbox.dispatch(...args)),
    };
    const handlers = [handler('greet', (id) => void ran.push(id))];
    const timings = { relayPollMs: 100, reconcileMs: 200, stalledMs: 500, backoffMs: 1 };
    runtime = createQueueRuntime({
      url: null,
      database: server.connection,
      outbox: counted,
      handlers,
      log,
      now: () => new Date(),
      timings,
    });
    await runtime.startRelay();
    await runtime.startWorker(contextFor);
  });
  afterEach(async () => {
    await runtime.close();
    await pool.end();
    await server.shutDown();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on by itself after a restart, and fills no log meanwhile', async () => {
    const before = await rows.add({ kind: 'greet' });
    await eventually(async () => (await rows.find(before)).done);
    await server.shutDown();
    await eventually(() => runtime.problem());
    const triedUntilNow = tried;
    await eventually(() => tried > triedUntilNow + 10);
    const complaints = lines.map(complaintOf).filter((complaint) => complaint !== null);
    expect(complaints).toEqual([...new Set(complaints)]);
    server = await start();
    const after = await rows.add({ kind: 'greet' });
    await eventually(async () => (await rows.find(after)).done);
    expect(ran).toEqual([before, after]);
    await eventually(() => runtime.problem() === null);
  });

  it('closes while the database is away', async () => {
    const before = await rows.add({ kind: 'greet' });
    await eventually(async () => (await rows.find(before)).done);
    await server.shutDown();
    await runtime.close();
    expect(ran).toEqual([before]);
  });
});

/** What an error line is about; null for lines of less weight. */
function complaintOf(line: string): string | null {
  const { level, lane, code, msg } = JSON.parse(line) as {
    level: number;
    lane?: string;
    code?: string;
    msg: string;
  };
  return level >= 50 ? `${msg} ${lane} ${code}` : null;
}
