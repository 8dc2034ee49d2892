import type { Pool } from 'pg';
import { effect, type Done } from './effect.ts';
import { followTopics } from './follow-topics.ts';
import type { Sql } from './sql.ts';
import { fix, merge, raise, rename } from './topic-changes.ts';
import { compare, said } from './topic-likeness.ts';
import { lockTopics } from './topic-links.ts';
import { communityOf, homeOf, listTopics, postedOf, readTopic, topicOfCase } from './topic-reading.ts';
import type { Acting, Topics } from './topics-port.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createTopics(pool: Pool, { now }: { now: () => Date }): Topics {
  const source: Source = { pool, now };
  const look = <T>(read: (sql: Sql) => Promise<T>) => holdClient(pool, read);
  const acting = (by: Acting, act: (work: Work) => Promise<boolean>) =>
    effect<boolean>(
      source,
      { once: { interaction: by.interaction, workspaceId: by.workspaceId }, spent: false },
      async (work): Promise<Done<boolean>> => {
        await lockTopics(work);
        return { result: await act(work), caseId: null };
      },
      async () => true,
    );
  return {
    find: (caseId, scopeIn) =>
      atomically(source, async (work) => {
        const workspaceId = await communityOf(work.sql, caseId);
        const scope = workspaceId === null ? null : scopeIn(workspaceId);
        return scope && compare(work, caseId, scope);
      }),
    said: (member, since) => look((sql) => said(sql, member, since)),
    topic: (topicId) => look((sql) => readTopic(sql, topicId)),
    ofCase: (caseId) => look((sql) => topicOfCase(sql, caseId)),
    homeOf: (caseId, topicId) => look((sql) => homeOf(sql, caseId, topicId)),
    list: (workspaces, limit, eyes = 'channel') => look((sql) => listTopics(sql, workspaces, limit, eyes)),
    raise: (topicId, deliveries) => atomically(source, (work) => raise(work, topicId, deliveries)),
    rename: (topicId, title, by) => acting(by, (work) => rename(work, topicId, title)),
    merge: (from, into, by) => acting(by, (work) => merge(work, from, into, by.userId)),
    fix: (topicId, caseIds, by) => acting(by, (work) => fix(work, topicId, caseIds, by.userId)),
    posted: (topicId) => look((sql) => postedOf(sql, topicId)),
    follow: (topicId) => atomically(source, (work) => followTopics(work, [topicId])),
  };
}
