import type { Pool } from 'pg';
import { z } from 'zod';
import type { HomeOpened } from '../chat/home.ts';
import { AppError, NotYet } from '../errors.ts';
import { ask, askForCase, beginDrawing, drawingFailed, drawnTwice, later } from './home-turns.ts';
import type { Drawn, Home, Homes } from './home-port.ts';
import { row, run } from './sql.ts';
import { atomically, atomicallyWhileWaiting, type Source, type Work } from './work.ts';

/** How long to wait for whoever is drawing the same page (ms). */
const WAIT_FOR_DRAWER_MS = 1_000;

/** After a page was opened it is drawn once more: a change may have been under way that did not see that it is open. */
const LOOK_AGAIN_MS = 60_000;
/** Who is away, and whose turn it is on the roster, is no change of a case: a page is drawn so often at least (ms). */
const AT_LEAST_EVERY_MS = 3_600_000;

const homeRow: z.ZodType<Home> = z.object({
  homeId: z.number(),
  workspaceId: z.string(),
  userId: z.string(),
  openedAt: z.date(),
  shown: z.string().nullable(),
  version: z.string().nullable(),
});

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createHomes(pool: Pool, { now }: { now: () => Date }): Homes {
  const source: Source = { pool, now };
  return {
    opened: (opened) => atomically(source, (work) => noteOpened(work, opened)),
    caseChanged: (caseId) => atomically(source, (work) => askForCase(work, caseId)),
    draw: (homeId, draw) => drawOne(source, homeId, draw),
  };
}

/**
 * Also when it was open before: whoever opens it again may look at one that was lost, and does not wait until the queue tries again
 * what has failed.
 */
async function noteOpened(work: Work, opened: HomeOpened): Promise<void> {
  const home = await row(
    work.sql,
    z.object({ homeId: z.number() }),
    `insert into hearback.home as h (workspace_id, user_id, opened_at) values ($1, $2, $3)
     on conflict (workspace_id, user_id) do update set opened_at = excluded.opened_at, shown = null,
       queued_at = case when h.drawing_since is null then h.queued_at end
     returning home_id as "homeId"`,
    [opened.workspaceId, opened.userId, work.at],
  );
  if (!home) return;
  await ask(work, [home.homeId]);
  await later(work, [home.homeId], new Date(work.at.getTime() + LOOK_AGAIN_MS));
}

/** The lock is the connection's: it is free again when this process dies. */
function drawOne(source: Source, homeId: number, draw: (home: Home) => Promise<Drawn | null>): Promise<void> {
  return atomicallyWhileWaiting(source, async ({ sql }) => {
    const lock = await row(
      sql,
      z.object({ isOurs: z.boolean() }),
      `select pg_try_advisory_xact_lock(hashtextextended('home ' || $1, 0)) as "isOurs"`,
      [String(homeId)],
    );
    if (!lock?.isOurs) throw new NotYet('Somebody else is drawing this page.', WAIT_FOR_DRAWER_MS);
    // In a transaction of its own: from here on changes ask for another drawing, before anything is read for this one.
    const begun = await atomically(source, (work) => beginDrawing(work, homeId));
    const home = await row(
      sql,
      homeRow,
      `select home_id as "homeId", workspace_id as "workspaceId", user_id as "userId",
         case when isfinite(opened_at) then opened_at else 'epoch' end as "openedAt", shown, version
       from hearback.home where home_id = $1`,
      [homeId],
    );
    if (!home) return;
    const drawn = await drawOrSay(source, home, draw);
    await atomically(source, (work) => (drawn ? noteDrawn(work, home, drawn, begun) : forget(work, home)));
  });
}

async function drawOrSay(
  source: Source,
  home: Home,
  draw: (home: Home) => Promise<Drawn | null>,
): Promise<Drawn | null> {
  try {
    return await draw(home);
  } catch (error) {
    const isOther = error instanceof AppError && error.code === 'NOT_YET';
    await atomically(source, (work) => drawingFailed(work, home.homeId, isOther));
    throw error;
  }
}

async function noteDrawn(work: Work, { homeId }: Home, drawn: Drawn, begun: Date): Promise<void> {
  const { sql, at } = work;
  const { shown, version, seesCases, cases, next } = drawn;
  const noted = await run(
    sql,
    `update hearback.home set shown = $2, version = $3, cases = $4, sees_cases = $5, drawn_at = $6, drawing_since = null
     where home_id = $1 and drawing_since = $7`,
    [homeId, shown, version, cases, seesCases, at, begun],
  );
  // Whoever holds the lock may have lost it without hearing of it.
  if (noted === 0) await drawnTwice(work, homeId);
  if (!seesCases) return;
  const hourly = hourOf(homeId, at);
  await later(work, [homeId], hourly);
  if (next && next < hourly) await later(work, [homeId], next);
}

/**
 * At the same moments however often it is drawn in between, so that these jobs do not become more and more; and not all pages at the
 * same one.
 */
function hourOf(homeId: number, at: Date): Date {
  const own = (homeId * 95_000) % AT_LEAST_EVERY_MS;
  return new Date((Math.floor((at.getTime() - own) / AT_LEAST_EVERY_MS) + 1) * AT_LEAST_EVERY_MS + own);
}

/** One that was opened meanwhile stays. */
async function forget({ sql }: Work, { homeId, openedAt }: Home): Promise<void> {
  await run(
    sql,
    "update hearback.home set shown = null, version = null, cases = '{}', drawing_since = null where home_id = $1",
    [homeId],
  );
  await run(
    sql,
    `delete from hearback.home where home_id = $1
       and (opened_at = $2 or opened_at = '-infinity') and queued_at is null`,
    [homeId, openedAt],
  );
}
