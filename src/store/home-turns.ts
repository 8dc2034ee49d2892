import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { addJobIf, addJobs } from './jobs.ts';
import { rows, run } from './sql.ts';
import type { Step, Work } from './work.ts';

/** Of pages opened in this time each is kept up to date. */
const KEPT_DAYS = 7;
const KEPT = `interval '${KEPT_DAYS} days'`;
/** And followed somewhat longer, until it is put away: none is left standing that nobody keeps up to date. */
const FOLLOWED = `interval '${KEPT_DAYS + 1} days'`;

/** A page is drawn again no sooner than so long after it was drawn last (ms). */
const EVERY_MS = 2_000;

/** A drawing that was asked for so long ago and has not begun is asked for once more. */
const LOST_AFTER = "interval '10 minutes'";

/** In which of the pages `h` a case `c` is, or belongs. As long as a page is being drawn, that is not known. */
const CONCERNED = `(c.case_id = any(h.cases) or h.drawing_since is not null or h.drawn_at is null
  or h.sees_cases and c.handler_id is null or c.handler_id = h.user_id
  or exists (select from hearback.reply r where r.case_id = c.case_id and r.author_id = h.user_id and r.state = 'draft')
  or exists (select from hearback.follower f where f.case_id = c.case_id and f.user_id = h.user_id)
  or exists (select from hearback.case_cc a where a.case_id = c.case_id and a.user_id is not null and (h.sees_cases
    or hearback.person_key(c.workspace_id, a.user_id) = hearback.person_key(h.workspace_id, h.user_id)))
  or h.sees_cases and exists (select from hearback.case_department d where d.case_id = c.case_id))`;

/**
 * In the transaction of every change of a case: asks for the pages it may be on to be looked at once it is committed. Nothing of them
 * is locked here, so that changes of different cases never wait for each other's readers.
 */
export function followHomes(work: Work, caseId: number): void {
  addJobIf(
    work,
    { kind: 'follow-homes', data: { caseId } },
    `select from hearback.home h join hearback.cases c using (workspace_id)
     where c.case_id = $1 and h.opened_at > $2::timestamptz - ${FOLLOWED}`,
    [caseId, work.at],
  );
}

/** Asks for the pages that show a case, or should, to be drawn. */
export async function askForCase(work: Work, caseId: number): Promise<void> {
  const found = await rows(
    work.sql,
    idRow,
    `select h.home_id as "homeId" from hearback.home h join hearback.cases c using (workspace_id)
     where c.case_id = $1 and h.opened_at > $2::timestamptz - ${FOLLOWED} and ${CONCERNED}`,
    [caseId, work.at],
  );
  await ask(work, ids(found));
}

/**
 * Roles, or the plan, may be others now: all pages of these communities that show cases are drawn again, and those of the people it is
 * about. Whoever else has got a role finds their cases when they open their page.
 * @param people null: nobody knows whom it is about
 */
export async function askForAll(
  work: Step,
  workspaceIds: readonly WorkspaceId[],
  people: readonly string[] | null,
): Promise<void> {
  const found = await rows(
    work.sql,
    idRow,
    `select home_id as "homeId" from hearback.home
     where workspace_id = any($1) and opened_at > $2::timestamptz - ${FOLLOWED} and (sees_cases or user_id = any($3))`,
    [workspaceIds, work.at, people ?? []],
  );
  await ask(work, ids(found));
  // Some program may still remember the old roles, but for a minute at most.
  await later(work, ids(found), new Date(work.at.getTime() + AFTER_ROLES_MS));
}

/** How long a role is remembered at most, and a little more (ms). */
const AFTER_ROLES_MS = 75_000;

/** Draws these pages as soon as their turn is, unless that is asked for already. */
export async function ask({ sql, at, ...work }: Step, homeIds: readonly number[]): Promise<void> {
  const asked = await rows(
    sql,
    z.object({ homeId: z.number(), drawnAt: z.date().nullable() }),
    `update hearback.home set queued_at = $2 where home_id in (
       select home_id from hearback.home where home_id = any($1)
         and (queued_at is null or queued_at < $2::timestamptz - ${LOST_AFTER}) order by home_id for update)
     returning home_id as "homeId", drawn_at as "drawnAt"`,
    [homeIds, at],
  );
  await addJobs(
    { sql, at, ...work },
    asked.map(({ homeId, drawnAt }) => ({
      kind: 'refresh-home',
      data: { homeId },
      runAt: new Date(Math.max(at.getTime(), (drawnAt?.getTime() ?? 0) + EVERY_MS)),
    })),
  );
}

/** Moments that lie closer together are one, and that is their last (ms). */
const TOGETHER_MS = 5_000;

/**
 * Draws these pages at a later moment as well, whatever happens until then. One job for each page and moment: it runs at the end of
 * what it stands for, so that nothing that turns in between is left out because its job is there, or under way.
 */
export async function later(work: Step, homeIds: readonly number[], at: Date): Promise<void> {
  const turn = Math.ceil(at.getTime() / TOGETHER_MS);
  const runAt = new Date(turn * TOGETHER_MS);
  await addJobs(
    work,
    homeIds.map((homeId) => ({
      kind: 'refresh-home',
      data: { homeId },
      runAt,
      key: `refresh-home-${homeId}-${turn}`,
    })),
  );
}

/** Who these accounts are has changed, and with it what they see. */
export async function askForAccounts(
  work: Work,
  accounts: readonly { workspaceId: WorkspaceId; userId: string }[],
): Promise<void> {
  const found = await rows(
    work.sql,
    idRow,
    `select home_id as "homeId" from hearback.home h
     join unnest($1::text[], $2::text[]) as account (workspace_id, user_id) using (workspace_id, user_id)`,
    [accounts.map(({ workspaceId }) => workspaceId), accounts.map(({ userId }) => userId)],
  );
  await ask(work, ids(found));
}

/** Their page is emptied, and then forgotten: see handlers/refresh-home. */
export async function eraseHome(work: Work, workspaceId: WorkspaceId, userId: string): Promise<void> {
  const found = await rows(
    work.sql,
    idRow,
    `update hearback.home set opened_at = '-infinity', queued_at = null where workspace_id = $1 and user_id = $2
     returning home_id as "homeId"`,
    [workspaceId, userId],
  );
  await ask(work, ids(found));
}

/** Pages nobody has opened for a long time, and whose turn to be put away was missed. @returns how many */
export async function askForOld(work: Work, limit: number): Promise<number> {
  const found = await rows(
    work.sql,
    idRow,
    `select home_id as "homeId" from hearback.home where opened_at <= $1::timestamptz - ${KEPT}
       and (queued_at is null or queued_at < $1::timestamptz - ${LOST_AFTER}) order by opened_at limit $2`,
    [work.at, limit],
  );
  await ask(work, ids(found));
  return found.length;
}

/** See `Homes.draw`: until its end it is not known what the page shows. @returns what tells this drawing from others */
export async function beginDrawing(work: Work, homeId: number): Promise<Date> {
  // A drawing before this one whose end is not known has perhaps shown something else.
  await run(
    work.sql,
    `update hearback.home set queued_at = null, shown = case when drawing_since is null then shown end, drawing_since = $2
     where home_id = $1`,
    [homeId, work.at],
  );
  return work.at;
}

/**
 * The queue tries it again: until then nothing asks for it once more, however long the platform is away.
 * @param isOtherVersion whether another version stands there than we thought: then the next one takes its place, whichever it is
 */
export async function drawingFailed(work: Work, homeId: number, isOtherVersion: boolean): Promise<void> {
  await run(
    work.sql,
    'update hearback.home set queued_at = $2, version = case when $3 then null else version end where home_id = $1',
    [homeId, work.at, isOtherVersion],
  );
}

/** Somebody else has drawn this page meanwhile, and nobody knows whose drawing stands there: it is drawn once more, whatever it shows. */
export async function drawnTwice(work: Work, homeId: number): Promise<void> {
  await run(
    work.sql,
    'update hearback.home set drawing_since = $2, version = null, shown = null where home_id = $1',
    [homeId, work.at],
  );
  await ask(work, [homeId]);
}

const idRow = z.object({ homeId: z.number() });

function ids(found: readonly z.infer<typeof idRow>[]): number[] {
  return found.map(({ homeId }) => homeId);
}
