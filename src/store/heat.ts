import type { Pool } from 'pg';
import { z } from 'zod';
import type { Felt } from '../cases/heat/stir.ts';
import type { ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import type { Log } from '../log.ts';
import { channelMoods, usualReplies } from './channel-moods.ts';
import type { HeatRecord, Span, WarmThread } from './heat-port.ts';
import { notNeeded, offer, postedHotThread, readHotThread } from './hot-threads.ts';
import { createStirNotes } from './note-stirs.ts';
import { rows, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source } from './work.ts';

/** More of one thread than this is not weighed: it is hot by then, or it is praise. */
const FELT_MAX = 5_000;
/** So many threads are weighed at a time; the others a moment later. */
const WARM_MAX = 200;

/** On a PostgreSQL database that `migrate` has brought up to date. `close` writes what waits to be counted. */
export function createHeat(
  pool: Pool,
  { now, log }: { now: () => Date; log: Log },
): HeatRecord & { close(): Promise<void> } {
  const source: Source = { pool, now };
  const look = <T>(read: (sql: Sql) => Promise<T>) => holdClient(pool, read);
  const { note, flush, close } = createStirNotes(source, log);
  return {
    note,
    flush,
    close,
    warm: (workspaceId, time, least) => look((sql) => warm(sql, workspaceId, time, least)),
    felt: (workspaceId, root, time) => look((sql) => felt(sql, workspaceId, root, time)),
    usual: (workspaceId, channelId, until) => look((sql) => usualReplies(sql, workspaceId, channelId, until)),
    offer: (thread, place) => atomically(source, (work) => offer(work, thread, place)),
    thread: (hotThreadId) => look((sql) => readHotThread(sql, hotThreadId)),
    posted: (hotThreadId) => look((sql) => postedHotThread(sql, hotThreadId)),
    notNeeded: (workspaceId, hotThreadId, by) =>
      atomically(source, (work) => notNeeded(work, workspaceId, hotThreadId, by)),
    moods: (workspaceId, days) => look((sql) => channelMoods(sql, workspaceId, now(), days)),
  };
}

const warmRow = z.object({
  channelId: z.string(),
  threadMessage: z.string(),
  earliest: z.string().nullable(),
});

async function warm(
  sql: Sql,
  workspaceId: WorkspaceId,
  { since, until }: Span,
  { people, upset }: { people: number; upset: number },
): Promise<WarmThread[]> {
  const found = await rows(
    sql,
    warmRow,
    `select channel_id as "channelId", thread_message as "threadMessage",
       (array_agg(message_id order by at, message_id) filter (where not is_reaction))[1] as earliest
     from hearback.stir s where workspace_id = $1 and at > $2 and at <= $3 and not gone
       and not exists (select from hearback.hot_thread t where t.workspace_id = $1 and t.channel_id = s.channel_id and t.thread_message = s.thread_message)
     group by channel_id, thread_message having count(*) filter (where mood < 0) >= $4
       and count(distinct who) filter (where mood < 0 or mood = 0 and not is_reaction) >= $5
     order by count(*) filter (where mood < 0) desc limit $6`,
    [workspaceId, since, until, upset, people, WARM_MAX],
  );
  return found.map(({ channelId, threadMessage, earliest }) => ({
    root: { channelId, messageId: threadMessage },
    earliest,
  }));
}

const feltRow: z.ZodType<Felt> = z.object({
  who: z.string(),
  messageId: z.string(),
  isReaction: z.boolean(),
  mood: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
});

function felt(sql: Sql, workspaceId: WorkspaceId, root: ThreadRoot, { since, until }: Span): Promise<Felt[]> {
  return rows(
    sql,
    feltRow,
    `select who, message_id as "messageId", is_reaction as "isReaction", mood from hearback.stir
     where workspace_id = $1 and channel_id = $2 and thread_message = $3 and at > $4 and at <= $5 and not gone order by at desc limit $6`,
    [workspaceId, root.channelId, root.messageId, since, until, FELT_MAX],
  );
}
