import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { ScanPlan, ScanStep } from '../../src/store/scan-port.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, jobs, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let now = START;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => now });
});
afterAll(() => record.drop());

const plan = (change: Partial<ScanPlan> = {}): ScanPlan => ({
  channels: ['C1'],
  threads: [],
  since: START,
  limit: 500,
  isWhole: false,
  problem: null,
  ...change,
});
const warn = ({
  channelId,
  problem,
  episode,
}: {
  channelId: string | null;
  problem: string;
  episode: string;
}) => ({
  key: `blind-${episode}`,
  place: { type: 'channel' as const, workspaceId, channelId: 'triage' },
  body: { type: 'notice' as const, title: `${channelId}: ${problem}`, blocks: [] },
});
let workspaceId = '';
const begin = (change: Partial<ScanPlan> = {}) => store.beginScans(workspaceId, plan(change), warn);
const through: ScanStep = { next: null, afterMs: 0, problem: null };

/** The steps under way, as the queue would run them: each is done before the next is asked for. */
async function steps(): Promise<{ outboxId: number; scanId: number }[]> {
  const { rows } = await record.pool.query<{ outboxId: number; scanId: number }>(
    `select outbox_id::int as "outboxId", scan_id::int as "scanId" from hearback.outbox
     join hearback.scan on (data ->> 'scanId')::bigint = scan_id
     where kind = 'scan-channel' and done_at is null and scan.workspace_id = $1 order by outbox_id`,
    [workspaceId],
  );
  return rows;
}
async function step(result: Partial<ScanStep>) {
  const [next] = await steps();
  await store.once({ job: next!.outboxId }).scanned(next!.scanId, [], { ...through, ...result }, warn);
  return next!;
}
const warnings = async () =>
  (
    await record.pool.query<{ title: string }>(
      `select body ->> 'title' as title from hearback.delivery where workspace_id = $1 order by delivery_id`,
      [workspaceId],
    )
  ).rows.map(({ title }) => title);

describe('looking back', () => {
  it('goes on where the last step ended, and a step that is run again changes nothing', async () => {
    workspaceId = fresh('slack:T');
    await begin();
    const [first] = await steps();
    expect(await store.scan(first!.scanId)).toMatchObject({
      channelId: 'C1',
      root: null,
      cursor: null,
      limit: 500,
    });
    await step({ next: 'page 2' });
    await store
      .once({ job: first!.outboxId })
      .scanned(first!.scanId, [], { ...through, next: 'somewhere else' }, warn);
    expect(await store.scan(first!.scanId)).toMatchObject({ cursor: 'page 2' });
    expect(await steps()).toHaveLength(1);
    await step({});
    expect(await store.scan(first!.scanId)).toBeNull();
    expect(await steps()).toEqual([]);
  });

  it('a second gap meanwhile starts no second look, but one more after it, from the newest message', async () => {
    workspaceId = fresh('slack:T');
    await begin();
    const { scanId } = await step({ next: 'page 2' });
    await Promise.all([begin(), begin()]);
    expect(await steps()).toHaveLength(1);
    expect(await store.scan(scanId)).toMatchObject({ cursor: 'page 2' });
    await step({});
    expect(await store.scan(scanId)).toMatchObject({ cursor: null });
    await step({});
    expect(await store.scan(scanId)).toBeNull();
    await begin();
    expect(await store.scan(scanId)).toMatchObject({ cursor: null });
  });

  it('begins anew when its step was given up', async () => {
    workspaceId = fresh('slack:T');
    await begin();
    await record.pool.query(
      "update hearback.outbox set failed_at = now() where kind = 'scan-channel' and outbox_id = $1",
      [(await steps())[0]!.outboxId],
    );
    await begin();
    expect(await steps()).toHaveLength(2);
  });

  it('waits as long as the platform wants before the next step', async () => {
    workspaceId = fresh('slack:T');
    await begin();
    const { scanId } = await step({ next: 'page 2', afterMs: 60_000 });
    const waiting = (await jobs(record.pool, 'scan-channel')).filter(({ data }) => data['scanId'] === scanId);
    expect(waiting.at(-1)?.runAt).toEqual(after(1));
  });

  it('tells of a blind channel once, until it could be read again', async () => {
    workspaceId = fresh('slack:T');
    const look = async (problem: string | null) => {
      await begin();
      await step({ problem });
    };
    await look('invite me');
    now = after(3);
    await look('invite me');
    expect(await warnings()).toEqual(['C1: invite me']);
    await look(null);
    now = after(5);
    await look('invite me again');
    expect(await warnings()).toEqual(['C1: invite me', 'C1: invite me again']);
    now = START;
  });

  it('a later step that sees does not mend one that was blind', async () => {
    workspaceId = fresh('slack:T');
    await begin();
    await step({ next: 'page 2', problem: 'no words' });
    await step({});
    await begin();
    await step({ problem: 'no words' });
    expect(await warnings()).toEqual(['C1: no words']);
  });

  it('tells of a blind thread as of its channel, once for all of its threads', async () => {
    workspaceId = fresh('slack:T');
    const threads = ['1', '2'].map((messageId) => ({ root: { channelId: 'C9', messageId }, since: START }));
    const look = async (problem: string | null) => {
      await begin({ channels: [], threads });
      await step({ problem });
      await step({ problem });
    };
    await look('invite me');
    expect(await warnings()).toEqual(['C9: invite me']);
    await look(null);
    now = after(5);
    await look('invite me');
    expect(await warnings()).toHaveLength(2);
    now = START;
  });

  it('tells when not even the channels can be listed', async () => {
    workspaceId = fresh('slack:T');
    await begin({ channels: [], isWhole: true, problem: 'add channels:read' });
    await begin({ channels: [], isWhole: true, problem: 'add channels:read' });
    expect(await warnings()).toEqual(['null: add channels:read']);
  });

  it('looks a minute later into the threads of cases that were opened meanwhile', async () => {
    workspaceId = fresh('slack:T');
    const early = await opened(store, message({ workspaceId }));
    await begin({ isWhole: true });
    const [later] = (await jobs(record.pool, 'catch-up')).filter(
      ({ data }) => data['workspaceId'] === workspaceId,
    );
    expect(later).toMatchObject({ runAt: after(1), data: { part: 'threads' } });
    const source = message({ workspaceId });
    await opened(store, source);
    const afterCase = Number(later!.data['afterCase']);
    expect(afterCase).toBe(early.file.case.caseId);
    expect(await store.listeningThreads(workspaceId, afterCase)).toEqual([
      { root: { channelId: 'C1', messageId: source.ref.messageId }, since: START },
    ]);
    expect(await store.listeningThreads(workspaceId, 0)).toHaveLength(2);
  });
});

describe('what the record holds of a thread', () => {
  it('is its correspondence in that time, without what is known to be deleted and what only stood around', async () => {
    workspaceId = fresh('slack:T');
    const source = message({ workspaceId });
    const root = { channelId: 'C1', messageId: source.ref.messageId };
    const reply = (role: 'member' | 'context') => ({
      role,
      snapshot: message({ workspaceId, threadRoot: root }),
    });
    const [said, deleted, around] = [reply('member'), reply('member'), reply('context')];
    const { file } = await store.open(
      candidate(source, { messages: [{ role: 'source', snapshot: source }, said, deleted, around] }),
      nothing,
    );
    expect(file.case.workspaceId).toBe(workspaceId);
    await store.addVersion(deleted.snapshot.ref, { text: null, at: after(1) });

    const found = await store.recordedIn(workspaceId, root, START, after(1));
    expect(found.map(({ messageId }) => messageId).toSorted()).toEqual(
      [source.ref.messageId, said.snapshot.ref.messageId].toSorted(),
    );
    expect(await store.recordedIn(workspaceId, root, after(1), after(2))).toEqual([]);
    expect(await store.recordedIn(fresh('slack:T'), root, START, after(1))).toEqual([]);
  });
});
