import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createAudit } from '../src/store/audit.ts';
import { tellHeads } from '../src/tell-heads.ts';
import { testRecord, type TestRecord } from './support/database.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

it('the end of the audit log is logged at start, as verify expects it later', async () => {
  const audit = createAudit(record.pool, { now: () => new Date() });
  await audit.note({ workspaceId: 'slack:T', actorId: 'mia', action: 'case_shown' });
  const lines = new PassThrough();

  const stop = tellHeads(audit, pino(lines));
  const [line] = (await once(lines, 'data')) as [Buffer];
  await stop();

  const told = JSON.parse(line.toString()) as { workspaceId: string; hash: string };
  expect(told.workspaceId).toBe('slack:T');
  expect((await audit.verify([told.hash])).faults).toEqual([]);
});
