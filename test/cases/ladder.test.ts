import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBarred } from '../../src/cases/access.ts';
import { EVERYBODY_IN, type Attendance } from '../../src/cases/attendance.ts';
import { caretakers } from '../../src/cases/caretakers.ts';
import { passedOver } from '../../src/cases/cards/reminder-words.ts';
import { textsIn } from '../../src/texts/index.ts';
import type { CaseFile, Clock } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { isWaiting, resting } from '../../src/cases/acted.ts';
import { ring, rungsOf } from '../../src/cases/ladder.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import {
  aClock,
  aFile,
  MEMBER,
  NOW,
  policy as sandbox,
  workspace as riverside,
} from '../support/factories.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LADDER = {
  again: HOUR,
  standIn: 2 * HOUR,
  lead: 4 * HOUR,
  moderators: 8 * HOUR,
  management: 16 * HOUR,
  together: 0,
};
const policy: Policy = { ...sandbox, ladder: LADDER };
const workspace: WorkspacePolicy = {
  ...riverside,
  handler: 'MIA',
  roles: {
    ...riverside.roles,
    handler: { everyone: false, people: ['MIA', 'SAM', 'TOM'], groups: [] },
    lead: { everyone: false, people: ['LENA', 'LARS'], groups: [] },
    management: { everyone: false, people: ['BOSS'], groups: [] },
    admin: { everyone: false, people: [], groups: [] },
  },
};
const later = (ms: number) => new Date(NOW.getTime() + ms);

interface Who {
  away?: Record<string, Date>;
  standIns?: Record<string, string>;
  gone?: string[];
  /** In the community still, without a role. */
  former?: string[];
}

function attendance({ away = {}, standIns = {}, gone = [], former = [] }: Who): Attendance {
  return {
    awayUntil: (id) => away[id] ?? null,
    standInOf: (id) => standIns[id] ?? null,
    isGone: (id) => gone.includes(id),
    worksHere: (id) => !gone.includes(id) && !former.includes(id),
  };
}

/** Whom a ring reaches: people, or a channel. */
function reached(change: Change): string {
  const places = (change.deliveries ?? []).map(({ place }) =>
    place.type === 'channel' ? `#${place.channelId}` : place.type,
  );
  return [...(change.reminders ?? []).map(({ personId }) => personId), ...places].join(' ');
}

/** Rings while nobody acts. */
function climb(file: CaseFile, clock: Clock, times: number, who: Attendance, under = policy, at = workspace) {
  const heard: { to: string; after: number; change: Change }[] = [];
  let now = clock.dueAt;
  let current = clock;
  for (let index = 0; index < times; index += 1) {
    const change = ring(file, current, at, under, now, who);
    const [next] = change.clocks ?? [];
    if (next?.op !== 'again') throw new Error('it does not go on');
    heard.push({ to: reached(change), after: next.dueAt.getTime() - now.getTime(), change });
    now = next.dueAt;
    current = { ...current, dueAt: now, step: next.step ?? 0, generation: current.generation + 1 };
  }
  return heard;
}

const mine = aFile({ case: { handlerId: 'TOM' } });
const TRIAGE = `#${workspace.triage}`;

describe('while nobody acts', () => {
  it('a reminder climbs from whoever is responsible to management, and then stays there every day', () => {
    const heard = climb(mine, aClock(), 8, attendance({ standIns: { TOM: 'SAM' } }));
    expect(heard.map(({ to, after }) => [to, after / HOUR])).toEqual([
      ['TOM', 1],
      ['TOM', 2],
      ['SAM', 4],
      ['LENA LARS', 8],
      [TRIAGE, 16],
      ['BOSS', 24],
      ['BOSS', 24],
      ['BOSS', 24],
    ]);
  });

  it.each([
    [
      'a step the policy leaves out',
      { ...LADDER, again: undefined, standIn: undefined },
      'TOM|LENA LARS|TRIAGE|BOSS',
    ],
    ['no ladder at all', { together: 0 }, 'TOM|TOM'],
    ['leads alone', { lead: HOUR, together: 0 }, 'TOM|LENA LARS|LENA LARS'],
  ])('there is %s', (_what, ladder, wanted) => {
    const heard = climb(mine, aClock(), wanted.split('|').length, EVERYBODY_IN, {
      ...policy,
      ladder,
    });
    expect(heard.map(({ to }) => to).join('|')).toBe(wanted.replace('TRIAGE', TRIAGE));
  });

  it.each<[string, Who, string]>([
    ['is away', { away: { TOM: later(DAY) } }, 'LENA LARS'],
    ['is away and has a stand-in', { away: { TOM: later(DAY) }, standIns: { TOM: 'SAM' } }, 'SAM'],
    [
      'is away, and so is the stand-in, who has one',
      { away: { TOM: later(DAY), SAM: later(DAY) }, standIns: { TOM: 'SAM', SAM: 'LARS' } },
      'LARS',
    ],
    [
      'is away, and the stand-in has left',
      { away: { TOM: later(DAY) }, standIns: { TOM: 'SAM' }, gone: ['SAM'] },
      'LENA LARS',
    ],
    [
      'stands in for each other with somebody away',
      { away: { TOM: later(DAY), SAM: later(DAY) }, standIns: { TOM: 'SAM', SAM: 'TOM' } },
      'LENA LARS',
    ],
    ['has left', { gone: ['TOM'] }, 'MIA'],
    ['has lost their role', { former: ['TOM'] }, 'MIA'],
    ['has lost their role, and so has everybody else', { former: ['TOM', 'MIA', 'LENA', 'LARS'] }, TRIAGE],
    ['has left, and so has the handler', { gone: ['TOM', 'MIA'] }, 'LENA LARS'],
    ['has left with everybody else', { gone: ['TOM', 'MIA', 'LENA', 'LARS'] }, TRIAGE],
    [
      'is away, and so are all leads',
      { away: { TOM: later(DAY), LENA: later(DAY), LARS: later(DAY) } },
      TRIAGE,
    ],
  ])('whoever is responsible %s', (_what, who, wanted) => {
    expect(reached(ring(mine, aClock(), workspace, policy, NOW, attendance(who)))).toBe(wanted);
  });

  it('says who was passed over, and when they are back', () => {
    const who = attendance({ away: { TOM: later(DAY) }, standIns: { TOM: 'SAM' } });
    expect(ring(mine, aClock(), workspace, policy, NOW, who).reminders).toEqual([
      {
        personId: 'SAM',
        clockId: 7,
        generation: 0,
        rung: 'responsible',
        skipped: [{ personId: 'TOM', part: 'owner', until: later(DAY).toISOString() }],
      },
    ]);
    const gone = ring(mine, aClock({ step: 3 }), workspace, policy, NOW, attendance({ gone: ['LENA'] }));
    expect(gone.reminders).toMatchObject([
      { personId: 'LARS', rung: 'lead', skipped: [{ personId: 'LENA', part: 'lead', until: null }] },
    ]);
  });

  it('says of somebody who has lost their role that the case is still theirs', () => {
    const [reminder] = ring(
      mine,
      aClock(),
      workspace,
      policy,
      NOW,
      attendance({ former: ['TOM'] }),
    ).reminders!;
    expect(reminder!.skipped).toEqual([{ personId: 'TOM', part: 'owner', until: null, lostRole: true }]);
    expect(JSON.stringify(passedOver(reminder!.skipped, 'MIA', textsIn('en').cards.reminders))).toContain(
      'no longer works on cases and still has this case; hand it over to somebody.',
    );
  });

  it('a lead who is the only one and has left is passed over, and it goes on at once', () => {
    const alone = {
      ...workspace,
      roles: { ...workspace.roles, lead: { ...workspace.roles.lead, people: ['LENA'] } },
    };
    const change = ring(mine, aClock({ step: 3 }), alone, policy, NOW, attendance({ gone: ['LENA'] }));
    expect(reached(change)).toBe(TRIAGE);
    expect(change.deliveries?.[0]?.body).toMatchObject({
      rang: { rung: 'moderators', skipped: [{ personId: 'LENA' }] },
    });
  });

  it('what only leads see is never told to a stand-in or handler who is none', () => {
    const file = aFile({ case: { handlerId: 'LENA', audience: 'leads' } });
    const who = attendance({ away: { LENA: later(DAY) }, standIns: { LENA: 'SAM' } });
    expect(climb(file, aClock(), 5, who).map(({ to }) => to)).toEqual([
      'LARS',
      'LARS',
      'LARS',
      TRIAGE,
      'BOSS',
    ]);
  });

  it('rung early it goes on as if it had been in time', () => {
    const due = later(600_000);
    const change = ring(mine, aClock({ dueAt: due }), workspace, policy, NOW);
    expect(change.clocks).toEqual([
      { op: 'again', clockId: 7, step: 1, dueAt: new Date(due.getTime() + HOUR) },
    ]);
  });

  it('the member who answers gives word to whoever is there', () => {
    const who = attendance({ away: { TOM: later(DAY) }, standIns: { TOM: 'SAM' } });
    expect(caretakers(mine, workspace, who)).toEqual(['SAM']);
    expect(caretakers(mine, workspace)).toEqual(['TOM']);
  });
});

describe('a department that has not answered', () => {
  const clock = aClock({ kind: 'department_answer', subject: 'qa' });

  it('is asked in its own channel first, and then it is up to the handler', () => {
    const file = aFile({ case: { handlerId: 'TOM' }, departments: ['qa'] });
    const heard = climb(file, clock, 3, EVERYBODY_IN);
    expect(heard.map(({ to }) => to)).toEqual(['#C0QA', 'TOM', 'TOM']);
    expect(heard[0]?.change.deliveries?.[0]?.body).toMatchObject({ department: 'qa', people: ['U0QUINN'] });
  });

  it.each([
    ['it has not got the case any more', aFile({ case: { handlerId: 'TOM' } }), 'TOM'],
    [
      'only leads see the case by now',
      aFile({ case: { handlerId: 'LENA', audience: 'leads' }, departments: ['qa'] }),
      'LENA',
    ],
  ])('is left alone when %s', (_what, file, wanted) => {
    expect(reached(ring(file, clock, workspace, policy, NOW))).toBe(wanted);
  });

  it('does not call somebody of it who is kept out', () => {
    const file = aFile({ departments: ['qa'], excluded: [{ userId: 'U0QUINN', reason: 'accused' }] });
    expect(ring(file, clock, workspace, policy, NOW).deliveries?.[0]?.body).toMatchObject({ people: [] });
  });
});

describe('once somebody acts', () => {
  const rung = aClock({ step: 3, generation: 4 });

  it('the ladder begins anew, with whoever is responsible then', () => {
    const file = aFile({ clocks: [rung, aClock({ clockId: 8, kind: 'resolution' })] });
    expect(resting(file, { history: [] }, workspace, policy, NOW)).toEqual([
      { op: 'rest', clockId: 7, dueAt: later(HOUR) },
    ]);
  });

  it.each<[string, Change]>([
    ['starts', { history: [], clocks: [{ op: 'start', kind: 'update_due', dueAt: NOW }] }],
    ['stops', { history: [], clocks: [{ op: 'stop', kind: 'update_due' }] }],
    ['moves', { history: [], clocks: [{ op: 'move', clockId: 7, dueAt: NOW, deadline: NOW }] }],
    ['rests', { history: [], clocks: [{ op: 'rest', clockId: 7, dueAt: NOW }] }],
  ])('a clock that the act itself %s is left to it', (_what, change) => {
    expect(resting(aFile({ clocks: [rung] }), change, workspace, policy, NOW)).toEqual([]);
  });

  it.each([
    ['nobody has acted', aFile({ clocks: [rung] }), true],
    ['somebody has acted', aFile({ clocks: [{ ...rung, restedGeneration: 5 }] }), false],
    ['the clock has stopped', aFile(), false],
    ['the case is done', aFile({ case: { state: 'solved' }, clocks: [rung] }), false],
  ])('what rang counts or not: %s', (_what, file, wanted) => {
    expect(isWaiting(file, { clockId: 7, generation: 3 })).toBe(wanted);
  });
});

const PEOPLE = ['MIA', 'SAM', 'TOM', 'LENA', 'LARS', 'BOSS', MEMBER];
const person = fc.constantFrom(...PEOPLE);
const some = fc.uniqueArray(person);
const wait = fc.option(fc.integer({ min: 1, max: 3 * DAY }), { nil: undefined });
const world = fc.record({
  ladder: fc.record({ again: wait, standIn: wait, lead: wait, moderators: wait, management: wait }),
  handler: fc.option(person, { nil: undefined }),
  owner: fc.option(person, { nil: null }),
  leads: some,
  management: some,
  excluded: some,
  gone: some,
  away: some,
  standIns: fc.dictionary(person, person),
  audience: fc.constantFrom('staff' as const, 'leads' as const),
  kind: fc.constantFrom('update_due' as const, 'first_response' as const, 'department_answer' as const),
  step: fc.integer({ min: 0, max: 8 }),
});

it('whatever the policy says and whoever is missing: somebody hears of it each time, and never anybody who is kept out, away or gone', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { handler: _, ...rest } = workspace;
      const at: WorkspacePolicy = {
        ...rest,
        ...(given.handler && { handler: given.handler }),
        roles: {
          ...workspace.roles,
          lead: { everyone: false, people: given.leads, groups: [] },
          management: { everyone: false, people: given.management, groups: [] },
        },
      };
      const file = aFile({
        case: { handlerId: given.owner, audience: given.audience },
        excluded: given.excluded.map((userId) => ({ userId, reason: 'conflict' })),
        departments: ['qa'],
      });
      const who = attendance({
        gone: given.gone,
        standIns: given.standIns,
        away: Object.fromEntries(given.away.map((id) => [id, later(DAY)])),
      });
      const under = { ...policy, ladder: { ...given.ladder, together: 0 } } as Policy;
      const clock = aClock({
        kind: given.kind,
        subject: given.kind === 'department_answer' ? 'qa' : '',
        step: given.step,
      });
      for (const { change, to, after } of climb(file, clock, 9, who, under, at)) {
        expect(to).not.toBe('');
        expect(after).toBeGreaterThan(0);
        for (const { personId } of change.reminders ?? []) {
          expect(isBarred(at, file, personId)).toBe(false);
          expect([...given.gone, ...given.away]).not.toContain(personId);
        }
        for (const { place } of change.deliveries ?? []) {
          const channel = place.type === 'channel' ? place.channelId : '';
          expect([at.triage, ...(given.audience === 'leads' ? [] : ['C0QA'])]).toContain(channel);
        }
      }
      expect(rungsOf(given.kind).length).toBeGreaterThan(5);
    }),
    { numRuns: 500 },
  );
});
