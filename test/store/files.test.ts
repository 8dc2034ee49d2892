import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { copyFile } from '../../src/handlers/copy-file.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { createStore } from '../../src/store/create-store.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy } from '../support/factories.ts';
import { candidate, fresh, jobs, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  const seal = createSeal([newKey(START)]);
  store = createStore(record.pool, { now: () => START, seal });
  await use(record.pool, seal, START);
});
afterAll(() => record.drop());

describe('files', () => {
  const file = {
    fileId: 'F1',
    name: 'shot.png',
    mime: 'image/png',
    size: 3,
    url: 'https://files.example/F1',
  };

  it('asks for the bytes of every file once, and counts those of the correspondence', async () => {
    const workspaceId = fresh('slack:T');
    const before = (await jobs(record.pool, 'copy-file')).length;
    const source = message({ workspaceId, files: [file, { ...file, fileId: 'F2' }] });
    const around = message({ workspaceId, files: [file] });

    const { file: found } = await store.open(
      candidate(source, {
        messages: [
          { role: 'source', snapshot: source },
          { role: 'context', snapshot: around },
        ],
      }),
      nothing,
    );
    await store.open(candidate(source), nothing);

    expect(found.fileCount).toBe(2);
    expect((await jobs(record.pool, 'copy-file')).length - before).toBe(3);
  });

  it('keeps the bytes, sealed, then wants no more; one that is missing is not counted, and the case shows that', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId, files: [file] }));
    const counted = async () => {
      const found = await store.read(key);
      return [found?.fileCount, found?.case.version];
    };
    const job = (await jobs(record.pool, 'copy-file')).at(-1);
    const fileRowId = Number(job?.data['fileRowId']);
    expect(await store.fileToCopy(fileRowId)).toEqual({ fileRowId, workspaceId, file, told: null });

    expect(await counted()).toEqual([1, 1]);
    for (let time = 0; time < 2; time += 1) await store.keepFile(fileRowId, { problem: 'too large' });
    expect(await counted()).toEqual([0, 2]);
    expect(await store.fileToCopy(fileRowId)).not.toBeNull();
    await store
      .once({ job: job?.outboxId ?? 0 })
      .keepFile(fileRowId, { bytes: Uint8Array.of(9, 0, 255, 128, 9).subarray(1, 4) });
    await store.keepFile(fileRowId, { problem: 'too late' });

    expect(await counted()).toEqual([1, 3]);
    expect(await store.fileToCopy(fileRowId)).toBeNull();
    const kept = await record.pool.query<{ state: string; bytes: Buffer; problem: string | null }>(
      'select state, bytes, problem from hearback.file where file_row_id = $1',
      [fileRowId],
    );
    expect(kept.rows).toEqual([{ state: 'kept', bytes: expect.any(Buffer), problem: null }]);
    expect(kept.rows[0]?.bytes.includes(Buffer.from([0, 255, 128]))).toBe(false);
    expect(await store.fileBytes(workspaceId, fileRowId)).toEqual(Buffer.from([0, 255, 128]));
    expect(await store.fileBytes(fresh('slack:T'), fileRowId)).toBeNull();
    expect((await jobs(record.pool, 'copy-file')).at(-1)?.isDone).toBe(true);
  });

  it('are only linked once those of their community take as much as they may, and the case says so', async () => {
    const [full, other] = [fresh('slack:T'), fresh('slack:T')];
    const asked: string[] = [];
    const context = (maxTotalBytes: number) =>
      ({
        store,
        policy: () => ({ ...policy, files: { maxBytes: 10, maxTotalBytes } }),
        chat: () => ({
          download: async (workspaceId: string) => {
            asked.push(workspaceId);
            return Uint8Array.of(1, 2, 3);
          },
        }),
        log: pino({ level: 'silent' }),
      }) as unknown as Context;
    const copied = async (workspaceId: string, maxTotalBytes: number) => {
      await opened(store, message({ workspaceId, files: [file] }));
      const fileRowId = Number((await jobs(record.pool, 'copy-file')).at(-1)?.data['fileRowId']);
      await copyFile.run({ fileRowId }, context(maxTotalBytes));
      await copyFile.run({ fileRowId }, context(maxTotalBytes));
      const { rows } = await record.pool.query<{ state: string; problem: string | null }>(
        'select state, problem from hearback.file where file_row_id = $1',
        [fileRowId],
      );
      return rows[0];
    };
    const kept = { state: 'kept', problem: null };

    expect(await copied(full, 5)).toEqual(kept);
    expect(await copied(full, 5)).toEqual({
      state: 'problem',
      problem: expect.stringContaining('files.maxTotalBytes'),
    });
    expect(await copied(other, 5)).toEqual(kept);
    // As soon as there is room again.
    expect(await copied(full, 6)).toEqual(kept);
    expect(asked).toEqual([full, other, full]);
    expect([await store.keptBytes(full), await store.keptBytes(other)]).toEqual([6, 3]);
  });
});
