import { describe, expect, it } from '@jest/globals';
import { createFairTurns } from '../../src/queue/fair-turns.ts';
import type { OutboxRow } from '../../src/store/outbox.ts';

type UnderWay = { workspaceId: string; kind: string; count: number }[];

let made = 0;
const rowsOf = (workspaceId: string, count: number, kind = 'record-flag'): OutboxRow[] =>
  Array.from({ length: count }, () => ({
    outboxId: (made += 1),
    workspaceId,
    kind,
    data: {},
    runAt: new Date(0),
    generation: 1,
  }));

const turnsWith = (underWay: UnderWay) =>
  createFairTurns(
    async () => underWay,
    (kind) => (kind === 'deliver' ? 'deliver' : 'record'),
  );

describe('whose turn it is', () => {
  it('is first come first served for whoever has little under way', async () => {
    const turns = turnsWith([{ workspaceId: 'a', kind: 'record-flag', count: 4 }]);
    expect(await turns.of([...rowsOf('a', 6), ...rowsOf('b', 10)])).toEqual(
      Array.from({ length: 16 }, () => 0),
    );
  });

  it('comes later the more a community has under way, so the flood of one is behind everybody else', async () => {
    const turns = turnsWith([{ workspaceId: 'flood', kind: 'record-flag', count: 5_000 }]);
    const [flood = 0, quiet = 0] = await turns.of([...rowsOf('flood', 1), ...rowsOf('quiet', 1)]);
    expect(quiet).toBe(0);
    expect(flood).toBeGreaterThan(0);
    const busy = (await turns.of(rowsOf('busy', 60))).at(-1)!;
    expect(busy).toBeGreaterThan(0);
    expect(busy).toBeLessThan(flood);
  });

  it('counts each lane by itself, whatever the kinds in it', async () => {
    const turns = turnsWith([
      { workspaceId: 'a', kind: 'record-flag', count: 9 },
      { workspaceId: 'a', kind: 'record-message', count: 9 },
    ]);
    expect(await turns.of([...rowsOf('a', 1), ...rowsOf('a', 1, 'deliver')])).toEqual([1, 0]);
  });

  it('never falls for a community while much of it is under way: what came first goes first', async () => {
    const underWay = [{ workspaceId: 'a', kind: 'record-flag', count: 1_000 }];
    let now = 0;
    const turns = createFairTurns(
      async () => underWay,
      () => 'record',
      () => now,
    );
    const [first = 0] = await turns.of(rowsOf('a', 1));
    underWay[0]!.count = 100;
    now += 1_000;
    expect(await turns.of(rowsOf('a', 1))).toEqual([first]);
    underWay[0]!.count = 3;
    now += 1_000;
    expect(await turns.of(rowsOf('a', 1))).toEqual([0]);
  });

  it('is not held back by a flood of which little is left', async () => {
    const underWay = [{ workspaceId: 'a', kind: 'record-flag', count: 50_000 }];
    let now = 0;
    const turns = createFairTurns(
      async () => underWay,
      () => 'record',
      () => now,
    );
    await turns.of(rowsOf('a', 1));
    underWay[0]!.count = 12;
    now += 1_000;
    const [left = 0] = await turns.of(rowsOf('a', 1));
    const floods = await turns.of(rowsOf('b', 1_000));
    expect(floods.filter((turn) => turn < left).length).toBeLessThan(100);
  });

  it('is counted in between as well, from what was sent since', async () => {
    let counted = 0;
    const turns = createFairTurns(
      async () => {
        counted += 1;
        return [];
      },
      () => 'record',
      () => 0,
    );
    await turns.of(rowsOf('a', 50));
    const [next = 0] = await turns.of(rowsOf('a', 1));
    expect(next).toBeGreaterThan(0);
    expect(counted).toBe(1);
  });
});
