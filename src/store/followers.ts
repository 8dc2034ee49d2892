import { z } from 'zod';
import type { Change } from '../cases/change.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { addDeliveries } from './deliveries.ts';
import type { FollowNews } from './followers-port.ts';
import { addJobs, hurryJobs } from './jobs.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { NOT_FOR_THEM } from './stale-news.ts';
import { tagOf } from './tag-of.ts';
import type { Work } from './work.ts';

/** A column of `hearback.cases c`: who follows it, in the order they began to. */
export const FOLLOWERS_COLUMN = `array(select user_id from hearback.follower f where f.case_id = c.case_id order by f.at, user_id) as followers`;

/** What nobody is told of because they follow a case: who looks at it, and what is only said to somebody else. */
const NO_NEWS = ['reminded', 'followed', 'unfollowed', 'case_shown'];

export async function changeFollowers(
  { sql, at }: Work,
  caseId: number,
  { add = [], remove = [] }: NonNullable<Change['follow']>,
): Promise<void> {
  await run(
    sql,
    'insert into hearback.follower (case_id, user_id, at) select $1, unnest($2::text[]), $3 on conflict do nothing',
    [caseId, add, at],
  );
  for (const userId of remove) await letGo(sql, userId, [caseId]);
}

/** Somebody hears of these cases no more, nor of what they have not been told yet. */
export async function letGo(sql: Sql, userId: string, caseIds: readonly number[]): Promise<void> {
  await run(sql, 'delete from hearback.follower where user_id = $1 and case_id = any($2)', [userId, caseIds]);
  await run(
    sql,
    'delete from hearback.follow_news where user_id = $1 and case_id = any($2) and delivery_id is null',
    [userId, caseIds],
  );
}

const followerRow = z.object({ userId: z.string(), workspaceId: z.string() });

/** Who follows a case. */
export function followersOf(sql: Sql, caseId: number): Promise<z.infer<typeof followerRow>[]> {
  return rows(
    sql,
    followerRow,
    'select user_id as "userId", workspace_id as "workspaceId" from hearback.follower join hearback.cases using (case_id) where case_id = $1',
    [caseId],
  );
}

/** What was done, for whoever follows the case and did not do it themselves, with the job that tells each of them. */
export async function tellFollowers(
  work: Work,
  caseId: number,
  followers: readonly z.infer<typeof followerRow>[],
  done: readonly { historyId: number; action: string; actorId: string | null }[],
): Promise<void> {
  const news = done.filter(({ action }) => !NO_NEWS.some((each) => each === action));
  const told: { userId: string; workspaceId: string; tag: string; historyIds: number[] }[] = [];
  for (const { userId, workspaceId } of followers) {
    const historyIds = news.filter(({ actorId }) => actorId !== userId).map(({ historyId }) => historyId);
    if (historyIds.length > 0)
      told.push({ userId, workspaceId, historyIds, tag: await tagOf(work.sql, workspaceId, userId) });
  }
  // In one order everywhere, so that two that tell the same people do not wait for each other.
  told.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  for (const { userId, workspaceId, historyIds, tag } of told) {
    await holdFollower(work.sql, workspaceId, tag);
    await run(
      work.sql,
      `insert into hearback.follow_news (workspace_id, user_id, case_id, history_id, at)
       select $1, $2, $3, unnest($4::bigint[]), $5 on conflict do nothing`,
      [workspaceId, userId, caseId, historyIds, work.at],
    );
  }
  const telling = told.map(({ workspaceId, tag }) => ({
    kind: 'tell-follower',
    data: { workspaceId, tag },
    key: `tell-follower-${workspaceId}-${tag}`,
  }));
  await addJobs(work, telling);
  // One that was given up would keep this person from hearing of anything ever again.
  await hurryJobs(
    work,
    telling.map(({ key }) => key),
  );
}

/** See `Followers`. */
export function whoIsTold(
  sql: Sql,
  workspaceId: WorkspaceId,
  tag: string,
): Promise<{ userId: string; since: Date } | null> {
  return row(
    sql,
    z.object({ userId: z.string(), since: z.date() }),
    `select user_id as "userId", since from (
       select user_id, min(at) as since from hearback.follow_news where workspace_id = $1 and delivery_id is null group by user_id) waiting
     where hearback.person_tag($1, user_id) = $2`,
    [workspaceId, tag],
  );
}

/** See `Followers`. The same lock as when something is added for them: what comes a moment later gets a job of its own. */
export async function gatherNews(work: Work, workspaceId: WorkspaceId, tag: string): Promise<void> {
  await holdFollower(work.sql, workspaceId, tag);
  const waiting = await whoIsTold(work.sql, workspaceId, tag);
  if (!waiting) return;
  const { userId } = waiting;
  const found = await rows(
    work.sql,
    z.object({ newsId: z.number() }),
    `select news_id as "newsId" from hearback.follow_news
     where workspace_id = $1 and user_id = $2 and delivery_id is null order by news_id`,
    [workspaceId, userId],
  );
  const key = `followed-${found[0]?.newsId}`;
  // Of no single case, as reminders are: nothing waits here for a case that waits for this person.
  await addDeliveries(work, { workspaceId, caseId: null }, [
    { key, place: { type: 'dm', workspaceId, userId }, body: { type: 'followed' } },
  ]);
  await run(
    work.sql,
    `update hearback.follow_news set delivery_id = (select delivery_id from hearback.delivery where workspace_id = $1 and key = $3)
     where news_id = any($2)`,
    [workspaceId, found.map(({ newsId }) => newsId), key],
  );
}

const stepRow = z
  .object({
    caseId: z.number(),
    action: z.string(),
    actorId: z.string().nullable(),
    detail: z.record(z.string(), z.string()).nullable(),
    at: z.date(),
  })
  .transform(({ caseId, detail, ...step }) => ({ caseId, step: { ...step, ...(detail && { detail }) } }));

/** See `Followers`. */
export async function newsIn(sql: Sql, deliveryId: number): Promise<FollowNews[]> {
  const found = await rows(
    sql,
    stepRow,
    `select n.case_id as "caseId", action, actor_id as "actorId", detail, h.at
     from hearback.follow_news n join hearback.history h using (history_id)
     where n.delivery_id = $1 order by n.case_id, history_id`,
    [deliveryId],
  );
  const byCase = new Map<number, FollowNews>();
  for (const { caseId, step } of found) {
    const news = byCase.get(caseId) ?? { caseId, steps: [] };
    news.steps.push(step);
    byCase.set(caseId, news);
  }
  return [...byCase.values()];
}

/** What was just sent may show a case that was taken from its reader meanwhile: it is looked at once more. */
export async function lookAgainAtNews(work: Work, deliveryId: number): Promise<void> {
  const found = await rows(
    work.sql,
    z.object({ caseId: z.number() }),
    `select distinct n.case_id as "caseId" from hearback.follow_news n join hearback.cases c using (case_id)
     where n.delivery_id = $1 and ${NOT_FOR_THEM}`,
    [deliveryId],
  );
  await addJobs(
    work,
    found.map(({ caseId }) => ({ kind: 'refresh-cards', data: { caseId } })),
  );
}

async function holdFollower(sql: Sql, workspaceId: WorkspaceId, tag: string): Promise<void> {
  await run(sql, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`follower ${workspaceId} ${tag}`]);
}
