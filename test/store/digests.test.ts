import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standingOf } from '../../src/cases/access.ts';
import { digestCard } from '../../src/cases/digest/card.ts';
import type { DigestQuestion } from '../../src/cases/digest/facts.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createDigests, digestsAfterRestore } from '../../src/store/digests.ts';
import type { Period } from '../../src/time/schedule.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy, workspace } from '../support/factories.ts';
import type { NewCase, Store } from '../../src/store/store.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { after, candidate, fresh, message, nothing, START } from './record.ts';

const HOUR = 60;
const WEEK = 7 * 24 * HOUR;

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const at = (minutes: number) => createDigests(record.pool, { now: () => after(minutes) });
const store = (minutes: number) => createStore(record.pool, { now: () => after(minutes) });

const period = (minutes: number): Period => ({
  from: after(minutes - WEEK),
  to: after(minutes),
  day: after(minutes).toISOString().slice(0, 10),
});

const planIn = (workspaceId: string, key = 'C1') => ({
  workspaceId,
  key,
  place: { type: 'channel' as const, workspaceId, channelId: 'C1' },
});

function question(workspaceId: string, over: Partial<DigestQuestion> = {}): DigestQuestion {
  return {
    scope: { workspaceId, eyes: 'channel', departments: null, kinds: null },
    period: { from: START, to: after(WEEK) },
    before: null,
    asOf: after(WEEK),
    until: after(2 * WEEK),
    praise: ['praise'],
    unsatisfied: ['unsatisfied'],
    ...over,
  };
}

async function posts(workspaceId: string): Promise<number> {
  const { rowCount } = await record.pool.query(
    `select from hearback.delivery where workspace_id = $1 and body ->> 'type' in ('digest', 'to_do')`,
    [workspaceId],
  );
  return rowCount ?? 0;
}

async function digestIds(workspaceId: string): Promise<number[]> {
  const found = await record.pool.query<{ id: number }>(
    `select digest_id as id from hearback.digest where workspace_id = $1 and state = 'asked' order by digest_id`,
    [workspaceId],
  );
  return found.rows.map(({ id }) => id);
}

async function opened(on: Store, source: MessageSnapshot, more: Partial<NewCase>) {
  const { file } = await on.open(candidate(source, more), nothing);
  return { key: { workspaceId: source.ref.workspaceId, caseId: file.case.caseId } };
}

describe('a digest is asked for', () => {
  it('not in the week in which it becomes known, then once for each period, whoever asks and however often', async () => {
    const workspaceId = fresh('slack:T');
    const plan = planIn(workspaceId);
    expect(await at(0).ask(plan, period(-HOUR))).toBe(false);
    expect(await at(1).ask(plan, period(-HOUR))).toBe(false);

    const asked = await Promise.all([1, 2, 3, 4].map((each) => at(WEEK + each).ask(plan, period(WEEK))));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await posts(workspaceId)).toBe(1);
    // A clock that was put back, and went on: the same days come again.
    expect(await at(WEEK - HOUR).ask(plan, period(-HOUR))).toBe(false);
    expect(await at(WEEK + HOUR).ask(plan, period(WEEK))).toBe(false);
    expect(await at(2 * WEEK).ask(plan, period(2 * WEEK))).toBe(true);
    expect(await posts(workspaceId)).toBe(2);
  });

  it('not again that day when its time is changed', async () => {
    const plan = planIn(fresh('slack:T'));
    await at(0).ask(plan, null);
    expect(await at(WEEK).ask(plan, period(WEEK))).toBe(true);
    expect(await at(WEEK + HOUR).ask(plan, { ...period(WEEK), to: after(WEEK + HOUR) })).toBe(false);
  });

  it('not for what ended before a backup was restored, and again for what ends after it', async () => {
    const plan = planIn(fresh('slack:T'));
    await at(0).ask(plan, null);
    await digestsAfterRestore(record.pool, after(WEEK + HOUR));
    expect(await at(WEEK + 2 * HOUR).ask(plan, period(WEEK))).toBe(false);
    expect(await at(2 * WEEK + HOUR).ask(plan, period(2 * WEEK))).toBe(true);
  });

  it('also where it became known by a clock that was years ahead', async () => {
    const plan = planIn(fresh('slack:T'));
    await at(500 * WEEK).ask(plan, null);
    expect(await at(WEEK).ask(plan, period(WEEK))).toBe(true);
  });
});

describe('a clock that was ahead', () => {
  it('swallows no digest: the day gets its own one when it comes, once, and what was posted is kept', async () => {
    const workspaceId = fresh('slack:T');
    const plan = planIn(workspaceId);
    await at(0).ask(plan, null);
    expect(await at(WEEK + 2 * 24 * HOUR).ask(plan, period(WEEK))).toBe(true);
    const [early] = await digestIds(workspaceId);
    const asked = await Promise.all([1, 2, 3].map((each) => at(WEEK + each).ask(plan, period(WEEK))));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await at(WEEK + 3 * 24 * HOUR).ask(plan, period(WEEK))).toBe(false);
    expect(await posts(workspaceId)).toBe(2);
    expect(await at(WEEK).digest(early!)).toMatchObject({ madeAt: after(WEEK + 2 * 24 * HOUR) });
  });

  it('swallows no list of a day', async () => {
    const workspaceId = fresh('slack:T');
    const ask = (minutes: number) => at(minutes).askToDo(workspaceId, 'U1', '2026-11-20', true);
    expect(await ask(2 * HOUR)).toBe(true);
    const asked = await Promise.all([0, 1, 2].map(ask));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await ask(10 * HOUR)).toBe(false);
    expect(await posts(workspaceId)).toBe(2);
  });
});

describe('what came back', () => {
  it('is listed by its topic once, and by its member where it is of no one topic', async () => {
    const workspaceId = fresh('slack:T');
    const case1 = await opened(store(HOUR), message({ workspaceId, userId: 'alma' }), {
      openedAt: after(HOUR),
    });
    const case2 = await opened(store(HOUR), message({ workspaceId, userId: 'alma' }), {
      openedAt: after(HOUR),
    });
    const case3 = await opened(store(HOUR), message({ workspaceId, userId: 'bo' }), {
      openedAt: after(HOUR),
    });
    await opened(store(HOUR), message({ workspaceId, userId: 'bo' }), { openedAt: after(HOUR) });
    const join = (key: typeof case1.key, to: { caseId: number }) =>
      store(2 * HOUR).change(key, () => ({
        change: { history: [], topic: { op: 'join', to, by: 'mia' } },
        answer: null,
      }));
    await join(case2.key, { caseId: case1.key.caseId });
    await join(case3.key, { caseId: case1.key.caseId });
    const { repeated } = await at(WEEK).facts(question(workspaceId));
    expect(repeated).toMatchObject({
      total: 2,
      first: [
        { topic: expect.stringMatching(/^T-\d+$/), cases: [{ number: 1 }, { number: 2 }, { number: 3 }] },
        { topic: null, cases: [{ number: 3 }, { number: 4 }] },
      ],
    });
  });
});

describe('a digest tells', () => {
  it('what is new, late, promised and repeated, as it stood at its moment, however late it is drawn', async () => {
    const workspaceId = fresh('slack:T');
    const first = await opened(store(HOUR), message({ workspaceId }), { openedAt: after(HOUR) });
    const second = await opened(store(2 * HOUR), message({ workspaceId }), {
      kind: 'praise',
      openedAt: after(2 * HOUR),
    });
    await opened(store(3 * HOUR), message({ workspaceId, userId: 'other' }), {
      openedAt: after(WEEK + HOUR),
    });
    const clocks = (kind: 'first_response' | 'update_due', minutes: number) => ({
      change: {
        history: [],
        clocks: [{ op: 'start' as const, kind, dueAt: after(minutes), deadline: after(minutes) }],
      },
      answer: null,
    });
    await store(HOUR).change(first.key, () => clocks('first_response', WEEK - HOUR));
    await store(HOUR).change(second.key, () => clocks('update_due', WEEK + HOUR));
    const asked = question(workspaceId);
    const facts = await at(WEEK).facts(asked);

    expect(facts.opened).toEqual([
      { kind: 'feedback', now: 1, before: 0 },
      { kind: 'praise', now: 1, before: 0 },
    ]);
    expect(facts.overdue).toMatchObject({ total: 1, first: [{ number: 1, clock: 'first_response' }] });
    expect(facts.promised).toMatchObject({ total: 1, first: [{ number: 2 }] });
    expect(facts.repeated).toMatchObject({
      total: 1,
      first: [{ topic: null, cases: [{ number: 1 }, { number: 2 }] }],
    });
    expect(facts.praise.total).toBe(1);
    // Somebody has answered since: what is drawn again says the same.
    await store(WEEK + 2 * HOUR).change(first.key, () => ({
      change: { history: [], clocks: [{ op: 'stop', kind: 'first_response', met: true }] },
      answer: null,
    }));
    expect(await at(2 * WEEK).facts(asked)).toEqual(facts);
    expect(
      await at(WEEK).points(asked.scope, [
        { from: after(-WEEK), to: START },
        { from: START, to: after(WEEK) },
      ]),
    ).toMatchObject([
      { opened: 0, answered: 0, mean: null },
      { opened: 2, answered: 0, mean: null },
    ]);
  });

  it('a team of its department and kinds alone', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store(HOUR), message({ workspaceId }), { openedAt: after(HOUR) });
    await opened(store(HOUR), message({ workspaceId }), { kind: 'defect', openedAt: after(HOUR) });
    await store(HOUR).change(key, () => ({ change: { history: [], departments: ['qa'] }, answer: null }));
    const scope = question(workspaceId).scope;
    const newIn = async (over: Partial<typeof scope>) =>
      (await at(WEEK).facts(question(workspaceId, { scope: { ...scope, ...over } }))).opened;
    expect(await newIn({ departments: ['qa'] })).toMatchObject([{ kind: 'feedback', now: 1 }]);
    expect(await newIn({ kinds: ['defect'] })).toMatchObject([{ kind: 'defect', now: 1 }]);
    expect(await newIn({ departments: ['qa'], kinds: ['defect'] })).toEqual([]);
  });

  it('exactly the same whether or not there are cases that not everybody may see', async () => {
    const words = JSON.stringify;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            kind: fc.constantFrom('feedback', 'praise', 'unsatisfied', 'refund'),
            how: fc.constantFrom('excluded' as const, 'leads' as const),
            minutes: fc.integer({ min: 1, max: WEEK - 1 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (hidden) => {
          const workspaceId = fresh('slack:T');
          await opened(store(HOUR), message({ workspaceId }), { openedAt: after(HOUR) });
          const drawn = async () => {
            const facts = await at(WEEK).facts(question(workspaceId));
            const asked = question(workspaceId);
            const points = await at(WEEK).points(asked.scope, [asked.period]);
            const card = digestCard({
              facts,
              period: asked.period,
              isRunning: false,
              asOf: asked.asOf,
              name: null,
              zone: 'UTC',
              workspace,
              policy,
              isForStaff: true,
              actions: [],
            });
            return words([facts, points, card]);
          };
          const before = await drawn();
          for (const { kind, how, minutes } of hidden) {
            const { key } = await opened(store(minutes), message({ workspaceId, text: 'SECRET' }), {
              kind,
              openedAt: after(minutes),
              member: { userId: 'member', name: 'SECRET NAME' },
              ...(how === 'leads' && { audience: 'leads' }),
            });
            await store(minutes).change(key, () => ({
              change: {
                history: [],
                ...(how === 'excluded' && { exclude: [{ userId: 'U9', reason: 'accused', by: null }] }),
                clocks: [
                  { op: 'start', kind: 'first_response', dueAt: after(minutes + 1) },
                  { op: 'start', kind: 'update_due', dueAt: after(WEEK + 1) },
                ],
                credit: { userId: 'U7', by: 'U8' },
              },
              answer: null,
            }));
            const file = await store(minutes).read(key);
            await at(minutes).addItem({
              workspaceId,
              caseNumber: file!.case.number,
              text: 'SECRET',
              by: 'U1',
              interaction: fresh('i'),
            });
          }
          expect(await drawn()).toBe(before);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what the team talks about', () => {
  it('stays until it is decided, once for each command, and goes with its case', async () => {
    const workspaceId = fresh('slack:T');
    const lead = { ...standingOf(workspace, { userId: 'U0LENA', groups: [], channelId: null }), workspaceId };
    const { key } = await opened(store(1), message({ workspaceId }), { openedAt: after(1) });
    const add = (text: string, interaction: string, caseNumber: number | null = null) =>
      at(2).addItem({ workspaceId, caseNumber, text, by: 'U1', interaction });
    expect(await add('Prices', 'one')).toBe(1);
    expect(await add('Prices', 'one')).toBe(1);
    expect(await add('The export', 'two', 1)).toBe(2);
    expect(
      (await at(3).items(lead, 10)).first.map(({ number, case: about }) => [number, about?.number ?? null]),
    ).toEqual([
      [1, null],
      [2, 1],
    ]);
    const decide = (minutes: number, number: number, decision: string, interaction: string) =>
      at(minutes).decide(lead, { number, decision, caseNumber: null, interaction });
    expect(await decide(WEEK, 1, 'They stay', 'three')).toMatchObject({ text: 'Prices', decision: null });
    // The platform sends the same command twice; another one comes too late.
    expect(await decide(WEEK, 1, 'They stay', 'three')).toMatchObject({ number: 1, text: 'Prices' });
    expect(await decide(WEEK, 1, 'They go', 'four')).toBeNull();
    const facts = await at(WEEK + 2).facts(
      question(workspaceId, { period: { from: after(5), to: after(WEEK + 1) }, asOf: after(WEEK + 1) }),
    );
    expect(facts.decided.first).toMatchObject([{ number: 1, decision: 'They stay', decidedBy: 'U0LENA' }]);
    expect(facts.items.first).toMatchObject([{ number: 2, addedAt: after(2) }]);

    await store(WEEK + 3).change(key, () => ({
      change: { history: [], exclude: [{ userId: 'U0LENA', reason: 'accused', by: null }] },
      answer: null,
    }));
    expect(await at(WEEK + 4).items(lead, 10)).toEqual({ total: 0, first: [] });
    expect(await decide(WEEK + 4, 2, 'Mine', 'five')).toBeNull();
  });

  it('is about the case its decision names, if it was about none, and is told to nobody else from then on', async () => {
    const workspaceId = fresh('slack:T');
    const lead = { ...standingOf(workspace, { userId: 'U0LENA', groups: [], channelId: null }), workspaceId };
    const { key } = await opened(store(1), message({ workspaceId }), { openedAt: after(1) });
    await opened(store(1), message({ workspaceId }), { openedAt: after(1) });
    const add = (interaction: string, caseNumber: number | null) =>
      at(2).addItem({ workspaceId, caseNumber, text: 'Who calls?', by: 'U1', interaction });
    const decide = (number: number, caseNumber: number | null, interaction: string) =>
      at(3).decide(lead, { number, decision: 'Mia does, about FB-1', caseNumber, interaction });
    await add('one', null);
    await add('two', 2);
    await expect(decide(2, 1, 'three')).rejects.toThrow('about another case');
    expect(await decide(1, 1, 'four')).toMatchObject({ number: 1 });

    await store(4).change(key, () => ({
      change: { history: [], exclude: [{ userId: 'U9', reason: 'accused', by: null }] },
      answer: null,
    }));
    const facts = await at(5).facts(
      question(workspaceId, { period: { from: START, to: after(5) }, asOf: after(5) }),
    );
    expect(facts.decided.first).toEqual([]);
    expect(facts.items.first).toMatchObject([{ number: 2 }]);
  });

  it('is counted beyond what one answer lists', async () => {
    const workspaceId = fresh('slack:T');
    const lead = { ...standingOf(workspace, { userId: 'U0LENA', groups: [], channelId: null }), workspaceId };
    for (const interaction of ['one', 'two', 'three'])
      await at(1).addItem({ workspaceId, caseNumber: null, text: interaction, by: 'U1', interaction });
    expect(await at(2).items(lead, 2)).toMatchObject({ total: 3, first: [{ text: 'one' }, { text: 'two' }] });
  });
});

describe('a list of the day', () => {
  it('names what nobody handles apart, with what decides whose it is, as far as they may see it', async () => {
    const workspaceId = fresh('slack:T');
    const on = store(0);
    const clock = { op: 'start' as const, kind: 'first_response' as const, dueAt: after(HOUR) };
    const add = async (change: object, more: Partial<NewCase> = {}) => {
      const { file } = await on.open(candidate(message({ workspaceId }), more), () => ({
        change: { history: [], clocks: [clock], ...change },
        answer: null,
      }));
      return file.case.caseId;
    };
    const out = (userId: string) => [{ userId, reason: 'conflict', by: null }];
    const own = await add({}, { handlerId: 'U0MOD' });
    await add({}, { handlerId: 'U0BEN' });
    const free = await add({ exclude: out('U0BEN') });
    await add({ exclude: out('U0MOD') });
    await add({}, { audience: 'leads' });
    await add({ clocks: [] });
    await add({ set: { snoozedUntil: after(3 * HOUR) } });
    const mod = {
      ...standingOf(workspace, { userId: 'U0MOD', groups: ['S0MODS'], channelId: null }),
      workspaceId,
    };
    expect(await at(0).toDo(mod, after(2 * HOUR))).toMatchObject({ total: 1, first: [{ caseId: own }] });
    const untaken = await at(0).untaken(mod, after(2 * HOUR));
    expect(untaken).toEqual([
      expect.objectContaining({
        caseId: free,
        clock: 'first_response',
        isWaiting: true,
        guard: {
          case: { workspaceId, member: { userId: 'member' }, audience: 'staff', handlerId: null },
          excluded: [{ userId: 'U0BEN' }],
        },
      }),
    ]);
  });

  it('comes once a day, whoever asks, also where somebody moves to another zone', async () => {
    const workspaceId = fresh('slack:T');
    const asked = await Promise.all(
      [1, 2, 3].map(() => at(0).askToDo(workspaceId, 'U1', '2026-11-20', true)),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await at(HOUR).askToDo(workspaceId, 'U1', '2026-11-21', true)).toBe(false);
    expect(await at(24 * HOUR).askToDo(workspaceId, 'U1', '2026-11-21', true)).toBe(true);
    expect(await at(0).askToDo(workspaceId, 'U2', '2026-11-20', false)).toBe(false);
    expect(await at(7 * HOUR).askToDo(workspaceId, 'U2', '2026-11-20', true)).toBe(false);
    expect(await posts(workspaceId)).toBe(2);
  });
});
