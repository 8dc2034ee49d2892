import { z } from 'zod';
import type { Eyes } from '../cases/access.ts';
import { STATES } from '../cases/case.ts';
import type { Mention, Topic } from '../cases/topics/topic.ts';
import { visibleTo } from './eyes.ts';
import { messageIn, place } from './shapes.ts';
import { row, rows, type Sql } from './sql.ts';
import { topicOf } from './topic-links.ts';
import type { PostedTopic } from './topics-port.ts';

/** All accounts of a case's member. Where nobody is linked it is not asked for each of them. */
const ACCOUNTS = `case when member_id = '' then '{}' when exists (select from hearback.identity_link)
  then array(select key from hearback.account_keys(c.workspace_id, c.member_id) as key order by key)
  else array[hearback.person_key(c.workspace_id, c.member_id)] end`;

/** So many mentions of a topic are read: more members than that hear of nothing. */
const MENTIONS = 2_000;
/** And so much of each (characters): more than any card shows. */
const QUOTE_MAX = 1_000;

const mentionRow = z
  .object({
    topicId: z.number(),
    caseId: z.number(),
    workspaceId: z.string(),
    number: z.number(),
    kind: z.string(),
    state: z.enum(STATES),
    permalink: z.string().nullable(),
    quote: z.string(),
    language: z.string(),
    memberId: z.string(),
    memberName: z.string(),
    accounts: z.array(z.string()),
    departments: z.array(z.string()),
    openedAt: z.date(),
    how: z.enum(['found', 'confirmed']),
  })
  .transform(({ topicId, memberId, memberName, ...rest }): { topicId: number; mention: Mention } => ({
    topicId,
    mention: { ...rest, member: { userId: memberId, name: memberName } },
  }));

const topicRow = z.object({
  topicId: z.number(),
  title: z.string().nullable(),
  raisedAt: z.date().nullable(),
  fixedAt: z.date().nullable(),
  round: z.number(),
});

export async function readTopic(sql: Sql, topicId: number): Promise<Topic | null> {
  const [found] = await readTopics(sql, [topicId], 'channel');
  return found ?? null;
}

/** In their order, with the mentions that `eyes` may see; without those that are gone. All at once: a page shows forty. */
async function readTopics(sql: Sql, topicIds: readonly number[], eyes: Eyes): Promise<Topic[]> {
  const found = await rows(
    sql,
    topicRow,
    `select topic_id as "topicId", title, raised_at as "raisedAt", fixed_at as "fixedAt", round
     from hearback.topic where topic_id = any($1::bigint[]) order by array_position($1::bigint[], topic_id)`,
    [topicIds],
  );
  const mentions = await mentionsOf(sql, topicIds, eyes);
  return found.map((topic) => ({
    ...topic,
    mentions: mentions.flatMap(({ topicId, mention }) => (topicId === topic.topicId ? [mention] : [])),
  }));
}

function mentionsOf(sql: Sql, topicIds: readonly number[], eyes: Eyes) {
  const visible = visibleTo(eyes, 2);
  return rows(
    sql,
    mentionRow,
    `select topic_id as "topicId", mention.* from unnest($1::bigint[]) as topic_id cross join lateral (
       select c.case_id as "caseId", c.workspace_id as "workspaceId", number, kind, state, permalink, left(quote, ${QUOTE_MAX}) as quote, c.language,
         member_id as "memberId", member_name as "memberName", opened_at as "openedAt", how, ${ACCOUNTS} as accounts,
         array(select department from hearback.case_department d where d.case_id = c.case_id order by position) as departments
       from hearback.topic_case t join hearback.cases c using (case_id)
       where t.topic_id = topic_id.topic_id and state not in ('dismissed', 'merged') and ${visible.where}
       order by opened_at desc, c.case_id desc limit ${MENTIONS}) as mention`,
    [topicIds, ...visible.values],
  );
}

/** Topics with cases of so many last days are looked for first, then of four times as many, and so on (days). */
const LATELY = 7;
/** Beyond that all topics are looked through at once (days). */
const LATELY_MAX = 600;

/** @param eyes whose mentions they are given with; which topics they are is what a channel may be told */
export async function listTopics(
  sql: Sql,
  workspaces: readonly string[],
  limit: number,
  eyes: Eyes,
): Promise<Topic[]> {
  for (let days = LATELY; days < LATELY_MAX; days *= 4) {
    const { since } = (await row(sql, sinceRow, SINCE, [workspaces, days])) ?? { since: null };
    const lately = since && (await latestTopics(sql, workspaces, limit, since));
    // Those that are not fixed come first, the latest before the others: none that is older could stand among so many.
    if (lately && lately.filter(({ isFixed }) => !isFixed).length === limit) return read(lately);
  }
  return read(await latestTopics(sql, workspaces, limit, null));

  function read(found: readonly { topicId: number }[]): Promise<Topic[]> {
    return readTopics(
      sql,
      found.map(({ topicId }) => topicId),
      eyes,
    );
  }
}

const sinceRow = z.object({ since: z.date().nullable() });

/** Asked by itself, so that it is planned with how few cases came since. */
const SINCE = `select max(latest) - $2 * interval '1 day' as since from unnest($1::text[]) as w (workspace_id) cross join lateral (
  select max(at) as latest from hearback.figure f where f.workspace_id = w.workspace_id and f.what = 1) as cases`;

/** @param since of those with a case that was opened after it; null: of all */
function latestTopics(sql: Sql, workspaces: readonly string[], limit: number, since: Date | null) {
  const { where, values } = visibleTo('channel', 3);
  const lately = `with lately as materialized (select distinct topic_id from hearback.figure join hearback.topic_case using (case_id)
    where workspace_id = any($1::text[]) and what = 1 and at > $3 and topic_id is not null)`;
  return rows(
    sql,
    z.object({ topicId: z.number(), isFixed: z.boolean() }),
    `${since ? lately : ''} select t.topic_id as "topicId", p.fixed_at is not null as "isFixed"
     from hearback.topic_case t join hearback.cases c using (case_id) join hearback.topic p using (topic_id)
     where c.workspace_id = any($1::text[]) and ${where} ${since ? 'and t.topic_id in (select topic_id from lately)' : ''}
     group by t.topic_id, p.fixed_at having count(*) > 1 ${since ? 'and max(c.opened_at) > $3' : ''}
     order by p.fixed_at is not null, max(c.opened_at) desc limit $2`,
    [workspaces, limit, ...values, ...(since ? [since] : [])],
  );
}

export async function topicOfCase(sql: Sql, caseId: number): Promise<Topic | null> {
  const topicId = await topicOf(sql, caseId);
  return topicId === null ? null : readTopic(sql, topicId);
}

const communityRow = z.object({ workspaceId: z.string() });

/** Null for a case that is gone. */
export async function communityOf(sql: Sql, caseId: number): Promise<string | null> {
  const asked = 'select workspace_id as "workspaceId" from hearback.cases where case_id = $1';
  return (await row(sql, communityRow, asked, [caseId]))?.workspaceId ?? null;
}

export async function homeOf(sql: Sql, caseId: number, topicId: number): Promise<string | null> {
  const found = await row(
    sql,
    communityRow,
    `select workspace_id as "workspaceId" from hearback.cases join hearback.topic_case using (case_id)
     where case_id = $1 and (topic_id = $2 or topic_id is not null and not exists (select from hearback.topic_case where topic_id = $2))`,
    [caseId, topicId],
  );
  return found?.workspaceId ?? null;
}

const postedRow = z.object({
  deliveryId: z.number(),
  workspaceId: z.string(),
  channelId: z.string().nullable(),
  messageId: z.string().nullable(),
  place,
});

export async function postedOf(sql: Sql, topicId: number): Promise<PostedTopic[]> {
  const found = await rows(
    sql,
    postedRow,
    `select delivery_id as "deliveryId", workspace_id as "workspaceId", posted_channel as "channelId", posted_message as "messageId", place
     from hearback.delivery where body ->> 'type' = 'topic' and body ->> 'topicId' = $1 and state = 'sent' order by delivery_id`,
    [String(topicId)],
  );
  return found.flatMap(({ channelId, messageId, ...each }) => {
    const at = messageIn(channelId, messageId);
    return at ? [{ ...each, message: { workspaceId: each.place.workspaceId, ...at } }] : [];
  });
}
