import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Change } from '../../src/cases/change.ts';
import type { NewDelivery } from '../../src/cases/delivery.ts';
import type { Rung } from '../../src/cases/rung.ts';
import type { Place } from '../../src/chat/ref.ts';
import { deliver } from '../../src/handlers/deliver.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { remind } from '../../src/handlers/remind.ts';
import { ringClock } from '../../src/handlers/ring-clock.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace as riverside } from '../support/factories.ts';
import { after, deliveryIdOf, jobs, message, opened, START } from '../store/record.ts';

const { hours: _hours, ...always } = riverside;
const only = (people: string[]) => ({ everyone: false, people, groups: [] });
const workspace: WorkspacePolicy = {
  ...always,
  handler: 'MIA',
  roles: {
    ...always.roles,
    handler: only(['MIA', 'SAM']),
    lead: only(['LENA']),
    management: only([]),
    admin: only([]),
  },
};
const policyWith = (at: WorkspacePolicy): Policy => ({
  ...usual,
  ladder: { ...usual.ladder, together: 3_600_000 },
  workspaces: [at],
});

let record: TestRecord;
let store: Store;
let policy: Policy;
let posted: Place[];
const compose = createComposer(loadTemplates('templates'));
beforeAll(async () => {
  record = await testRecord();
});
beforeEach(async () => {
  await record.pool.query('truncate hearback.outbox, hearback.cases, hearback.delivery cascade');
  posted = [];
  policy = policyWith(workspace);
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const chat = {
  awaitTurn: async () => {},
  awaitTurnToUpdate: async () => {},
  fetchPerson: async (_workspaceId: string, userId: string) => ({
    userId,
    isMember: true,
    isBot: false,
    groups: [],
  }),
  fetchChannel: async () => ({ name: 'private', isPrivate: true }),
  post: async (place: Place) => {
    posted.push(place);
    return { workspaceId: workspace.id, channelId: 'D1', messageId: `p${posted.length}` };
  },
};
const context = (once: Store, reads = store): Context =>
  ({
    store: reads,
    once,
    policy: () => policy,
    compose,
    chat: () => chat,
    people: { of: async () => new Map() },
    topics: { ofCase: async () => null },
    now: () => START,
    log: pino({ level: 'silent' }),
  }) as unknown as Context;

type Key = Awaited<ReturnType<typeof opened>>['key'];

const change = (key: Key, what: Partial<Change>) =>
  store.change(key, () => ({ change: { history: [], ...what }, answer: null }));

async function aCase(dueIn = 0): Promise<{ key: Key; clockId: number }> {
  const { key } = await opened(store, message({ workspaceId: workspace.id }));
  const started = await change(key, { clocks: [{ op: 'start', kind: 'update_due', dueAt: after(dueIn) }] });
  return { key, clockId: started!.file.clocks[0]!.clockId };
}

async function rings(to: string, rung: Rung = 'again') {
  const { key, clockId } = await aCase();
  await change(key, {
    reminders: [{ personId: to, clockId, generation: 1, rung, skipped: [] }],
    clocks: [{ op: 'again', clockId, dueAt: after(1_440), step: 1 }],
  });
  return { key, clockId };
}

const HANDLERS = { remind, deliver, 'ring-clock': ringClock };

/** Runs each job of this kind that is due, until nothing is left. */
async function runAll(kind: keyof typeof HANDLERS, reads = store): Promise<void> {
  const handler = HANDLERS[kind];
  for (;;) {
    const waiting = (await jobs(record.pool, kind)).filter(({ isDone, runAt }) => !isDone && runAt <= START);
    if (waiting.length === 0) return;
    for (const job of waiting)
      await handler.run(handler.data.parse(job.data), context(store.once({ job: job.outboxId }), reads));
    await record.pool.query('update hearback.outbox set done_at = now() where outbox_id = any($1)', [
      waiting.map(({ outboxId }) => outboxId),
    ]);
  }
}

const placed = () => posted.map((place) => (place.type === 'dm' ? place.userId : `#${place.type}`));

describe('a reminder', () => {
  it('goes out though another case that would have come along cannot be looked at', async () => {
    await rings('MIA');
    const { key: poison } = await aCase(5);
    const reads: Store = {
      ...store,
      read: async (key) => {
        if ('caseId' in key && key.caseId === poison.caseId) throw new TypeError('cannot be read');
        return store.read(key);
      },
    };

    await runAll('remind', reads);
    await runAll('deliver');

    expect(placed()).toEqual(['MIA']);
  });

  it('is one message to each of three people when 120 clocks ring at once', async () => {
    const people = ['SAM', 'ANA', null];
    policy = policyWith({
      ...workspace,
      roles: { ...workspace.roles, handler: only(['MIA', 'SAM', 'ANA']) },
    });
    const clocks: number[] = [];
    for (let index = 0; index < 120; index += 1) {
      const { file } = await opened(store, message({ workspaceId: workspace.id }), {
        history: [],
        set: { handlerId: people[Math.floor(index / 40)]! },
        clocks: [{ op: 'start', kind: 'update_due', dueAt: after(index - 120) }],
      });
      clocks.push(file.clocks[0]!.clockId);
    }
    // The last one is nobody's, so that it comes to MIA, and those of the others were due before.
    for (const clockId of [clocks[119]!, clocks[60]!, clocks[20]!])
      await ringClock.run({ clockId, generation: 1 }, context(store));
    await runAll('remind');
    await runAll('ring-clock');
    await runAll('remind');
    await runAll('deliver');

    expect(placed().toSorted()).toEqual(['ANA', 'MIA', 'SAM']);
    const { rows } = await record.pool.query(
      'select person_id, count(distinct case_id)::int as cases from hearback.reminder group by 1 order by 1',
    );
    expect(rows).toEqual(['ANA', 'MIA', 'SAM'].map((each) => ({ person_id: each, cases: 40 })));
  });

  it.each([
    ['a lead, who is told instead', workspace, ['LENA']],
    [
      'nobody the policy names, so the moderators are told of its number',
      { ...workspace, roles: { ...workspace.roles, lead: only([]) } },
      ['#channel'],
    ],
  ])('of a case that is not for its reader any more is for %s', async (_whom, at, told) => {
    policy = policyWith(at);
    const { key } = await rings('SAM');
    // Who looks after it was a lead by a group, and is none now.
    await change(key, { set: { handlerId: 'SAM', audience: 'leads' } });

    await runAll('remind');
    await runAll('deliver');

    expect(placed()).toEqual(told);
  });

  it('is told to nobody else once somebody has acted on its case', async () => {
    const { key, clockId } = await rings('SAM');
    await runAll('remind');
    await change(key, {
      set: { handlerId: 'SAM', audience: 'leads' },
      clocks: [{ op: 'rest', clockId, dueAt: after(90) }],
    });

    await runAll('deliver');

    expect(placed()).toEqual([]);
  });

  it('that comes too late for a channel says nothing of whether things can be posted there', async () => {
    const { key, clockId } = await aCase();
    const inChannel = (name: string): NewDelivery => ({
      key: name,
      place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
      body: {
        type: 'reminder',
        clock: 'update_due',
        step: 1,
        personId: '',
        rang: { clockId, generation: 1, rung: 'moderators', skipped: [] },
      },
    });
    const about = `channel ${workspace.triage}`;
    await store.noteTrouble(workspace.id, about, 'It is archived.');
    const troubles = async () =>
      (await record.pool.query('select from hearback.trouble where about = $1', [about])).rowCount;
    await change(key, { deliveries: [inChannel('one')], clocks: [{ op: 'rest', clockId, dueAt: after(9) }] });
    await runAll('deliver');
    expect([placed(), await troubles()]).toEqual([[], 1]);

    const said = { ...inChannel('two'), body: { type: 'triage' as const } };
    await change(key, { deliveries: [said] });
    await deliver.run({ deliveryId: await deliveryIdOf(record.pool, workspace.id, 'two') }, context(store));
    expect([placed(), await troubles()]).toEqual([['#channel'], 0]);
  });
});
