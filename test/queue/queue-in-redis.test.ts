import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { eventually } from '../support/eventually.ts';
import { PASSWORD, type TestRedis, hasRedis, testRedis } from '../support/redis.ts';
import { queueContract } from './queue-contract.ts';
import { type World, handler, world } from './world.ts';

(hasRedis ? describe : describe.skip)('with a redis-server on this machine', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await testRedis();
  });
  afterAll(() => redis.down());

  queueContract({
    name: 'Redis',
    url: () => redis.url,
    fresh: () => redis.wipe(),
    wipe: () => redis.wipe(),
    async contents() {
      const client = new Redis(redis.url);
      const jobs = await client.keys('bull:*:ob-*');
      const kept = await Promise.all(
        jobs.filter((key) => !key.endsWith(':lock')).map((key) => client.hgetall(key)),
      );
      const events = await client.xrange('bull:hearback-record:events', '-', '+');
      client.disconnect();
      return JSON.stringify([jobs, kept, events]);
    },
    async snatch() {
      const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
      const worker = new Worker('hearback-record', null, { connection, autorun: false, lockDuration: 200 });
      const job = await worker.getNextJob('a-vanished-worker', { block: false });
      await worker.close(true);
      connection.disconnect();
      return job !== undefined;
    },
  });

  describe('when Redis is away', () => {
    let here: World;
    beforeEach(async () => {
      await redis.down();
      here = await world(() => redis.url);
    });
    afterEach(async () => {
      await here.end();
      await redis.down();
      await redis.up();
    });

    it('starts without it, keeps what is committed and runs it when Redis comes', async () => {
      const runtime = await here.run([handler('greet', () => {})]);
      const id = await here.rows.add({ kind: 'greet' });
      expect(runtime.problem()).toBe('The queue in Redis cannot be reached.');
      expect(await here.rows.find(id)).toMatchObject({ dispatched: false, done: false });
      await redis.up();
      await eventually(async () => (await here.rows.find(id)).done);
      expect(runtime.problem()).toBeNull();
    });

    it('goes on after Redis was lost with all it held', async () => {
      await redis.up();
      const ran: number[] = [];
      const runtime = await here.run([handler('greet', (id) => void ran.push(id))]);
      const before = await here.rows.add({ kind: 'greet' });
      await eventually(async () => (await here.rows.find(before)).done);
      await redis.down();
      await eventually(() => runtime.problem());
      const meanwhile = await Promise.all([1, 2, 3].map(() => here.rows.add({ kind: 'greet' })));
      await redis.up();
      await eventually(async () => (await here.rows.undoneCount()) === 0);
      expect(new Set(ran)).toEqual(new Set([before, ...meanwhile]));
      expect(ran).toHaveLength(4);
    });

    it('closes while Redis is away, after the running job', async () => {
      await redis.up();
      let finish = (): void => {};
      let started = false;
      const runtime = await here.run([
        handler('greet', async () => {
          started = true;
          await new Promise<void>((resolve) => (finish = resolve));
        }),
      ]);
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(() => started);
      await redis.down();
      await eventually(() => runtime.problem());
      const closing = runtime.close();
      finish();
      await closing;
      expect(await here.rows.find(id)).toMatchObject({ done: true });
    });

    it('closes while it has never reached Redis', async () => {
      const runtime = await here.run([handler('greet', () => {})]);
      await runtime.close();
      expect(runtime.counts().relayed).toBe(0);
    });

    it('never logs the password, not even a wrong one', async () => {
      await redis.up();
      const runtime = await here.run([handler('greet', () => {})], {
        url: redis.url.replace(PASSWORD, 'wrong-password'),
      });
      await here.run([handler('greet', () => {})]);
      await eventually(() => here.lines.some((line) => line.includes('WRONGPASS')));
      expect(runtime.problem()).toBe('The queue in Redis cannot be reached.');
      expect(here.lines.join('')).not.toMatch(/wrong-password|a-password-nobody/);
    });
  });
});
