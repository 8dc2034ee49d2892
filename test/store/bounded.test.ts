import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { use } from '../../src/store/agree-on-keys.ts';
import { createStore } from '../../src/store/create-store.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { START } from './record.ts';
import { wholeRecord } from './whole-record.ts';

const DAY_MS = 86_400_000;
const seal = createSeal([newKey(START)]);

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

/** What docs/operating.md says of each table: when its rows go. */
const GOES = new Map(
  section('What grows, and what bounds it')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return [...cells[1]!.matchAll(/`(\w+)`/g)].map(([, table]) => [table!, cells[4]!] as const);
    }),
);

function section(title: string): string {
  return readFileSync('docs/operating.md', 'utf8').split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

async function rowsOf(): Promise<Map<string, number>> {
  const { rows } = await record.pool.query<{ table: string; count: number }>(
    `select table_name as table, (xpath('/row/c/text()', query_to_xml('select count(*) as c from hearback.' || table_name, false, true, '')))[1]::text::int as count
     from information_schema.tables where table_schema = 'hearback' and table_type = 'BASE TABLE'`,
  );
  return new Map(rows.map(({ table, count }) => [table, count]));
}

it('the docs say of every table when its rows go, and of no other', async () => {
  expect([...GOES.keys()].toSorted()).toEqual([...(await rowsOf()).keys()].toSorted());
});

it('what the docs say goes is gone after three years, once everything has ended', async () => {
  await use(record.pool, seal, START);
  await wholeRecord(record.pool, seal);
  const before = await rowsOf();
  await record.pool.query(
    `update hearback.cases set state = 'closed', closed_at = '${START.toISOString()}';
     update hearback.clock set state = 'stopped', stopped_at = now();
     update hearback.delivery set state = 'sent';
     update hearback.outbox set done_at = '${START.toISOString()}'`,
  );
  // The page of somebody's own is emptied by a job, which the first time asks for.
  for (const days of [1_100, 1_110]) {
    const store = createStore(record.pool, { now: () => new Date(START.getTime() + days * DAY_MS), seal });
    await store.tidy({ closedMs: 30 * DAY_MS, filesMs: null });
    await record.pool.query(
      `delete from hearback.home; update hearback.outbox set done_at = added_at; update hearback.figure_past set changed_at = '2020-01-01'`,
    );
  }

  const going = [...GOES]
    .filter(([, when]) => /^(?:with its case|after )/.test(when))
    .map(([table]) => table);
  const after = await rowsOf();
  expect(going.filter((table) => after.get(table) !== 0)).toEqual([]);
  // Most of them had something in them.
  expect(going.filter((table) => before.get(table) === 0)).toEqual([]);
});
