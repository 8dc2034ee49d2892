import { z } from 'zod';
import { addJobs } from './jobs.ts';
import { rows } from './sql.ts';
import type { Work } from './work.ts';

/** Something of these cases changed that decides what is shown of them: their topics are drawn again. */
export async function followTopicsOf(work: Work, caseIds: readonly number[]): Promise<void> {
  const found = await rows(
    work.sql,
    z.object({ topicId: z.number() }),
    `select distinct topic_id as "topicId" from hearback.topic_case where case_id = any($1::bigint[]) and topic_id is not null order by 1`,
    [caseIds],
  );
  await followTopics(
    work,
    found.map(({ topicId }) => topicId),
  );
}

/** Their cards, and those of their cases, show them as they are now. */
export async function followTopics(work: Work, topicIds: readonly number[]): Promise<void> {
  await addJobs(
    work,
    topicIds.map((topicId) => ({ kind: 'follow-topic', data: { topicId }, key: `follow-topic-${topicId}` })),
  );
}

/** One of its cards was drawn a while before it arrived: it is drawn once more. */
export async function lookAgainAtTopic(work: Work, topicId: number): Promise<void> {
  await addJobs(work, [
    { kind: 'follow-topic', data: { topicId, posted: 1 }, key: `follow-topic-posted-${topicId}` },
  ]);
}
