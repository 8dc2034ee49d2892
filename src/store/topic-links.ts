import { z } from 'zod';
import type { ToTopic } from '../cases/topics/to-topic.ts';
import { NotPossible } from '../errors.ts';
import { compareAnew } from './compare-anew.ts';
import { followTopics } from './follow-topics.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** Whoever changes which cases belong together has this alone, and takes it after a case's own lock. Any number will do. */
const TOPICS_LOCK = 4_332_231;

const idRow = z.object({ id: z.number() });

export async function lockTopics({ sql }: Work): Promise<void> {
  await run(sql, 'select pg_advisory_xact_lock($1)', [TOPICS_LOCK]);
}

/** A case that is locked comes to a topic, or goes. @throws {NotPossible} for a person's wish that cannot be */
export async function turnTopic(work: Work, caseId: number, turn: ToTopic): Promise<void> {
  await lockTopics(work);
  if (turn.op === 'join') await join(work, caseId, turn);
  else await leave(work, caseId, turn.by);
}

async function join(
  work: Work,
  caseId: number,
  { to, by, near = [] }: Extract<ToTopic, { op: 'join' }>,
): Promise<void> {
  const { sql, at } = work;
  const own = await topicOf(sql, caseId);
  const wanted = 'topicId' in to ? await standing(sql, to.topicId) : await topicOf(sql, to.caseId);
  // Somebody was quicker, or has said no meanwhile.
  if (by === null && (own !== null || (await isApart(sql, caseId, to, wanted)))) return;
  if ('topicId' in to && wanted === null) {
    if (by === null) return;
    throw new NotPossible(({ rules }) => rules.kept.noTopic(`T-${to.topicId}`));
  }
  const topicId = wanted ?? (await begin(work, 'caseId' in to ? to.caseId : caseId, by));
  await run(
    sql,
    `insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_by, linked_at)
     select case_id, '{}', language, $2, $3, $4, $5 from hearback.cases where case_id = $1
     on conflict (case_id) do update set topic_id = excluded.topic_id, how = excluded.how, linked_by = excluded.linked_by, linked_at = excluded.linked_at`,
    [caseId, topicId, by === null ? 'found' : 'confirmed', by, at],
  );
  if (by !== null) {
    await forget(sql, caseId, topicId);
    await confirmFirst(sql, topicId, caseId, by);
  }
  // What comes back after it was fixed is not fixed.
  await run(sql, 'update hearback.topic set fixed_at = null where topic_id = $1', [topicId]);
  if (own !== null && own !== topicId) await tidyTopic(work, own);
  await followTopics(work, [topicId]);
  // A topic has grown: what was not alike enough to one case may be to all of them.
  for (const each of near) await compareAnew(work, each);
}

/** A new topic of one case. */
async function begin({ sql, at }: Work, caseId: number, by: string | null): Promise<number> {
  const made = await row(
    sql,
    idRow,
    'insert into hearback.topic (made_at) values ($1) returning topic_id as id',
    [at],
  );
  if (!made) throw new Error('a topic was not made');
  await run(
    sql,
    `insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_by, linked_at)
     select case_id, '{}', language, $2, $3, $4, $5 from hearback.cases where case_id = $1
     on conflict (case_id) do update set topic_id = excluded.topic_id, how = excluded.how, linked_by = excluded.linked_by, linked_at = excluded.linked_at`,
    [caseId, made.id, by === null ? 'found' : 'confirmed', by, at],
  );
  return made.id;
}

/** What belongs together for a person belongs to what it began with as well. */
async function confirmFirst(sql: Sql, topicId: number, caseId: number, by: string): Promise<void> {
  await run(
    sql,
    `update hearback.topic_case set how = 'confirmed', linked_by = $3
     where how = 'found' and case_id = (select min(case_id) from hearback.topic_case where topic_id = $1 and case_id <> $2)`,
    [topicId, caseId, by],
  );
}

async function leave(work: Work, caseId: number, by: string): Promise<void> {
  const { sql, at } = work;
  const topicId = await topicOf(sql, caseId);
  if (topicId === null) throw new NotPossible(({ rules }) => rules.kept.ofNoTopic);
  await run(
    sql,
    `insert into hearback.topic_apart (case_id, other_id, said_by, at)
     select least(case_id, $2::bigint), greatest(case_id, $2::bigint), $3, $4 from hearback.topic_case where topic_id = $1 and case_id <> $2
     on conflict do nothing`,
    [topicId, caseId, by, at],
  );
  await run(
    sql,
    'update hearback.topic_case set topic_id = null, how = null, linked_by = null, linked_at = null where case_id = $1',
    [caseId],
  );
  await tidyTopic(work, topicId);
}

/** A topic of one case is none, unless people have it on a card, gave it a name, or its members are being told that it is fixed. */
export async function tidyTopic(work: Work, topicId: number): Promise<void> {
  const { sql } = work;
  const left = await row(
    sql,
    z.object({ cases: z.number(), isKept: z.boolean() }),
    `select (select count(*)::int from hearback.topic_case where topic_id = $1) as cases,
       raised_at is not null or title is not null or fixed_at is not null as "isKept" from hearback.topic where topic_id = $1`,
    [topicId],
  );
  if (!left) return;
  if (left.cases === 0 || (left.cases === 1 && !left.isKept)) {
    await followTopics(work, [topicId]);
    await run(
      sql,
      'update hearback.topic_case set topic_id = null, how = null, linked_by = null, linked_at = null where topic_id = $1',
      [topicId],
    );
    if (!left.isKept) await run(sql, 'delete from hearback.topic where topic_id = $1', [topicId]);
    return;
  }
  await followTopics(work, [topicId]);
}

export async function topicOf(sql: Sql, caseId: number): Promise<number | null> {
  const found = await row(
    sql,
    idRow,
    'select topic_id as id from hearback.topic_case where case_id = $1 and topic_id is not null',
    [caseId],
  );
  return found?.id ?? null;
}

async function standing(sql: Sql, topicId: number): Promise<number | null> {
  const found = await row(sql, idRow, 'select topic_id as id from hearback.topic where topic_id = $1', [
    topicId,
  ]);
  return found?.id ?? null;
}

/** Whether people have said that it is about something else. */
async function isApart(
  sql: Sql,
  caseId: number,
  to: { topicId: number } | { caseId: number },
  topicId: number | null,
): Promise<boolean> {
  const others = await rows(
    sql,
    idRow,
    `select case_id as id from hearback.topic_apart where other_id = $1 union select other_id from hearback.topic_apart where case_id = $1`,
    [caseId],
  );
  if (others.length === 0) return false;
  const ids = others.map(({ id }) => id);
  if ('caseId' in to && ids.includes(to.caseId)) return true;
  const inIt = await row(
    sql,
    idRow,
    'select 1 as id from hearback.topic_case where topic_id = $1 and case_id = any($2::bigint[]) limit 1',
    [topicId, ids],
  );
  return inIt !== null;
}

/** A person has said that it belongs there after all. */
async function forget(sql: Sql, caseId: number, topicId: number): Promise<void> {
  await run(
    sql,
    `delete from hearback.topic_apart a using hearback.topic_case t
     where t.topic_id = $2 and (a.case_id = $1 and a.other_id = t.case_id or a.other_id = $1 and a.case_id = t.case_id)`,
    [caseId, topicId],
  );
}
