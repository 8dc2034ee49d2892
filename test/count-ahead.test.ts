import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { standingOf } from '../src/cases/access.ts';
import { countAhead } from '../src/count-ahead.ts';
import { policiesOf } from '../src/policy/policies.ts';
import { createStore } from '../src/store/create-store.ts';
import { createFigures } from '../src/store/figures.ts';
import { noSeal } from '../src/store/seal.ts';
import { candidate, message } from './store/record.ts';
import { testRecord, type TestRecord } from './support/database.ts';
import { eventually } from './support/eventually.ts';
import { policy, workspace } from './support/factories.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const log = pino({ level: 'silent' });
const zone = workspace.timeZone ?? policy.timeZone;
const now = () => new Date();

it('counts a year of large communities before anybody looks, and of no others', async () => {
  const store = createStore(record.pool, { now, seal: noSeal });
  const openedAt = DateTime.now().minus({ days: 30 }).toJSDate();
  await store.open(candidate(message({ workspaceId: workspace.id }), { openedAt }), () => ({
    change: { history: [], departments: ['qa'] },
    answer: null,
  }));
  const figures = createFigures(record.pool);
  const until = DateTime.now().setZone(zone).startOf('day');
  const time = { from: until.minus({ days: 90 }).toJSDate(), until: until.toJSDate(), step: 'week' as const };
  const mia = standingOf(workspace, { userId: 'U0MIA', groups: [], channelId: null });
  const counted = async () => {
    const scope = { workspaceId: workspace.id, eyes: { ...mia, roles: new Set(['handler'] as const) } };
    const { whole } = await figures.barometer(scope, { ...time, timeZone: zone }, 9);
    return whole.opened;
  };
  /** Behind the back of the record, so that only what was kept is known. */
  const forget = () =>
    record.pool.query(
      'begin; set local session_replication_role = replica; delete from hearback.figure; commit',
    );

  expect(await figures.large()).toEqual([]);
  await record.pool.query('update hearback.workspace set last_case_number = 20001');
  expect(await figures.large()).toEqual([workspace.id]);
  let looks = 0;
  const watched = {
    ...figures,
    playbooks: (...asked: Parameters<typeof figures.playbooks>) => {
      looks += 1;
      return figures.playbooks(...asked);
    },
  };
  const counting = countAhead(watched, () => policiesOf([policy]), { now, log, soonMs: 1 });
  // Of staff, and of leads.
  await eventually(async () => looks === 2);
  await counting.stop();
  await forget();
  expect(await counted()).toBe(1);
});
