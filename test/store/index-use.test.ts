import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { use } from '../../src/store/agree-on-keys.ts';
import { openRecord, type Record as OpenRecord } from '../../src/store/index.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { multiply } from '../support/multiply.ts';
import { explainAll, type Plans } from '../support/plans.ts';
import { asked } from './asked.ts';
import { aPersonWhoWasEverywhere } from './person.ts';
import { wholeRecord } from './whole-record.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const LARGE = 'slack:TLARGE';
const KEYS = [newKey(NOW)] as const;

const READ_ALONG = 'few cases are read along by anybody';
const KEPT_FROM = 'few cases are kept from anybody';
/** Who may look through a whole table, which one, and why. */
const LOOKS_THROUGH: Readonly<Record<string, string>> = {
  'privacy.erase': 'looks for a person everywhere, once',
  'identities.link cases': 'is done by hand, and seldom',
  'store.tidy file': 'is once a day, and only where the policy lets files go before their case',
  'figures.barometer case_cc': READ_ALONG,
  'figures.barometer case_exclusion': KEPT_FROM,
  'figures.playbooks case_exclusion': KEPT_FROM,
  'figures.gifts case_exclusion': KEPT_FROM,
  'figures.playbooks case_cc': READ_ALONG,
  'figures.gifts case_cc': READ_ALONG,
  'duty.alongside case_cc': READ_ALONG,
  'topics.said topic_case': 'is the last thousand cases, never more',
  'search.find search_entry': 'finds every case of this record: all say the same',
};

let folder: string;
let database: TestRecord;
let record: OpenRecord;
let plans: Plans;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearback-index-use-'));
  database = await testRecord();
  const seal = createSeal(KEYS);
  await use(database.pool, seal, NOW);
  const workspaceId = await wholeRecord(database.pool, seal);
  await multiply(database.pool, { times: 400, workspaceId, communities: [LARGE, 'discord:99'] });
  plans = await explainAll(database.pool);
  const log = pino({ level: 'silent' });
  record = await openRecord({ databaseUrl: database.url, dataDir: folder, keys: KEYS, log, now: () => NOW });
});
afterAll(async () => {
  plans?.stop();
  await record?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

it('finds everything it asks of the record by an index, and reads no table from one end to the other', async () => {
  const found = await database.pool.query<{ caseId: number; number: number; memberId: string }>(
    `select case_id as "caseId", number, member_id as "memberId" from hearback.cases where workspace_id = $1 order by case_id desc limit 1`,
    [LARGE],
  );
  const wholly: string[] = [];
  const during = async (name: string, ask: () => unknown) => {
    await ask();
    for (const { table, query } of plans.scans.splice(0))
      if (!LOOKS_THROUGH[name] && !LOOKS_THROUGH[`${name} ${table}`])
        wholly.push(`${name} ${table}: ${query}`);
  };
  const questions = asked(record, { workspaceId: LARGE, now: NOW, ...found.rows[0]! });
  for (const [port, methods] of Object.entries(questions))
    for (const [method, ask] of Object.entries<string | (() => unknown)>(methods))
      if (typeof ask === 'function') await during(`${port}.${method}`, ask);
  await during('a case with all there is', () => aPersonWhoWasEverywhere(record.store, database.pool));

  expect(wholly).toEqual([]);
  expect(plans.queries.size).toBeGreaterThan(300);
});
