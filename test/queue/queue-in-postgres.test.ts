import { Worker, createPostgresBackend } from 'bullmq';
import pg from 'pg';
import { queueContract } from './queue-contract.ts';

queueContract({
  name: 'PostgreSQL',
  url: () => null,
  fresh: () => Promise.resolve(),
  wipe: async (pool) => void (await pool.query('truncate bullmq.job cascade')),
  async contents(pool) {
    const jobs = await pool.query('select * from bullmq.job');
    const events = await pool.query('select * from bullmq.event');
    return JSON.stringify([jobs.rows, events.rows]);
  },
  async snatch(pool) {
    const own = new pg.Pool({ ...pool.options, options: '-c search_path=bullmq' });
    const worker = new Worker(
      'hearback-record',
      null,
      { connection: own, autorun: false, lockDuration: 200 },
      createPostgresBackend as never,
    );
    const job = await worker.getNextJob('a-vanished-worker', { block: false });
    await worker.close(true);
    await own.end();
    return job !== undefined;
  },
});
