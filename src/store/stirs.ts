import { z } from 'zod';
import type { Stir } from '../cases/heat/stir.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { lockStirs } from './forget-stirs.ts';
import { rows, run } from './sql.ts';
import type { Step } from './work.ts';

/** Longer chains of answers than this are several (messages). */
const CHAIN_MAX = 200;

/** The same reaction or message has the same key, whoever delivers it how often. */
const KEY = `case when said.emoji is null then 'm/' || said.channel_id || '/' || said.message_id
  else 'r/' || said.channel_id || '/' || said.message_id || '/' || said.emoji || '/' || hearback.person_tag($1, said.user_id) end`;

/**
 * Counts what was said and felt in one community. What came before is known by its key; of a reaction that was set and taken back
 * the later word holds, in whatever order they come. Whoever does not want to be recorded is not counted.
 */
export async function addStirs(work: Step, workspaceId: WorkspaceId, stirs: readonly Stir[]): Promise<void> {
  const { sql } = work;
  // One after the other for each community: none waits for rows of another while that waits for its own.
  await lockStirs(sql, workspaceId);
  await run(
    sql,
    `insert into hearback.stir as known (workspace_id, key, channel_id, thread_message, message_id, parent_message, who, is_reaction, mood, gone, at)
     select distinct on (2) $1, ${KEY}, said.channel_id, said.thread_message, said.message_id, said.parent_message,
       case when said.user_id = '' then '' else hearback.person_tag($1, said.user_id) end, said.emoji is not null, said.mood, said.gone, said.at
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::smallint[], $9::boolean[], $10::timestamptz[])
       as said (channel_id, thread_message, message_id, parent_message, user_id, emoji, mood, gone, at)
     where hearback.withheld($1, said.user_id, said.at) is null
     order by 2, said.at desc, said.gone desc
     on conflict (workspace_id, key) do update set gone = excluded.gone, at = excluded.at
       where (excluded.at, excluded.gone) > (known.at, known.gone)`,
    [
      workspaceId,
      stirs.map((each) => each.channelId),
      stirs.map((each) => each.threadMessage),
      stirs.map((each) => each.messageId),
      stirs.map((each) => each.parentMessage),
      stirs.map((each) => each.userId),
      stirs.map((each) => each.emoji),
      stirs.map((each) => each.mood),
      stirs.map((each) => each.gone),
      stirs.map((each) => each.at),
    ],
  );
  await forgetBelowDeleted(work, workspaceId, stirs);
  await joinThreads(work, workspaceId, stirs);
}

/** With a message its reactions go, whichever of them is heard of first. */
async function forgetBelowDeleted(
  { sql }: Step,
  workspaceId: WorkspaceId,
  stirs: readonly Stir[],
): Promise<void> {
  const messages = stirs.map(({ channelId, messageId }) => keyOf(channelId, messageId));
  await run(
    sql,
    `update hearback.stir felt set gone = true from hearback.stir said
     where said.workspace_id = $1 and said.key = any($2::text[]) and said.gone and felt.workspace_id = $1
       and felt.channel_id = said.channel_id and felt.message_id = said.message_id and felt.is_reaction and not felt.gone`,
    [workspaceId, [...new Set(messages)]],
  );
}

/** What was said has this key; reactions have their own. */
const keyOf = (channelId: string, messageId: string) => `m/${channelId}/${messageId}`;

/** An answer belongs to the thread of what it answers, and so does a reaction, whichever of them came first. */
async function joinThreads({ sql }: Step, workspaceId: WorkspaceId, stirs: readonly Stir[]): Promise<void> {
  let above = stirs.flatMap(({ channelId, messageId, parentMessage }) => [
    keyOf(channelId, messageId),
    keyOf(channelId, parentMessage ?? messageId),
  ]);
  for (let step = 0; above.length > 0 && step < CHAIN_MAX; step += 1) {
    const moved = await rows(
      sql,
      z.object({ key: z.string(), isReaction: z.boolean() }),
      `update hearback.stir below set thread_message = said.thread_message from hearback.stir said
       where said.workspace_id = $1 and said.key = any($2::text[]) and below.workspace_id = $1 and below.channel_id = said.channel_id
         and below.parent_message = said.message_id and below.key <> said.key and below.thread_message <> said.thread_message
       returning below.key, below.is_reaction as "isReaction"`,
      [workspaceId, [...new Set(above)]],
    );
    above = moved.filter(({ isReaction }) => !isReaction).map(({ key }) => key);
  }
}
