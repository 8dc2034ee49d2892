import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import type { NewReminder } from '../../src/cases/rung.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { eventually } from '../support/eventually.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
/** Another process. */
let other: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  other = createStore(record.connect(), { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

interface Case {
  key: { workspaceId: string; caseId: number };
  clockId: number;
}

async function aCaseWithClock(workspaceId: string): Promise<Case> {
  const { key } = await opened(store, message({ workspaceId }));
  const started = await store.change(
    key,
    by({ clocks: [{ op: 'start', kind: 'update_due', dueAt: after(5) }] }),
  );
  return { key, clockId: started!.file.clocks[0]!.clockId };
}

/** Rings for these people, as the rule would. */
function ringing({ clockId }: Case, generation: number, people: string[]): Partial<Change> {
  const reminders: NewReminder[] = people.map((personId) => ({
    personId,
    clockId,
    generation,
    rung: 'responsible',
    skipped: [],
  }));
  return { reminders, clocks: [{ op: 'again', clockId, dueAt: after(60), step: 1 }] };
}

const ring = (one: Case, generation = 1, people = ['mia'], on = store) =>
  on.change(one.key, by(ringing(one, generation, people)));

async function deliveries(workspaceId: string): Promise<number[]> {
  const { rows } = await record.pool.query<{ id: number }>(
    `select delivery_id as id from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'reminders' order by 1`,
    [workspaceId],
  );
  return rows.map(({ id }) => id);
}

/** The jobs that tell people what is due for them, of one workspace, not done yet. */
async function remindJobs(workspaceId: string): Promise<{ outboxId: number; tag: string }[]> {
  const found = await jobs(record.pool, 'remind');
  return found
    .filter(({ data, isDone }) => data['workspaceId'] === workspaceId && !isDone)
    .map(({ outboxId, data }) => ({ outboxId, tag: String(data['tag']) }));
}

async function tagOf(workspaceId: string, personId: string): Promise<string> {
  const { rows } = await record.pool.query<{ tag: string }>('select hearback.person_tag($1, $2) as tag', [
    workspaceId,
    personId,
  ]);
  return rows[0]!.tag;
}

/** Does what the queue would, until nothing is left. */
async function tellAll(workspaceId: string, on = store): Promise<void> {
  for (let left = await remindJobs(workspaceId); left.length > 0; left = await remindJobs(workspaceId))
    for (const { outboxId, tag } of left) await on.once({ job: outboxId }).gatherReminders(workspaceId, tag);
}

const casesIn = async (deliveryId: number) =>
  (await store.remindersIn(deliveryId)).map(({ caseId }) => caseId).toSorted((a, b) => a - b);

describe('what rings for somebody', () => {
  it('becomes one message, however many cases it is of, and however often the job runs', async () => {
    const workspaceId = fresh('slack:T');
    const cases = [await aCaseWithClock(workspaceId), await aCaseWithClock(workspaceId)];
    for (const each of cases) await ring(each);
    const [job, ...more] = await remindJobs(workspaceId);
    expect(more).toEqual([]);

    await Promise.all(
      [store, other, store].map((on) =>
        on.once({ job: job!.outboxId }).gatherReminders(workspaceId, job!.tag),
      ),
    );

    const [one, ...others] = await deliveries(workspaceId);
    expect(others).toEqual([]);
    expect(await casesIn(one!)).toEqual(cases.map(({ key }) => key.caseId));
  });

  it('is never left lying, and never told twice, while others ring and tell at the same time', async () => {
    const workspaceId = fresh('slack:T');
    const cases = await Promise.all(Array.from({ length: 12 }, () => aCaseWithClock(workspaceId)));
    const telling = async (on: Store) => {
      for (let round = 0; round < 8; round += 1)
        for (const { outboxId, tag } of await remindJobs(workspaceId))
          await on.once({ job: outboxId }).gatherReminders(workspaceId, tag);
    };
    await Promise.all([
      ...cases.map((each, index) =>
        ring(each, 1, index % 2 ? ['mia', 'sam'] : ['sam', 'mia'], index % 2 ? store : other),
      ),
      telling(store),
      telling(other),
    ]);
    await tellAll(workspaceId);

    const told = await Promise.all((await deliveries(workspaceId)).map((id) => store.remindersIn(id)));
    expect(told.every((each) => each.length > 0)).toBe(true);
    const pairs = told.flat().map(({ personId, caseId }) => `${personId} ${caseId}`);
    expect(pairs.toSorted()).toEqual(
      cases.flatMap(({ key }) => [`mia ${key.caseId}`, `sam ${key.caseId}`]).toSorted(),
    );
  });

  it('asks for a job that names nobody, and knows whose it is for as long as anything waits for them', async () => {
    const workspaceId = fresh('slack:T');
    const person = fresh('U0MIA');
    const [first, second] = [await aCaseWithClock(workspaceId), await aCaseWithClock(workspaceId)];
    await ring(first, 1, [person]);
    await ring(second, 1, [person]);
    const { rows } = await record.pool.query<{ row: string }>('select o::text as row from hearback.outbox o');
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(person);

    const tag = await tagOf(workspaceId, person);
    // What rang first is gone, and the job was for it as well.
    await record.pool.query('delete from hearback.reminder where clock_id = $1', [first.clockId]);
    expect(await store.whoWaits(workspaceId, tag)).toBe(person);
    await tellAll(workspaceId);
    expect(await store.whoWaits(workspaceId, tag)).toBeNull();
    expect(await casesIn((await deliveries(workspaceId))[0]!)).toEqual([second.key.caseId]);
  });

  it('waits for whoever is just gathering for the same person', async () => {
    const workspaceId = fresh('slack:T');
    const one = await aCaseWithClock(workspaceId);
    const client = await record.connect().connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `reminders ${workspaceId} ${await tagOf(workspaceId, 'mia')}`,
    ]);
    const rung = ring(one);
    await eventually(async () => {
      const { rows } = await record.pool.query(
        `select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`,
      );
      return rows.length === 1;
    });
    await client.query('commit');
    client.release();
    expect(await rung).not.toBeNull();
  });

  it('is in the message of whoever gathers meanwhile, who waits for it to be on record', async () => {
    const workspaceId = fresh('slack:T');
    const [first, second] = [await aCaseWithClock(workspaceId), await aCaseWithClock(workspaceId)];
    await ring(first);
    const client = await record.connect().connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `reminders ${workspaceId} ${await tagOf(workspaceId, 'mia')}`,
    ]);
    await client.query(
      `insert into hearback.reminder (workspace_id, person_id, case_id, clock_id, generation, rung, skipped, rung_at)
       values ($1, 'mia', $2, $3, 1, 'responsible', '[]', $4)`,
      [workspaceId, second.key.caseId, second.clockId, START],
    );

    const gathered = tellAll(workspaceId);
    await eventually(async () => {
      const { rows } = await record.pool.query(
        `select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`,
      );
      return rows.length === 1;
    });
    await client.query('commit');
    client.release();
    await gathered;

    const told = await Promise.all((await deliveries(workspaceId)).map(casesIn));
    expect(told).toEqual([[first.key.caseId, second.key.caseId]]);
  });

  it.each<[string, (one: Case) => Partial<Change>]>([
    ['it rests', ({ clockId }) => ({ clocks: [{ op: 'rest', clockId, dueAt: after(90) }] })],
    ['it stops', () => ({ clocks: [{ op: 'stop', kind: 'update_due' }] })],
    ['it is started anew', () => ({ clocks: [{ op: 'start', kind: 'update_due', dueAt: after(90) }] })],
  ])('is not told once somebody has acted and %s', async (_what, act) => {
    const workspaceId = fresh('slack:T');
    const one = await aCaseWithClock(workspaceId);
    await ring(one);
    await store.change(one.key, by(act(one)));

    await tellAll(workspaceId);

    expect(await deliveries(workspaceId)).toEqual([]);
  });

  it('is told all the same when only the policy has moved its clock', async () => {
    const workspaceId = fresh('slack:T');
    const one = await aCaseWithClock(workspaceId);
    await ring(one);
    await store.change(
      one.key,
      by({ clocks: [{ op: 'move', clockId: one.clockId, dueAt: after(90), deadline: after(90) }] }),
    );

    await tellAll(workspaceId);

    expect(await deliveries(workspaceId)).toHaveLength(1);
  });

  it('after a rest and another ring is told as the new one alone', async () => {
    const workspaceId = fresh('slack:T');
    const one = await aCaseWithClock(workspaceId);
    await ring(one);
    await store.change(one.key, by({ clocks: [{ op: 'rest', clockId: one.clockId, dueAt: after(90) }] }));
    await ring(one, 3);

    await tellAll(workspaceId);

    const [message1] = await deliveries(workspaceId);
    expect((await store.remindersIn(message1!)).map(({ generation }) => generation)).toEqual([3]);
  });

  it.each<[string, (outbox: Outbox, job: number) => Promise<void>]>([
    ['was given up', (outbox, job) => outbox.fail(job, { code: 'TypeError', message: 'It failed.' })],
    ['waits for far later', (outbox, job) => outbox.postpone(job, after(9_000))],
  ])('is told though the job of an earlier one %s', async (_what, setBack) => {
    const workspaceId = fresh('slack:T');
    const outbox = createOutbox(record.pool, { now: () => START });
    const cases = [await aCaseWithClock(workspaceId), await aCaseWithClock(workspaceId)];
    await ring(cases[0]!);
    const [job] = await remindJobs(workspaceId);
    await setBack(outbox, job!.outboxId);

    await ring(cases[1]!);

    const sent: number[] = [];
    await outbox.dispatch(START, 1_000, async (rows) => {
      sent.push(...rows.map(({ outboxId }) => outboxId));
    });
    expect(sent).toContain(job!.outboxId);
    expect(await remindJobs(workspaceId)).toHaveLength(1);
    await tellAll(workspaceId);
    const [one, ...others] = await deliveries(workspaceId);
    expect(others).toEqual([]);
    expect(await casesIn(one!)).toEqual(cases.map(({ key }) => key.caseId));
  });

  it('soon, comes along, unless it has just rung', async () => {
    const workspaceId = fresh('slack:T');
    const [rung, due, later] = [
      await aCaseWithClock(workspaceId),
      await aCaseWithClock(workspaceId),
      await aCaseWithClock(workspaceId),
    ];
    await ring(rung);
    await store.change(later.key, by({ clocks: [{ op: 'start', kind: 'update_due', dueAt: after(120) }] }));
    const soon = await store.clocksDueBy(workspaceId, 'mia', { by: after(65), quietSince: after(-15) });
    expect(soon.map(({ caseId }) => caseId)).toEqual([due.key.caseId]);
  });
});

describe('what comes along with somebody’s reminder', () => {
  it('is looked for among their cases first, then where they were reminded, then among nobody’s, then elsewhere', async () => {
    const workspaceId = fresh('slack:T');
    const due = async (handlerId: string | null, dueAt: Date) => {
      const { key, file } = await opened(store, message({ workspaceId }), {
        history: [],
        set: { handlerId },
        clocks: [{ op: 'start', kind: 'update_due', dueAt }],
      });
      return { key, clockId: file.clocks[0]!.clockId };
    };
    const elsewhere = await due('sam', after(1));
    const nobodys = [await due(null, after(3)), await due(null, after(2))];
    const reminded = await due('sam', after(4));
    const theirs = [await due('mia', after(6)), await due('mia', after(5))];
    await ring(reminded);

    const found = await store.clocksDueBy(workspaceId, 'mia', { by: after(65), quietSince: after(1) });

    expect(found.map(({ caseId }) => caseId)).toEqual(
      [theirs[1]!, theirs[0]!, reminded, nobodys[1]!, nobodys[0]!, elsewhere].map(({ key }) => key.caseId),
    );
  });
});

describe('a message with reminders that was posted', () => {
  async function posted(): Promise<{ workspaceId: string; cases: Case[]; deliveryId: number }> {
    const workspaceId = fresh('slack:T');
    const cases = [await aCaseWithClock(workspaceId), await aCaseWithClock(workspaceId)];
    for (const each of cases) await ring(each);
    await tellAll(workspaceId);
    const [deliveryId] = await deliveries(workspaceId);
    await store.deliver(
      deliveryId!,
      async () => ({ posted: { workspaceId, channelId: 'D1', messageId: fresh('p') } }),
      () => null,
    );
    return { workspaceId, cases, deliveryId: deliveryId! };
  }

  it('is drawn again when its reader is kept out of one of its cases, and only then', async () => {
    const { cases, deliveryId } = await posted();
    const [first, second] = cases.map(({ key }) => key);
    const stale = async () => (await store.staleCards(first!.caseId)).map((each) => each.deliveryId);
    await store.change(first!, by({ notes: [{ authorId: 'mia', text: 'hm' }] }));
    expect(await stale()).toEqual([]);

    const kept = await store.change(
      first!,
      by({ exclude: [{ userId: 'mia', reason: 'accused', by: 'lena' }] }),
    );
    expect(await stale()).toEqual([deliveryId]);
    expect(await store.staleCards(second!.caseId)).toEqual([]);
    const asked = await jobs(record.pool, 'refresh-cards');
    expect(asked.map(({ data }) => data['caseId'])).toContain(first!.caseId);

    await store.markShown(deliveryId, kept!.file.case.version, first!.caseId);
    expect(await stale()).toEqual([]);
  });

  it('is looked at once more when its reader was kept out while it was on its way', async () => {
    const workspaceId = fresh('slack:T');
    const one = await aCaseWithClock(workspaceId);
    await ring(one);
    await tellAll(workspaceId);
    const [deliveryId] = await deliveries(workspaceId);
    await store.deliver(
      deliveryId!,
      async () => {
        await other.change(one.key, by({ exclude: [{ userId: 'mia', reason: 'accused', by: 'lena' }] }));
        return { posted: { workspaceId, channelId: 'D1', messageId: fresh('p') } };
      },
      () => null,
    );
    const asked = await jobs(record.pool, 'refresh-cards');
    expect(asked.map(({ data }) => data['caseId'])).toContain(one.key.caseId);
    expect((await store.staleCards(one.key.caseId)).map((each) => each.deliveryId)).toEqual([deliveryId]);
  });
});
