import { describe, expect, it } from '@jest/globals';
import { waitForBudgetMs } from '../../../src/adapters/discord/identify-turns.ts';
import { createInbox } from '../../../src/adapters/discord/inbox.ts';
import { createLeaseClock } from '../../../src/adapters/discord/lease-clock.ts';
import { createProgress } from '../../../src/adapters/discord/progress.ts';
import { shardOf } from '../../../src/adapters/discord/shard-of.ts';

describe('how far events have been dealt with', () => {
  const promise = () => {
    let resolve: (isDone: boolean) => void = () => undefined;
    const handled = new Promise<boolean>((settle) => (resolve = settle));
    return { handled, resolve };
  };

  it('is behind the oldest that is under way, whatever was quicker', async () => {
    const progress = createProgress(10);
    const slow = promise();
    progress.follow(11, slow.handled);
    progress.follow(12, Promise.resolve(true));
    await Promise.resolve();
    expect(progress.upTo()).toBe(10);

    slow.resolve(true);
    await progress.idle();
    expect(progress.upTo()).toBe(12);
  });

  it('stays behind one that has to come once more', async () => {
    const progress = createProgress(0);
    progress.follow(1, Promise.resolve(true));
    progress.follow(2, Promise.resolve(false));
    progress.follow(3, Promise.resolve(true));
    await progress.idle();
    expect(progress.upTo()).toBe(1);
  });

  it('stays behind what still waited when the shard was handed on, whatever comes afterwards', async () => {
    let mayAct = false;
    const inbox = createInbox({ onPacket: async () => true, mayAct: () => mayAct }, 4);
    inbox.take({ t: 'MESSAGE_CREATE', d: {}, s: 5 });
    inbox.close();
    mayAct = true;
    inbox.take({ t: 'MESSAGE_CREATE', d: {}, s: 6 });
    await inbox.idle();
    expect(inbox.upTo()).toBe(4);
  });
});

describe('the budget of sessions', () => {
  const limit = { total: 1_000, reset_after: 86_400_000, max_concurrency: 1 };

  it('is free while much is left, and spread over the rest of the day when little is', () => {
    expect(waitForBudgetMs({ ...limit, remaining: 400 })).toBe(0);
    expect(waitForBudgetMs({ ...limit, remaining: 300 })).toBe(432_000);
    // What is kept back waits for the next day.
    expect(waitForBudgetMs({ ...limit, remaining: 100 })).toBe(86_400_000);
  });

  it('cannot be used up by a program that comes back again and again', () => {
    let leftMs = limit.reset_after;
    let remaining = limit.total;
    while (leftMs > 0 && remaining > 0) {
      leftMs -= 1_000 + waitForBudgetMs({ ...limit, remaining, reset_after: leftMs });
      remaining -= 1;
    }
    expect(remaining).toBeGreaterThan(90);
  });
});

describe('a lease', () => {
  it('lasts from before it was asked for, so one that was told late is not ours', async () => {
    const lease = createLeaseClock(30, () => undefined);
    expect(lease.mayAct()).toBe(false);
    await lease.renew(async () => undefined);
    expect(lease.isSure()).toBe(true);
    // As of a process that stood still while it waited for the answer.
    await lease.renew(async () => {
      const until = performance.now() + 40;
      while (performance.now() < until);
    });
    expect([lease.isSure(), lease.mayAct()]).toEqual([false, false]);
  });

  it('that cannot be renewed lets whoever is connected go on, and nobody connect', async () => {
    let told = 0;
    const lease = createLeaseClock(0, () => (told += 1));
    await lease.renew(() => Promise.reject(new Error('no database'))).catch(() => null);
    expect([lease.isSure(), lease.mayAct(), told]).toEqual([false, true, 1]);
  });
});

it('the shard of a server is a part of its id', () => {
  expect(shardOf('1100000000000000001', 4)).toBe(Number((1_100_000_000_000_000_001n >> 22n) % 4n));
  expect([0, 1, 2, 3].map((step) => shardOf(String(step << 22), 4))).toEqual([0, 1, 2, 3]);
  expect(shardOf('no id', 4)).toBe(0);
});
