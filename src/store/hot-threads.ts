import { z } from 'zod';
import type { HotThread } from '../cases/heat/hot-thread.ts';
import type { MessageRef, Place, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { addDeliveries } from './deliveries.ts';
import { visibleTo } from './eyes.ts';
import { followHotThread } from './follow-hot-threads.ts';
import type { HeatRecord, PostedHotThread } from './heat-port.ts';
import { messageIn, place } from './shapes.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { whyWithheld } from './withheld.ts';
import type { Work } from './work.ts';

type Offered = Parameters<HeatRecord['offer']>[0];

/** What was said in thread `t`, as cases and messages have its place: on Discord a thread is a channel of its own. */
const SAID = `(select s.workspace_id, place.channel_id, s.message_id
  from hearback.stir s cross join lateral (values (s.channel_id), (s.thread_message)) as place (channel_id)
  where s.workspace_id = t.workspace_id and s.channel_id = t.channel_id and s.thread_message = t.thread_message and not s.is_reaction) said`;

/**
 * Cases of which thread `t` is, or anything said in it; its `first_…` is the message that would be flagged. Each part is looked
 * up by an index, however many cases there are.
 */
const CASES_OF = `hearback.cases c where c.case_id in (
  select case_id from hearback.cases where workspace_id = t.workspace_id and thread_channel = t.channel_id and thread_message = t.thread_message
  union all select case_id from hearback.cases where workspace_id = t.workspace_id and source_channel = t.first_channel and source_message = t.first_message
  union all select k.case_id from ${SAID} join hearback.cases k on k.workspace_id = said.workspace_id
    and k.source_channel = said.channel_id and k.source_message = said.message_id
  union all select k.case_id from ${SAID} join hearback.message m on m.workspace_id = said.workspace_id and m.channel_id = said.channel_id
    and m.message_id = said.message_id join hearback.case_message k using (message_row_id) where k.role <> 'context')`;

/** The unique row decides, whichever process comes first. */
export async function offer(
  work: Work,
  { workspaceId, root, heat, first }: Offered,
  to: Place,
): Promise<boolean> {
  const { sql, at } = work;
  const state = await stateOf(sql, workspaceId, root, first);
  const canBeFlagged = first !== null && !first.isBot;
  const added = await row(
    sql,
    z.object({ hotThreadId: z.number() }),
    `insert into hearback.hot_thread (workspace_id, channel_id, thread_message, first_channel, first_message, state, heat, replies, people, upset, praise, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (workspace_id, channel_id, thread_message) do nothing
     returning hot_thread_id as "hotThreadId"`,
    [
      workspaceId,
      root.channelId,
      root.messageId,
      canBeFlagged ? first.ref.channelId : null,
      canBeFlagged ? first.ref.messageId : null,
      state,
      heat.value,
      heat.replies,
      heat.people,
      heat.upset,
      heat.praise,
      at,
    ],
  );
  if (!added || state !== 'offered') return false;
  const { hotThreadId } = added;
  await addDeliveries(work, { workspaceId, caseId: null }, [
    { key: `hot-thread-${hotThreadId}`, place: to, body: { type: 'hot_thread', hotThreadId } },
  ]);
  return true;
}

async function stateOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  root: ThreadRoot,
  first: Offered['first'],
): Promise<'offered' | 'is_case' | 'withheld'> {
  const known = await row(
    sql,
    z.object({}),
    `select 1 from (select $1::text as workspace_id, $2::text as channel_id, $3::text as thread_message, $4::text as first_channel, $5::text as first_message) t
     where exists (select from ${CASES_OF})`,
    [workspaceId, root.channelId, root.messageId, first?.ref.channelId ?? null, first?.ref.messageId ?? null],
  );
  if (known) return 'is_case';
  if (!first) return 'offered';
  const { ref, authorId, postedAt } = first;
  const author = { userId: authorId, name: '', isBot: false };
  return (await whyWithheld(sql, { ref, author, postedAt })) ? 'withheld' : 'offered';
}

const threadRow = z
  .object({
    hotThreadId: z.number(),
    workspaceId: z.string(),
    channelId: z.string(),
    threadMessage: z.string(),
    firstChannel: z.string().nullable(),
    firstMessage: z.string().nullable(),
    state: z.enum(['offered', 'not_needed', 'is_case', 'withheld']),
    value: z.number(),
    replies: z.number(),
    people: z.number(),
    upset: z.number(),
    praise: z.number(),
    at: z.date(),
    settledBy: z.string().nullable(),
    number: z.number().nullable(),
    isRestricted: z.boolean().nullable(),
  })
  .transform((found): HotThread => {
    const { workspaceId, firstChannel, firstMessage, value, replies, people, upset, praise } = found;
    const first = messageIn(firstChannel, firstMessage);
    return {
      hotThreadId: found.hotThreadId,
      workspaceId,
      root: { channelId: found.channelId, messageId: found.threadMessage },
      first: first && { workspaceId, ...first },
      heat: { value, replies, people, upset, praise },
      at: found.at,
      notNeeded: found.state === 'not_needed' ? { by: found.settledBy } : null,
      found: found.number === null ? null : { number: found.isRestricted === true ? null : found.number },
    };
  });

export function readHotThread(sql: Sql, hotThreadId: number): Promise<HotThread | null> {
  return row(
    sql,
    threadRow,
    `select t.hot_thread_id as "hotThreadId", t.workspace_id as "workspaceId", t.channel_id as "channelId", t.thread_message as "threadMessage",
       t.first_channel as "firstChannel", t.first_message as "firstMessage", t.state, t.heat as value, t.replies, t.people, t.upset, t.praise, t.at,
       t.settled_by as "settledBy", f.number, f."isRestricted"
     from hearback.hot_thread t left join lateral (
       select c.number, not (${visibleTo('channel', 2).where}) as "isRestricted"
       from ${CASES_OF} order by 2, c.case_id limit 1) f on true
     where t.hot_thread_id = $1`,
    [hotThreadId],
  );
}

const postedRow = z.object({
  deliveryId: z.number(),
  channelId: z.string().nullable(),
  messageId: z.string().nullable(),
  place,
});

export async function postedHotThread(sql: Sql, hotThreadId: number): Promise<PostedHotThread[]> {
  const found = await rows(
    sql,
    postedRow,
    `select delivery_id as "deliveryId", posted_channel as "channelId", posted_message as "messageId", place
     from hearback.delivery where body ->> 'type' = 'hot_thread' and body ->> 'hotThreadId' = $1 and state = 'sent' order by delivery_id`,
    [String(hotThreadId)],
  );
  return found.flatMap(({ channelId, messageId, ...each }) => {
    const at = messageIn(channelId, messageId);
    const message: MessageRef | null = at && { workspaceId: each.place.workspaceId, ...at };
    return message ? [{ ...each, message }] : [];
  });
}

export async function notNeeded(
  work: Work,
  workspaceId: WorkspaceId,
  hotThreadId: number,
  by: string,
): Promise<boolean> {
  const found = await row(
    work.sql,
    z.object({ state: z.string() }),
    'select state from hearback.hot_thread where workspace_id = $1 and hot_thread_id = $2 for update',
    [workspaceId, hotThreadId],
  );
  if (!found) return false;
  if (found.state !== 'offered') return true;
  await run(
    work.sql,
    `update hearback.hot_thread set state = 'not_needed', settled_by = $2 where hot_thread_id = $1`,
    [hotThreadId, by],
  );
  await followHotThread(work, hotThreadId);
  return true;
}

/** Its card was drawn a while before it arrived: where something came of it since, it is drawn once more. */
export async function lookAgainAtHotThread(work: Work, hotThreadId: number): Promise<void> {
  const thread = await readHotThread(work.sql, hotThreadId);
  if (thread?.found || thread?.notNeeded) await followHotThread(work, hotThreadId);
}
