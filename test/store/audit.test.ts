import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAudit } from '../../src/store/audit.ts';
import type { Audit, AuditFault } from '../../src/store/audit-port.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let audit: Audit;
let time = START;

beforeAll(async () => {
  record = await testRecord();
  const now = () => time;
  store = createStore(record.pool, { now });
  audit = createAudit(record.pool, { now });
});
afterAll(() => record.drop());
// Each test tampers with chains of its own, and no other test has to see that.
beforeEach(() => record.pool.query('truncate hearback.audit, hearback.audit_head'));

const sql = (query: string, values: unknown[] = []) => record.pool.query(query, values);
const claimed = (by: string) => () => ({
  change: { history: [{ action: 'claimed', actorId: by }] },
  answer: null,
});

/** A workspace with a case and `count` looks at it. */
async function looked(count = 6) {
  const workspaceId = fresh('slack:T');
  const { key } = await opened(store, message({ workspaceId }));
  for (let at = 1; at <= count; at += 1)
    await audit.note({
      workspaceId,
      actorId: `U${at}`,
      action: 'case_shown',
      caseId: key.caseId,
      detail: { as: `n${at}` },
    });
  return { workspaceId, key };
}

async function firstFault(expected: string[] = []): Promise<Pick<AuditFault, 'kind' | 'seq'> | null> {
  const { faults } = await audit.verify(expected);
  return faults[0] ? { kind: faults[0].kind, seq: faults[0].seq } : null;
}

describe('the audit log', () => {
  it('has every change with its case and who made it, and none of a change that was not committed', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }), {
      history: [{ action: 'opened', actorId: 'reporter', detail: { kind: 'feedback' } }],
    });
    await store.change(key, claimed('mia'));
    await expect(
      store.change(key, () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');

    expect(await audit.about(workspaceId, { caseNumber: 1 }, 9)).toMatchObject([
      { seq: 1, action: 'opened', actorId: 'reporter', detail: { kind: 'feedback' }, at: START },
      { seq: 2, action: 'claimed', actorId: 'mia', caseNumber: 1 },
    ]);
    expect(await audit.verify()).toMatchObject({ chains: [{ workspaceId, seq: 2, rows: 2 }], faults: [] });
  });

  it('has who looked, with the cases a list showed, and finds them by case and by person', async () => {
    const { workspaceId } = await looked(1);
    await audit.note({ workspaceId, actorId: 'mia', action: 'cases_listed', detail: { cases: '1 2' } });

    expect((await audit.about(workspaceId, { caseNumber: 1 }, 9)).map(({ action }) => action)).toEqual([
      'case_shown',
      'cases_listed',
    ]);
    expect(await audit.about(workspaceId, { caseNumber: 2 }, 9)).toHaveLength(1);
    expect(await audit.about(workspaceId, { actorId: 'U1' }, 9)).toMatchObject([{ action: 'case_shown' }]);
    expect(await audit.about(fresh('slack:T'), { actorId: 'U1' }, 9)).toEqual([]);
  });

  it('stays one chain when many change many cases at once', async () => {
    const workspaces = [fresh('slack:T'), fresh('slack:T')];
    const keys = await Promise.all(
      workspaces.flatMap((workspaceId) =>
        [1, 2, 3, 4].map(async () => (await opened(store, message({ workspaceId }))).key),
      ),
    );

    await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        await store.change(keys[at % keys.length]!, claimed(`U${at}`));
        await audit.note({ workspaceId: workspaces[at % 2]!, actorId: `U${at}`, action: 'cases_listed' });
      }),
    );

    const { chains, faults } = await audit.verify();
    expect(faults).toEqual([]);
    expect(chains.map(({ rows }) => rows)).toEqual([40, 40]);
  });

  it.each([
    ['changed', 3, `update hearback.audit set action = 'claimed' where seq = 3`],
    ['changed', 2, `update hearback.audit set actor_id = 'somebody' where seq = 2`],
    ['changed', 2, `update hearback.audit set detail = '{"as":"other"}' where seq = 2`],
    ['changed', 4, `update hearback.audit set at = at + interval '1 microsecond' where seq = 4`],
    ['changed', 1, `update hearback.audit set case_number = 7 where seq = 1`],
    ['changed', 5, `update hearback.audit set hash = repeat('a', 64) where seq = 5`],
    ['removed', 3, `delete from hearback.audit where seq = 3`],
    ['removed', 1, `delete from hearback.audit where seq <= 2`],
    ['removed', 6, `delete from hearback.audit where seq = 6`],
    [
      'moved',
      2,
      `update hearback.audit set seq = case seq when 2 then -4 when 4 then 2 end where seq in (2, 4); update hearback.audit set seq = -seq where seq < 0`,
    ],
    [
      'inserted',
      3,
      `update hearback.audit set seq = -seq where seq >= 3; insert into hearback.audit select workspace_id, 3, at, action, case_number, facts, actor_id, detail, salt, commitment, hash from hearback.audit where seq = 1; update hearback.audit set seq = -seq + 1 where seq < 0`,
    ],
    [
      'inserted',
      7,
      `insert into hearback.audit select workspace_id, 7, at, action, case_number, facts, actor_id, detail, salt, commitment, hash from hearback.audit where seq = 1`,
    ],
    ['emptied', null, `update hearback.audit set actor_id = null, detail = null, salt = null where seq = 2`],
  ] as const)('names what was %s (row %s)', async (kind, seq, tampering) => {
    await looked();
    expect(await firstFault()).toBeNull();

    await sql(tampering);

    expect(await firstFault()).toEqual({ kind, seq });
  });

  it('notices that its end was cut off, head and all, when an earlier end is known', async () => {
    const { workspaceId } = await looked();
    const [head] = await audit.heads();
    await audit.note({ workspaceId, actorId: 'mia', action: 'exported' });
    expect(await firstFault([head!.hash])).toBeNull();

    await sql('delete from hearback.audit where seq > 4');
    await sql(
      'update hearback.audit_head set seq = 4, hash = (select hash from hearback.audit where seq = 4)',
    );

    expect(await firstFault()).toBeNull();
    expect(await firstFault([head!.hash])).toEqual({ kind: 'unknown_head', seq: null });
  });

  it('is cut at its old end with a row that says so, again and again, and still verifies', async () => {
    const { workspaceId } = await looked();
    const [head] = await audit.heads();
    time = after(60);
    await audit.note({ workspaceId, actorId: 'mia', action: 'exported' });

    expect(await audit.cut(workspaceId, after(30))).toBe(6);
    time = after(90);
    expect(await audit.cut(workspaceId, after(90))).toBe(1);
    expect(await audit.cut(workspaceId, after(30))).toBe(0);
    time = START;

    expect(await audit.verify()).toMatchObject({ chains: [{ seq: 9, rows: 2 }], faults: [] });
    // An end from before the cut is no longer known, one at the cut is.
    expect(await firstFault([head!.hash])).toEqual({ kind: 'unknown_head', seq: null });
    await sql(`update hearback.audit set facts = facts || '{"balance": 1}' where seq = 9`);
    expect(await firstFault()).toEqual({ kind: 'changed', seq: 9 });
  });

  it('is in the transaction of the change: a chain that cannot be written stops the change', async () => {
    const { key } = await looked(1);
    await sql('alter table hearback.audit add constraint closed check (action <> $$claimed$$)');

    await expect(store.change(key, claimed('mia'))).rejects.toThrow();
    await sql('alter table hearback.audit drop constraint closed');

    expect((await store.change(key, nothing))?.file.case.version).toBe(1);
  });
});
