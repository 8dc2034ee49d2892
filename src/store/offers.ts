import { z } from 'zod';
import type { Standing } from '../cases/access.ts';
import { byNeed, isFor, LOOKING_MS, OUR_TURN, PASSED_MS, WEIGHTS, type Candidate } from '../cases/next.ts';
import { SEVERITIES } from '../policy/schema.ts';
import { visibleTo } from './eyes.ts';
import { json, row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** So many of the cases that need somebody most are looked at, so often; more people never ask at the same moment. */
const LOOKED_AT = 50;
const ROUNDS = 5;

/** See `Duty.offer`. */
export async function offer(source: Source, eyes: Standing): Promise<number | null> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { given, wereMore } = await offerOnce(source, eyes);
    if (given !== null || !wereMore) return given;
  }
  return null;
}

/** `wereMore`: others were quicker with all it looked at, and there are more. */
async function offerOnce(
  source: Source,
  eyes: Standing,
): Promise<{ given: number | null; wereMore: boolean }> {
  const { pool, now } = source;
  const at = now();
  const { kept, candidates } = await holdClient(pool, async (sql) => {
    const last = await keptBy(sql, eyes, at);
    const still = last === null ? [] : await candidatesFor(sql, eyes, at, last);
    return {
      kept: still.map(({ caseId }) => caseId),
      candidates: await candidatesFor(sql, eyes, at, null),
    };
  });
  // One transaction each, so that nobody holds more than one case. Those somebody else holds just now come last.
  const held: number[] = [];
  for (const caseId of [...kept, ...byNeed(candidates, at).map((each) => each.caseId)]) {
    const taken = await atomically(source, (work) => take(work, eyes, caseId, ' skip locked'));
    if (taken === 'taken') return { given: caseId, wereMore: false };
    if (taken === 'held') held.push(caseId);
  }
  for (const caseId of held)
    if ((await atomically(source, (work) => take(work, eyes, caseId, ''))) === 'taken')
      return { given: caseId, wereMore: false };
  return { given: null, wereMore: candidates.length === LOOKED_AT };
}

/** See `Duty.pass`. */
export async function pass({ sql, at }: Work, eyes: Standing, number: number | null): Promise<void> {
  await run(
    sql,
    `update hearback.offer o set until = $4, passed_until = $5 from hearback.cases c
     where c.case_id = o.case_id and c.workspace_id = $1 and o.user_id = $3
       and (c.number = $2 or $2::integer is null and o.until > $4)`,
    [eyes.workspaceId, number, eyes.userId, at, after(at, PASSED_MS)],
  );
}

/** Whoever has acted has dealt with what they were given. */
export function endOffers({ sql }: Work, caseId: number, actors: readonly (string | null)[]): void {
  const people = actors.filter((actor) => actor !== null);
  if (people.length > 0)
    sql.later('delete from hearback.offer where case_id = $1 and user_id = any($2)', [caseId, people]);
}

/** `held`: somebody changes the case at this moment, or is being given it. */
async function take(
  { sql, at }: Work,
  eyes: Standing,
  caseId: number,
  whenHeld: ' skip locked' | '',
): Promise<'taken' | 'held' | 'gone'> {
  const locked = await run(
    sql,
    `select from hearback.cases where case_id = $1 for no key update${whenHeld}`,
    [caseId],
  );
  if (locked === 0) return 'held';
  // Looked at again by a statement of its own: somebody may have taken it on before it was locked.
  const [still] = await candidatesFor(sql, eyes, at, caseId);
  if (!still) return 'gone';
  await run(
    sql,
    `insert into hearback.offer (case_id, user_id, until) values ($1, $2, $3)
     on conflict (case_id, user_id) do update set until = excluded.until, passed_until = null`,
    [caseId, eyes.userId, after(at, LOOKING_MS)],
  );
  return 'taken';
}

const idRow = z.object({ caseId: z.number() });

/** What somebody was given last, and still has. */
async function keptBy(sql: Sql, { workspaceId, userId }: Standing, at: Date): Promise<number | null> {
  const found = await row(
    sql,
    idRow,
    `select case_id as "caseId" from hearback.offer join hearback.cases using (case_id)
     where workspace_id = $1 and user_id = $2 and until > $3 order by until desc limit 1`,
    [workspaceId, userId, at],
  );
  return found?.caseId ?? null;
}

const candidateRow = z.object({
  caseId: z.number(),
  severity: z.enum(SEVERITIES),
  handlerId: z.string().nullable(),
  openedAt: z.date(),
  unansweredSince: z.date().nullable(),
  updateBy: z.date().nullable(),
  dueBy: z.date().nullable(),
  isWithHelpers: z.boolean(),
});

/**
 * What somebody could be given, the most needed first: nothing that rests, that waits for the member, or that somebody else
 * looks at. Who it is for, and in which order, is said here as `isFor` and `byNeed` say it, since there may be thousands; a
 * test compares the two.
 */
async function candidatesFor(
  sql: Sql,
  eyes: Standing,
  at: Date,
  caseId: number | null,
): Promise<Candidate[]> {
  const visible = visibleTo(eyes, 8);
  const found = await rows(
    sql,
    candidateRow,
    `select *, extract(epoch from $3 - coalesce("unansweredSince", case when "updateBy" <= $3 then "updateBy" end)) * weight as need
     from (
       select c.case_id as "caseId", c.severity, c.handler_id as "handlerId", c.opened_at as "openedAt",
         ($6::jsonb ->> c.severity)::integer as weight,
         min(k.started_at) filter (where k.kind in ('first_response', 'next_response')) as "unansweredSince",
         min(k.deadline) filter (where k.kind = 'update_due') as "updateBy",
         min(k.deadline) filter (where k.kind not in ('silence', 'community', 'wake')) as "dueBy",
         coalesce(bool_or(k.kind = 'community'), false) as "isWithHelpers"
       from hearback.cases c left join hearback.clock k on k.case_id = c.case_id and k.state = 'running'
       where c.workspace_id = $1 and c.state = any($2) and (c.snoozed_until is null or c.snoozed_until <= $3)
         and ($4::bigint is null or c.case_id = $4)
         and not exists (select from hearback.offer o where o.case_id = c.case_id
           and (o.user_id <> $5 and o.until > $3 or o.user_id = $5 and o.passed_until > $3))
         and ${visible.where}
       group by c.case_id) as candidate
     where "dueBy" <= $3 or not "isWithHelpers" and ("handlerId" is null or "handlerId" = $5)
     order by need desc nulls last, greatest($3 - "openedAt", interval '0') * weight desc, "caseId" limit $7`,
    [eyes.workspaceId, OUR_TURN, at, caseId, eyes.userId, json(WEIGHTS), LOOKED_AT, ...visible.values],
  );
  return found.filter((candidate) => isFor(candidate, eyes.userId, at));
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
