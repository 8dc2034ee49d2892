import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Eyes } from '../../src/cases/access.ts';
import { standingOf } from '../../src/cases/access.ts';
import type { WorkspaceId } from '../../src/chat/ref.ts';
import { visibleTo } from '../../src/store/eyes.ts';
import { createFigures } from '../../src/store/figures.ts';
import type { BarometerFigures, Figures } from '../../src/store/figures-port.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { workspace } from '../support/factories.ts';
import { fresh } from './record.ts';

// What the dashboard counts is kept by triggers. After any history it has to be what a plain look at the record says, for everybody.

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const HOUR = 60;
/** A month ago: days that are over are counted once, and again when something of them has changed. */
const BEGAN = Date.parse(new Date().toISOString().slice(0, 10)) - 30.6 * 86_400_000;
const after = (minutes: number) => new Date(BEGAN + minutes * 60_000);
const place = fc.nat({ max: 11 });
const minute = fc.nat({ max: 12 * 24 * HOUR });
const step = fc.oneof(
  ...(['opened', 'kind', 'audience', 'state', 'closed', 'department', 'undepartment'] as const).map((what) =>
    fc.record({ what: fc.constant(what), place, minute, nth: fc.nat({ max: 3 }) }),
  ),
  ...(
    ['excluded', 'included', 'cc', 'answered', 'said', 'reopened', 'promised', 'removed', 'linked'] as const
  ).map((what) => fc.record({ what: fc.constant(what), place, minute, nth: fc.nat({ max: 3 }) })),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

const PEOPLE = ['mia', 'lea', 'dan', 'm0'];
const KINDS = ['refund', 'bug', 'idea', 'praise'];
const STATES = ['open', 'solved', 'merged', 'dismissed'];
const DEPARTMENTS = ['qa', 'support', 'billing', 'safety'];

/** What happens to the `place`-th case that there is. */
async function happen(workspaceId: string, { what, place: nth0, minute: at, nth }: Step): Promise<void> {
  const ask = (text: string, values: unknown[]) => record.pool.query(text, values);
  const { rows } = await ask(
    'select case_id from hearback.cases where workspace_id = $1 order by case_id offset $2 limit 1',
    [workspaceId, nth0],
  );
  const caseId = (rows[0] as { case_id: number } | undefined)?.case_id;
  if (what === 'opened' || caseId === undefined) {
    await ask(
      `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, source_channel, source_message, quote, language, opened_at)
       select $1, coalesce(max(number), 0) + 1, 'open', 'low', $2, $3, 'M', $4, case when $4::text is not null then 'm' || coalesce(max(number), 0) end, 'q', 'en', $5
       from hearback.cases where workspace_id = $1`,
      [workspaceId, KINDS[nth], PEOPLE[(nth + nth0) % 4], nth === 3 ? null : `C${nth}`, after(at)],
    );
    return;
  }
  const changes: Record<Exclude<Step['what'], 'opened'>, [string, unknown[]]> = {
    kind: ['update hearback.cases set kind = $2 where case_id = $1', [KINDS[nth]]],
    audience: ['update hearback.cases set audience = $2 where case_id = $1', [nth > 1 ? 'leads' : 'staff']],
    state: ['update hearback.cases set state = $2 where case_id = $1', [STATES[nth]]],
    closed: ['update hearback.cases set closed_at = $2 where case_id = $1', [nth === 0 ? null : after(at)]],
    department: [
      'insert into hearback.case_department (case_id, department, routed_at) values ($1, $2, now()) on conflict do nothing',
      [DEPARTMENTS[nth]],
    ],
    undepartment: [
      'delete from hearback.case_department where case_id = $1 and department = $2',
      [DEPARTMENTS[nth]],
    ],
    excluded: [
      `insert into hearback.case_exclusion (case_id, user_id, reason, at) values ($1, $2, 'accused', now()) on conflict do nothing`,
      [PEOPLE[nth]],
    ],
    included: ['delete from hearback.case_exclusion where case_id = $1 and user_id = $2', [PEOPLE[nth]]],
    cc: [
      'insert into hearback.case_cc (case_id, user_id, at) values ($1, $2, now()) on conflict do nothing',
      [PEOPLE[nth]],
    ],
    answered: [
      `with reply as (insert into hearback.reply (case_id, state, markdown, place, purpose, written_at) values ($1, 'sent', 'x', '{}', $2, $3) returning reply_id)
       insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, posted_at, added_at)
       select $4, $1, 'reply-' || reply_id, $5, jsonb_build_object('type', 'reply', 'replyId', reply_id), '{}', 'sent', null, $3 from reply`,
      [nth === 3 ? 'thanks' : 'answer', after(at), workspaceId, fresh('mark')],
    ],
    said: [
      `insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at)
       select reply_id, case_id, $2, case when $3 = 0 then 'not_yet' else 'solved' end, $2, case when $3 > 0 then $3 + 2 end, case when $3 > 0 then $2::timestamptz end
       from hearback.reply where case_id = $1 order by reply_id desc limit 1 on conflict do nothing`,
      [after(at), nth],
    ],
    reopened: [`insert into hearback.history (case_id, action, at) values ($1, 'reopened', $2)`, [after(at)]],
    promised: [
      nth === 0
        ? `update hearback.clock set state = 'stopped', stopped_at = $2, met = true where case_id = $1`
        : `insert into hearback.clock (case_id, kind, due_at, deadline, started_at) values ($1, 'update_due', $2, $2, $2) on conflict do nothing`,
      [after(at)],
    ],
    removed: [nth === 0 ? 'delete from hearback.cases where case_id = $1' : 'select $1::bigint', []],
    linked: [
      `insert into hearback.identity_link (workspace_id, user_id, other_workspace, other_user, linked_at) select $2, $3, $4, $5, now() where $1::bigint > 0 on conflict do nothing`,
      [workspaceId, PEOPLE[nth], 'discord:9', `d${PEOPLE[(nth + 1) % 4]}`],
    ],
  };
  const [text, values] = changes[what];
  await ask(text, [caseId, ...values]);
  // As it is sent: posted a while after it was written down.
  await ask(
    "update hearback.delivery set posted_at = added_at + interval '5 minutes' where case_id = $1 and posted_at is null",
    [caseId],
  );
}

interface Happened {
  case_id: number;
  what: 'opened' | 'closed' | 'answered' | 'rated' | 'solved' | 'not_yet';
  at: Date;
  value: number | null;
  channel: string | null;
  departments: string[];
}

/** The same from the record itself: what happened to the cases that somebody sees, one by one. */
async function plainly(workspaceId: string, eyes: Eyes, timeZone: string): Promise<BarometerFigures> {
  const visible = visibleTo(eyes, 2);
  const { rows } = await record.pool.query<Happened>(
    `with seen as (select * from hearback.cases c where c.workspace_id = $1 and ${visible.where}),
       first as (select d.case_id, min(posted_at) as at from hearback.delivery d join hearback.reply r on d.key = 'reply-' || r.reply_id
         where purpose = 'answer' and posted_at is not null group by d.case_id),
       all_of_it as (select case_id, 'opened' as what, opened_at as at, null::float8 as value from seen
         union all select case_id, 'closed', closed_at, null from seen where closed_at is not null
         union all select case_id, 'answered', first.at, hearback.figure_wait(first.at - opened_at) from first join seen using (case_id)
         union all select case_id, 'rated', rated_at, rating from hearback.close_request where rated_at is not null
         union all select case_id, answer, answered_at, null from hearback.close_request where answered_at is not null)
     select a.*, seen.source_channel as channel, array(select department from hearback.case_department d where d.case_id = seen.case_id) as departments
     from all_of_it a join seen using (case_id)`,
    [workspaceId, ...visible.values],
  );
  const inTime = rows.filter(({ at }) => at >= WEEK.from && at < WEEK.until);
  const by = <Key>(keysOf: (each: Happened) => Key[]): Map<Key, Figures> => {
    const keys = new Set(inTime.flatMap(keysOf));
    return new Map(
      [...keys].map((key) => [key, summed(inTime.filter((each) => keysOf(each).includes(key)))]),
    );
  };
  const day = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').toMillis();
  return {
    whole: summed(inTime),
    steps: [...by(({ at }) => [day(at)])]
      .map(([ms, each]) => ({ ...each, at: new Date(ms) }))
      .toSorted((a, b) => +a.at - +b.at),
    channels: [...by(({ channel }) => [channel])].map(([channelId, each]) => ({ ...each, channelId })),
    departments: [...by(({ departments }) => departments)].map(([department, each]) => ({
      ...each,
      department,
    })),
  };
}

/** Promises by day, as `promisesOf` counts them: all of their moments are over. */
async function plainPromises(workspaceId: string, eyes: Eyes, timeZone: string) {
  const visible = visibleTo(eyes, 5);
  const { rows } = await record.pool.query<{ at: Date; kept: number; broken: number }>(
    `select date_trunc('day', deadline, $4) as at, count(*) filter (where met and stopped_at <= deadline)::int as kept,
       count(*) filter (where k.state = 'running' or stopped_at > deadline)::int as broken
     from hearback.clock k join hearback.cases c using (case_id)
     where c.workspace_id = $1 and k.kind = 'update_due' and deadline >= $2 and deadline < $3 and ${visible.where} group by 1 order by 1`,
    [workspaceId, WEEK.from, WEEK.until, timeZone, ...visible.values],
  );
  return rows.filter(({ kept, broken }) => kept + broken > 0);
}

function summed(all: readonly Happened[]): Figures {
  const of = (what: Happened['what']) => all.filter((each) => each.what === what);
  const values = (what: Happened['what']) =>
    of(what)
      .map(({ value }) => value ?? 0)
      .toSorted((a, b) => a - b);
  const waits = values('answered');
  const rated = values('rated');
  const count = waits.length;
  return {
    opened: of('opened').length,
    closed: of('closed').length,
    answered: count,
    waitedS:
      count === 0
        ? null
        : ((waits[Math.floor((count - 1) / 2)] ?? 0) + (waits[Math.floor(count / 2)] ?? 0)) / 2,
    ratings: rated.length,
    rated: rated.length === 0 ? null : rated.reduce((sum, each) => sum + each, 0) / rated.length,
    solved: of('solved').length,
    notYet: of('not_yet').length,
  };
}

const WEEK = { from: after(24 * HOUR), until: after(8 * 24 * HOUR), step: 'day' as const };

/** Without what does not hang on anything. */
function ordered({ whole, steps, channels, departments }: BarometerFigures) {
  const near = <Each extends Figures>(each: Each) => ({
    ...each,
    rated: each.rated === null ? null : expect.closeTo(each.rated, 6),
  });
  return {
    whole: near(whole),
    steps: steps.map(near),
    channels: channels.map(near).toSorted((a, b) => `${a.channelId}`.localeCompare(`${b.channelId}`)),
    departments: departments.map(near).toSorted((a, b) => a.department.localeCompare(b.department)),
  };
}

function sorted(found: BarometerFigures): BarometerFigures {
  return {
    ...found,
    channels: found.channels.toSorted((a, b) => `${a.channelId}`.localeCompare(`${b.channelId}`)),
    departments: found.departments.toSorted((a, b) => a.department.localeCompare(b.department)),
  };
}

describe('what is kept for the figures', () => {
  it('is how long somebody waited, to two and a half percent or three seconds', async () => {
    const { rows } = await record.pool.query(
      `select s from generate_series(0, 2000) as n, lateral (select round((1.009 ^ n - 1)::numeric, 3) as s) as waited
       where abs(hearback.figure_wait(s * interval '1 second') - s) > greatest(3, s * 0.025) and s < 2000000000`,
    );
    expect(rows).toEqual([]);
  });

  it('is what the record says, for everybody who asks, after whatever happened', async () => {
    const figures = createFigures(record.pool);
    const compare = async (workspaceId: WorkspaceId, everybody: readonly Eyes[], timeZone: string) => {
      for (const eyes of everybody) {
        const found = await figures.barometer({ workspaceId, eyes }, { ...WEEK, timeZone }, 99);
        expect(sorted(found)).toEqual(ordered(await plainly(workspaceId, eyes, timeZone)));
        const promises = await figures.promises({ workspaceId, eyes }, { ...WEEK, timeZone }, new Date());
        expect(promises).toEqual(await plainPromises(workspaceId, eyes, timeZone));
      }
    };
    const zone = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York');
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 15, maxLength: 40 }),
        fc.array(step, { minLength: 1, maxLength: 10 }),
        zone,
        async (first, then, timeZone) => {
          const own = { ...workspace, id: fresh('slack:T') };
          await record.pool.query('insert into hearback.workspace (workspace_id) values ($1)', [own.id]);
          const person = {
            ...standingOf(own, { userId: 'mia', groups: [], channelId: null }),
            colleagues: ['lea'],
            fellowLeads: ['lea'],
          };
          const everybody: Eyes[] = [
            'program',
            'channel',
            { ...person, roles: new Set(['moderator']) },
            { ...person, userId: 'lea', roles: new Set(['lead']), colleagues: ['mia'], fellowLeads: [] },
            {
              ...person,
              userId: 'dan',
              roles: new Set(),
              departments: new Set(['qa', 'billing']),
              colleagues: 'uncounted',
            },
            { ...person, userId: 'm0', roles: new Set(), departments: new Set(), colleagues: 'uncounted' },
          ];
          for (const steps of [first, then]) {
            for (const each of steps) await happen(own.id, each);
            await compare(own.id, everybody, timeZone);
          }
          await record.pool.query('delete from hearback.identity_link');
        },
      ),
      { numRuns: 10 },
    );
    // And each row that is kept is one that would be made anew.
    const { rows } = await record.pool.query(
      `select * from (select case_id, what, nth, at, value, flags from hearback.figure except select * from hearback.figure_source) a
       union all select * from (select * from hearback.figure_source except select case_id, what, nth, at, value, flags from hearback.figure) b`,
    );
    expect(rows).toEqual([]);
  });
});
