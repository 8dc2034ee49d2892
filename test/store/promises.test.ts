import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockChange } from '../../src/cases/change.ts';
import { standingOf } from '../../src/cases/access.ts';
import { createStore } from '../../src/store/create-store.ts';
import { workspace } from '../support/factories.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, message, opened } from './record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

/** The store at so many minutes after the start. */
const at = (minutes: number) => createStore(record.pool, { now: () => after(minutes) });
const EVER = { from: new Date(0), before: new Date('2100-01-01'), eyes: 'program' as const };
const promise = (minutes: number): ClockChange => ({
  op: 'start',
  kind: 'update_due',
  dueAt: after(minutes - 1),
  deadline: after(minutes),
});
const done = (met: boolean): ClockChange => ({ op: 'stop', kind: 'update_due', met });
const turn = (...clocks: ClockChange[]) => ({
  change: { history: [], clocks },
  answer: null,
});

/** A case whose member is promised to hear in ten minutes. */
async function promised(workspaceId: string) {
  const { key } = await opened(at(0), message({ workspaceId }));
  await at(0).change(key, () => turn(promise(10)));
  return key;
}

describe('promises to members', () => {
  const cases: [string, number, ClockChange[], { kept: number; broken: number }][] = [
    ['kept by words that came in time', 10, [done(true)], { kept: 1, broken: 0 }],
    ['broken by words that came late', 11, [done(true)], { kept: 0, broken: 1 }],
    [
      'kept by words that came in time, though that was found out late',
      30,
      [{ op: 'stop', kind: 'update_due', met: true, at: after(9) }],
      { kept: 1, broken: 0 },
    ],
    [
      'broken by words that were found out to have come late, and bring another',
      30,
      [{ ...promise(60), met: true, at: after(11) } as ClockChange],
      { kept: 0, broken: 1 },
    ],
    ['none once the case was solved before it was due', 9, [done(false)], { kept: 0, broken: 0 }],
    ['broken where the case was solved too late', 11, [done(false)], { kept: 0, broken: 1 }],
    [
      'kept, and the next one open, where words bring another',
      9,
      [{ ...promise(20), met: true } as ClockChange],
      { kept: 1, broken: 0 },
    ],
    ['open as long as their time is not over', 9, [], { kept: 0, broken: 0 }],
    ['broken once it is over and nothing was said', 11, [], { kept: 0, broken: 1 }],
  ];
  it.each(cases)('are %s', async (_what, minutes, clocks, expected) => {
    const workspaceId = fresh('slack:T');
    const key = await promised(workspaceId);
    if (clocks.length > 0) await at(minutes).change(key, () => turn(...clocks));

    expect(await at(minutes).promises(workspaceId, EVER)).toEqual(expected);
  });

  it('stay as they were promised when their reminder is put off', async () => {
    const workspaceId = fresh('slack:T');
    const key = await promised(workspaceId);
    await at(5).change(key, ({ clocks }) =>
      turn({ op: 'rest', clockId: clocks[0]!.clockId, dueAt: after(60) }),
    );

    expect(await at(11).promises(workspaceId, EVER)).toEqual({ kept: 0, broken: 1 });
  });

  it('count in the time in which they were due, and in their community alone', async () => {
    const workspaceId = fresh('slack:T');
    await promised(workspaceId);
    const due = (from: number, before: number) =>
      at(99).promises(workspaceId, { from: after(from), before: after(before), eyes: 'program' });

    expect([await due(10, 11), await due(0, 10), await due(11, 99)]).toEqual([
      { kept: 0, broken: 1 },
      { kept: 0, broken: 0 },
      { kept: 0, broken: 0 },
    ]);
    expect(await at(99).promises(fresh('slack:T'), EVER)).toEqual({ kept: 0, broken: 0 });
  });

  it('are counted for nobody who may not see their case', async () => {
    const workspaceId = fresh('slack:T');
    const key = await promised(workspaceId);
    await promised(workspaceId);
    await at(1).change(key, () => ({
      change: { history: [], exclude: [{ userId: 'U0MIA', reason: 'accused', by: null }] },
      answer: null,
    }));
    const seenBy = (userId: string) =>
      standingOf({ ...workspace, id: workspaceId }, { userId, groups: ['S0MODS'], channelId: null });
    const brokenFor = async (eyes: Parameters<ReturnType<typeof at>['promises']>[1]['eyes']) =>
      (await at(11).promises(workspaceId, { ...EVER, eyes })).broken;

    expect(await brokenFor(seenBy('U0LENA'))).toBe(2);
    expect(await brokenFor(seenBy('U0MIA'))).toBe(1);
    expect(await brokenFor('channel')).toBe(1);
  });
});
