import { z } from 'zod';
import { NotPossible } from '../errors.ts';
import { addDeliveries } from './deliveries.ts';
import { followTopics } from './follow-topics.ts';
import { addJobs } from './jobs.ts';
import { row, rows, run } from './sql.ts';
import { tidyTopic } from './topic-links.ts';
import type { Topics } from './topics-port.ts';
import type { Work } from './work.ts';

/** Between two members who are told that it is fixed (ms): nobody has to answer all of them at once. */
const TELL_EVERY_MS = 5_000;

export async function raise(
  work: Work,
  topicId: number,
  deliveries: Parameters<Topics['raise']>[1],
): Promise<boolean> {
  const raised = await run(
    work.sql,
    'update hearback.topic set raised_at = $2 where topic_id = $1 and raised_at is null',
    [topicId, work.at],
  );
  // Places that have it already are left alone: a card a place, and what is said elsewhere later on goes there as well.
  for (const { workspaceId, delivery } of deliveries)
    await addDeliveries(work, { workspaceId, caseId: null }, [delivery]);
  return raised > 0;
}

export async function rename(work: Work, topicId: number, title: string): Promise<boolean> {
  const renamed = await run(work.sql, 'update hearback.topic set title = $2 where topic_id = $1', [
    topicId,
    title,
  ]);
  if (renamed === 0) throw new NotPossible(({ rules }) => rules.kept.noTopic(`T-${topicId}`));
  await followTopics(work, [topicId]);
  return true;
}

export async function merge(work: Work, from: number, into: number, by: string): Promise<boolean> {
  const { sql, at } = work;
  const both = await rows(
    sql,
    z.object({ topicId: z.number() }),
    'select topic_id as "topicId" from hearback.topic where topic_id = any($1::bigint[])',
    [[from, into]],
  );
  const missing = [from, into].find((each) => !both.some(({ topicId }) => topicId === each));
  if (missing !== undefined) throw new NotPossible(({ rules }) => rules.kept.noTopic(`T-${missing}`));
  // People say that all of it is one thing: what was said of single pairs before is over.
  await run(
    sql,
    `delete from hearback.topic_apart a using hearback.topic_case x, hearback.topic_case y
     where a.case_id = x.case_id and a.other_id = y.case_id and x.topic_id = any($1::bigint[]) and y.topic_id = any($1::bigint[])`,
    [[from, into]],
  );
  await run(
    sql,
    `update hearback.topic_case set topic_id = $2, how = 'confirmed', linked_by = $3, linked_at = $4 where topic_id = $1`,
    [from, into, by, at],
  );
  await run(
    sql,
    // Whoever had the card of the one gets that of the other; and what was not fixed is not fixed by being called the same.
    `update hearback.topic into_it set title = coalesce(into_it.title, other.title), raised_at = coalesce(into_it.raised_at, other.raised_at),
       fixed_at = case when other.fixed_at is null then null else into_it.fixed_at end
     from hearback.topic other where other.topic_id = $1 and into_it.topic_id = $2`,
    [from, into],
  );
  await tidyTopic(work, from);
  await followTopics(work, [into]);
  return true;
}

export async function fix(
  work: Work,
  topicId: number,
  caseIds: readonly number[],
  by: string,
): Promise<boolean> {
  const { sql, at } = work;
  const fixed = await row(
    sql,
    z.object({ round: z.number() }),
    `update hearback.topic set fixed_at = $2, round = round + 1 where topic_id = $1 and fixed_at is null returning round`,
    [topicId, at],
  );
  if (!fixed) return false;
  await run(
    sql,
    `update hearback.topic_case set how = 'confirmed', linked_by = $3 where topic_id = $1 and how = 'found' and case_id = any($2::bigint[])`,
    [topicId, caseIds, by],
  );
  await addJobs(
    work,
    caseIds.map((caseId, index) => ({
      kind: 'tell-fixed',
      data: { topicId, caseId, round: fixed.round },
      key: `tell-fixed-${topicId}-${fixed.round}-${caseId}`,
      runAt: new Date(at.getTime() + index * TELL_EVERY_MS),
    })),
  );
  await followTopics(work, [topicId]);
  return true;
}
