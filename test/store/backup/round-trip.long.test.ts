import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAudit } from '../../../src/store/audit.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { createOutbox } from '../../../src/store/create-outbox.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { createDigests } from '../../../src/store/digests.ts';
import { createPrivacy } from '../../../src/store/privacy.ts';
import { noSeal } from '../../../src/store/seal.ts';
import { createSearch } from '../../../src/store/search.ts';
import type { Store } from '../../../src/store/store.ts';
import { testRecord, type TestRecord } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { after, deliveryIdOf, deliveryTo, fresh, message, opened, START } from '../record.ts';
import {
  backupOf,
  emptyDatabase,
  type EmptyDatabase,
  everything,
  framesOf,
  never,
  newFile,
  restoreInto,
} from './backups.ts';

let record: TestRecord;
let other: EmptyDatabase;
let store: Store;

beforeAll(async () => {
  [record, other] = await Promise.all([testRecord(), emptyDatabase()]);
  store = createStore(record.pool, { now: () => START, seal: noSeal });
});
afterAll(async () => {
  await Promise.all([record.drop(), other.drop()]);
});

const NASTY = 'tab\there\nline\\n back\\\\slash \\. "quotes" \u{1f6a9} ﷽ \r\n end\\';
const BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** What is made of the other tables: it is made anew. */
const MADE = ['search_entry', 'search_word', 'figure', 'figure_group', 'figure_past'];
/** Says nothing of any case, and is over when the processes are. */
const PASSING = ['gateway', 'gateway_plan', 'gateway_shard'];

/** A record with something in it, in every kind of column. */
async function fill(): Promise<{ workspaceId: string; caseId: number }> {
  const workspaceId = fresh('slack:T');
  const file = { fileId: 'F1', name: NASTY, mime: 'image/png', size: 256, url: 'https://x.example/1' };
  const { key } = await opened(store, message({ workspaceId, text: NASTY, files: [file] }), {
    history: [{ action: 'opened', actorId: 'anna', detail: { what: NASTY } }],
    notes: [{ authorId: 'anna', text: NASTY }],
    clocks: [{ op: 'start', kind: 'update_due', dueAt: after(30) }],
    replies: [
      { markdown: NASTY, authorId: null, place: { type: 'dm', workspaceId, userId: 'u' }, send: true },
    ],
    deliveries: [deliveryTo(workspaceId, 'card')],
    departments: ['qa'],
  });
  await record.pool.query(
    `insert into hearback.seal_key values ('k1', '\\x00', now()) on conflict do nothing`,
  );
  await record.pool.query(`update hearback.file set state = 'kept', bytes = $1, sealed_with = 'k1'`, [BYTES]);
  return key;
}

describe('a backup', () => {
  it('has every table there is: a new one cannot be forgotten', async () => {
    const { summary } = await backupOf(record.pool);
    const tables = await record.pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'hearback'::regnamespace and relname <> 'migration'`,
    );

    expect([...Object.keys(summary.tables), ...MADE, ...PASSING].toSorted()).toEqual(
      tables.rows.map(({ name }) => name).toSorted(),
    );
  });

  it('brings back every row of every table as it was', async () => {
    await fill();
    await fill();
    const before = await everything(record.pool);
    expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(15);

    const { file, summary } = await backupOf(record.pool);
    const restored = await restoreInto(other.pool, file, { moving: true, replace: true });

    const now = await everything(other.pool);
    const changed = ['outbox', 'audit', 'audit_head', 'delivery', 'search_state', ...MADE];
    for (const [table, rows] of Object.entries(before))
      if (!changed.includes(table)) expect({ table, rows: now[table] }).toEqual({ table, rows });
    expect(now['outbox']).toHaveLength(before['outbox']!.length);
    expect(now['audit']).toEqual(expect.arrayContaining(before['audit']!));
    expect(restored).toMatchObject({ rows: summary.rows, takenAt: START, keyIds: ['k1'] });
    expect([now['search_entry'], now['search_word']]).toEqual([[], []]);
    const search = createSearch(other.pool, { now: () => START });
    while (await search.keepUp());
    const found = `select case_id, part, row_id, is_draft, words::text from hearback.search_entry order by 1, 2, 3`;
    expect((await other.pool.query(found)).rows).toEqual((await record.pool.query(found)).rows);
    // What the dashboard counts is there at once.
    const counted = `select case_id, what, nth, at, value, flags, audience, kind, channel_id, departments
      from hearback.figure join hearback.figure_group using (group_id) order by 1, 2, 3`;
    const { rows: figures } = await other.pool.query(counted);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures).toEqual((await record.pool.query(counted)).rows);
  });

  it('is for nobody else to read, appears only when it is whole, and never replaces another', async () => {
    const { file } = await backupOf(record.pool);

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['record.backup']);
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const { workspaceId } = await fill();
    // More than is held in memory, in a table that comes early.
    await record.pool.query(
      `insert into hearback.intake (workspace_id, key, meaning, event, channel_id, message_id, happened_at, received_at)
       values ($1, 'long', 'edit', $2, 'C1', 'm', now(), now())`,
      [workspaceId, JSON.stringify({ text: randomBytes(400_000).toString('base64') })],
    );
    const before = (await backupOf(record.pool)).summary.tables;
    const sink = new PassThrough({ highWaterMark: 1 });
    const file = newFile();
    const pieces: Buffer[] = [];
    const written = writeBackup(record.pool, sink, { now: START, signal: never });
    for await (const piece of sink as AsyncIterable<Buffer>) {
      // The snapshot is taken with the first byte; nothing after it may be in the backup.
      if (pieces.length === 0)
        await opened(store, message({ workspaceId }), { history: [{ action: 'late', actorId: null }] });
      pieces.push(piece);
    }
    const { tables } = await written;
    writeFileSync(file, Buffer.concat(pieces));
    await restoreInto(other.pool, file, { replace: true });

    expect(tables).toEqual(before);
    const late = await other.pool.query(`select count(*) from hearback.history where action = 'late'`);
    expect(late.rows).toEqual([{ count: 0 }]);
  });

  it('holds up nobody who writes, and ends when it is stopped', async () => {
    await fill();
    const stop = new AbortController();
    const sink = new PassThrough({ highWaterMark: 1 });
    const written = writeBackup(record.pool, sink, { now: START, signal: stop.signal });
    await new Promise((resolve) => sink.once('readable', resolve));

    await fill();
    stop.abort();

    await expect(written).rejects.toMatchObject({ name: 'AbortError' });
    await expect(record.pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
  });
});

describe('restoring', () => {
  it('makes every number go on behind those that were given, and leaves room for those that are lost', async () => {
    const { workspaceId, caseId } = await fill();
    const { file } = await backupOf(record.pool);
    const inOther = createStore(other.pool, { now: () => START, seal: noSeal });

    await restoreInto(other.pool, file, { replace: true });
    const { file: lateCase } = await opened(inOther, message({ workspaceId }), null);
    expect(lateCase.case).toMatchObject({ number: 1001 });
    expect(lateCase.case.caseId).toBeGreaterThan(1_000_000);
    expect(lateCase.reporters).toEqual(['reporter']);

    await restoreInto(other.pool, file, { moving: true, replace: true });
    const { file: nextCase } = await opened(inOther, message({ workspaceId }), null);
    expect(nextCase.case).toMatchObject({ number: 2, caseId: expect.any(Number) });
    expect(nextCase.case.caseId - caseId).toBe(1);
  });

  it('sends every job anew that was not done, under a name the queue has never heard', async () => {
    await fill();
    const source = createOutbox(record.pool, { now: () => after(60) });
    await source.dispatch(after(60), 100, async () => {});
    const { file } = await backupOf(record.pool);

    await restoreInto(other.pool, file, { replace: true });
    const first = await generations();
    await restoreInto(other.pool, file, { replace: true, now: after(61) });
    const second = await generations();

    expect(first.length).toBeGreaterThan(2);
    for (const generation of first) expect(generation).toBeGreaterThan(1_000_000);
    for (const generation of second) expect(first).not.toContain(generation);

    async function generations(): Promise<number[]> {
      const taken: number[] = [];
      await createOutbox(other.pool, { now: () => after(60) }).dispatch(after(60), 100, async (rows) => {
        taken.push(...rows.map(({ generation }) => generation));
      });
      return taken;
    }
  });

  it('remembers that what was not yet said may have been said since: the platform is asked first', async () => {
    const { workspaceId } = await fill();
    const { file } = await backupOf(record.pool);
    await restoreInto(other.pool, file, { replace: true });

    const waiting = await other.pool.query(
      'select attempts, first_tried_at = added_at as since, state from hearback.delivery where workspace_id = $1',
      [workspaceId],
    );
    expect(waiting.rows).toEqual([
      { attempts: 1, since: true, state: 'pending' },
      { attempts: 1, since: true, state: 'pending' },
    ]);
    const deliveryId = await deliveryIdOf(other.pool, workspaceId, 'card');
    const isRetry = new Promise((resolve) => {
      void createStore(other.pool, { now: () => START, seal: noSeal }).deliver(
        deliveryId,
        async (_delivery, _file, again) => {
          resolve(again);
          return { posted: null };
        },
        () => null,
      );
    });
    expect(await isRetry).toBe(true);
  });

  it('holds back the codes of gifts that may have been given since, unless nothing happened since', async () => {
    await fill();
    await record.pool.query(
      `with gift as (insert into hearback.gift (workspace_id, gift, value, state, month, at)
         select 'slack:T', 'voucher', 1, state, '2026-11', now()
         from unnest(array['given', 'proposed', 'approved', 'failed']) state returning gift_id, state)
       insert into hearback.gift_code (workspace_id, gift, fingerprint, code, sealed_with, gift_id, added_at)
       select 'slack:T', 'voucher', sha256(state::bytea), '\\x00'::bytea, 'k1', gift_id, now() from gift
       union all select 'slack:T', 'voucher', sha256('free'), '\\x00'::bytea, 'k1', null::bigint, now()`,
    );
    const { file } = await backupOf(record.pool);
    const held = async () =>
      (
        await other.pool.query<{ of: string }>(
          `select coalesce(state, 'free') as of from hearback.gift_code left join hearback.gift using (gift_id)
           where uncertain_since is not null order by 1`,
        )
      ).rows.map((row) => row.of);

    await restoreInto(other.pool, file, { moving: true, replace: true });
    expect(await held()).toEqual([]);
    await restoreInto(other.pool, file, { replace: true });
    expect(await held()).toEqual(['approved', 'failed', 'free', 'proposed']);
  });

  it('remembers that lists of the day may have come since, whatever the zone of those who want one, and that others are to come', async () => {
    const { workspaceId } = await fill();
    await record.pool.query(
      `insert into hearback.person (workspace_id, user_id, to_do_at) values ($1, 'anna', '08:30'), ($1, 'bo', '08:30')`,
      [workspaceId],
    );
    const { file } = await backupOf(record.pool);
    const ask = (minutes: number, userId: string, day: string) =>
      createDigests(other.pool, { now: () => after(minutes) }).askToDo(workspaceId, userId, day, true);
    await restoreInto(other.pool, file, { moving: true, replace: true });
    expect(await ask(61, 'anna', '2026-11-20')).toBe(true);

    await restoreInto(other.pool, file, { replace: true });
    expect(await ask(61, 'anna', '2026-11-20')).toBe(false);
    expect(await ask(62, 'bo', '2026-11-19')).toBe(false);
    expect(await ask(25 * 60, 'anna', '2026-11-21')).toBe(true);
    expect(await ask(25 * 60, 'bo', '2026-11-20')).toBe(true);
  });

  it('writes into the audit log that it happened, and the log can still be verified', async () => {
    const { workspaceId, caseId } = await fill();
    await store.change({ workspaceId, caseId }, () => ({
      change: { history: [{ action: 'claimed', actorId: 'bo' }] },
      answer: null,
    }));
    const { file } = await backupOf(record.pool);
    await restoreInto(other.pool, file, { replace: true });
    const audit = createAudit(other.pool, { now: () => START });

    expect(await audit.verify()).toMatchObject({ faults: [] });
    const actions = await other.pool.query(
      'select action from hearback.audit where workspace_id = $1 order by seq desc limit 1',
      [workspaceId],
    );
    expect(actions.rows).toEqual([{ action: 'record_restored' }]);
  });

  it('brings an older backup up to date', async () => {
    const migrations = readdirSync('src/store/migrations').toSorted();
    const old = await emptyDatabase();
    try {
      const folder = join(temporaryFolder(), 'migrations');
      mkdirSync(folder);
      for (const name of migrations.slice(0, 2))
        copyFileSync(join('src/store/migrations', name), join(folder, name));
      await migrate(old.pool, folder);
      await old.pool.query(`insert into hearback.workspace values ('slack:T1', 7);
        insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
          values ('slack:T1', 7, 'open', 'normal', 'feedback', 'u', 'U', 'words', 'en', now());
        insert into hearback.message (workspace_id, channel_id, message_id, author_id, author_name, author_is_bot, permalink, posted_at)
          values ('slack:T1', 'C1', 'm1', 'u', 'U', false, 'https://x', now());
        insert into hearback.file (message_row_id, workspace_id, file_id, name, mime, size, url, bytes)
          values (1, 'slack:T1', 'F1', 'a', 'b', 1, 'https://x', '\\x00ff')`);
      const { file, summary } = await backupOf(old.pool);
      expect(summary.level).toBe(migrations[1]);

      await restoreInto(other.pool, file, { replace: true });
    } finally {
      await old.drop();
    }

    const applied = await other.pool.query<{ name: string }>(
      'select name from hearback.migration order by 1',
    );
    expect(applied.rows.map(({ name }) => name)).toEqual(migrations);
    await migrate(other.pool);
    const inOther = createStore(other.pool, { now: () => START, seal: noSeal });
    expect((await inOther.read({ workspaceId: 'slack:T1', number: 7 }))?.case.quote).toBe('words');
  });

  it('takes rows that rules of later days would refuse', async () => {
    await fill();
    const rule = await record.pool.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'file_is_sealed'`,
    );
    await record.pool.query(`alter table hearback.file drop constraint file_is_sealed;
      update hearback.file set sealed_with = null;
      alter table hearback.file add constraint file_is_sealed ${rule.rows[0]!.definition}`);
    const { file } = await backupOf(record.pool);

    await restoreInto(other.pool, file, { replace: true });

    const kept = await other.pool.query('select bytes from hearback.file');
    expect(kept.rows).toContainEqual({ bytes: BYTES });
    await expect(
      other.pool
        .query(`insert into hearback.file (message_row_id, workspace_id, file_id, name, mime, size, url, bytes)
        select message_row_id, workspace_id, 'F2', 'a', 'b', 1, 'https://x', '\\x00' from hearback.message limit 1`),
    ).rejects.toMatchObject({ constraint: 'file_is_sealed' });
  });

  it('tells who was erased from the record it replaces, before it does', async () => {
    const { workspaceId } = await fill();
    const { file } = await backupOf(record.pool);
    await restoreInto(other.pool, file, { replace: true });
    const privacy = createPrivacy(other.pool, { now: () => after(70), seal: noSeal });
    await privacy.erase({ workspaceId, userId: 'member' }, { askedBy: 'operator', actorId: null });
    const marks = await privacy.erasures();
    const told: unknown[] = [];

    await restoreInto(other.pool, file, {
      replace: true,
      onErased: async (found) => void told.push(...found),
    });
    expect(told).toEqual(marks);
    expect(JSON.stringify(await everything(other.pool))).toContain('back\\\\');

    await privacy.reapplyErasures(marks);
    const words = await other.pool.query(
      'select text from hearback.message_version join hearback.message using (message_row_id) where workspace_id = $1',
      [workspaceId],
    );
    expect(JSON.stringify(words.rows)).not.toContain('slash');
  });

  it('packs the words and does not leave them in the file as they are', async () => {
    await fill();
    const { file } = await backupOf(record.pool);

    expect(readFileSync(file).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    expect((await framesOf(file)).at(0)).toMatchObject({ type: 'H', header: { format: 1, takenAt: START } });
  });
});
