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
  createFairTurns(async () => underWay, {
    laneOf: (kind) => (kind === 'record-flag' || kind === 'record-message' ? 'record' : 'deliver'),
    canWait: (kind) => kind === 'refresh-cards',
  });
const alike = { laneOf: () => 'record' as const, canWait: () => false };

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

  it('of what can wait is behind the rest of its community, but of nobody else', async () => {
    const turns = turnsWith([]);
    const mixed = Array.from({ length: 100 }, () => [
      ...rowsOf('a', 1, 'deliver'),
      ...rowsOf('a', 1, 'refresh-cards'),
    ]).flat();
    const given = await turns.of(mixed);
    const [answers, cards] = [0, 1].map((each) => given.filter((_, index) => index % 2 === each));
    expect(cards!.filter((turn) => turn <= answers!.at(-1)!).length).toBeLessThan(30);
    expect(await turns.of([...rowsOf('b', 1, 'refresh-cards'), ...rowsOf('b', 1, 'deliver')])).toEqual([
      0, 0,
    ]);
  });

  it('has come for what is to be said and was put off until now', async () => {
    const turns = turnsWith([{ workspaceId: 'a', kind: 'deliver', count: 5_000 }]);
    const again = (kind: string) => rowsOf('a', 1, kind).map((row) => ({ ...row, generation: 2 }));
    const [said = 0, shown = 0, fresh = 0] = await turns.of([
      ...again('deliver'),
      ...again('refresh-cards'),
      ...rowsOf('a', 1, 'deliver'),
    ]);
    expect(said).toBe(0);
    expect(fresh).toBeGreaterThan(0);
    expect(shown).toBeGreaterThan(fresh);
  });

  it('never falls for a community while much of it is under way: what came first goes first', async () => {
    const underWay = [{ workspaceId: 'a', kind: 'record-flag', count: 1_000 }];
    let now = 0;
    const turns = createFairTurns(
      async () => underWay,
      alike,
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
      alike,
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
      alike,
      () => 0,
    );
    await turns.of(rowsOf('a', 50));
    const [next = 0] = await turns.of(rowsOf('a', 1));
    expect(next).toBeGreaterThan(0);
    expect(counted).toBe(1);
  });
});
