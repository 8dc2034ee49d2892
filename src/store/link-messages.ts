import { z } from 'zod';
import { addMentions, linkMessage } from './messages.ts';
import { json, rows } from './sql.ts';
import type { NewMessage } from './store.ts';
import type { Work } from './work.ts';

const linkedRow = z.object({ place: z.number(), messageRowId: z.number(), isNew: z.boolean() });

/** What `linkMessage` does, for all that come with one new case: one statement, since nobody else opens a case of the community meanwhile. */
export async function linkMessages(
  work: Work,
  caseId: number,
  messages: readonly NewMessage[],
): Promise<void> {
  const together = messages.filter(({ snapshot }) => snapshot.files.length === 0);
  const linked =
    together.length === 0 ? [] : await rows(work.sql, linkedRow, LINK, [caseId, asJson(together)]);
  for (const { place, messageRowId, isNew } of linked) {
    const mentions = together[place]?.snapshot.mentions ?? [];
    if (!isNew) await addMentions(work.sql, messageRowId, mentions);
  }
  // Ones with files, whose bytes are asked for; and whatever somebody else wrote down at this very moment.
  const places = new Set(linked.map(({ place }) => together[place]));
  for (const message of messages) if (!places.has(message)) await linkMessage(work, caseId, message);
}

function asJson(messages: readonly NewMessage[]): string {
  return json(
    messages.map(
      ({ role, snapshot: { ref, threadRoot, author, permalink, postedAt, mentions, text } }, place) => ({
        place,
        role,
        ...ref,
        threadChannel: threadRoot?.channelId,
        threadMessage: threadRoot?.messageId,
        authorId: author.userId,
        authorName: author.name,
        isBot: author.isBot,
        permalink,
        postedAt,
        mentions: mentions ?? [],
        text,
      }),
    ),
  );
}

/** Nothing of those who do not want to be recorded. A message that is known keeps what is known of it. */
const LINK = `with said as materialized (
    select * from jsonb_to_recordset($2::jsonb) as said (place int, role text, "workspaceId" text, "channelId" text, "messageId" text,
      "threadChannel" text, "threadMessage" text, "authorId" text, "authorName" text, "isBot" boolean, permalink text,
      "postedAt" timestamptz, mentions text[], text text)
    where hearback.withheld("workspaceId", "authorId", "postedAt") is null),
  made as (
    insert into hearback.message (workspace_id, channel_id, message_id, thread_channel, thread_message, author_id, author_name,
      author_is_bot, permalink, posted_at, mentions)
    select "workspaceId", "channelId", "messageId", "threadChannel", "threadMessage", "authorId", "authorName",
      "isBot", permalink, "postedAt", mentions from said order by place
    on conflict (workspace_id, channel_id, message_id) do nothing
    returning message_row_id, workspace_id, channel_id, message_id),
  here as (
    select said.*, message_row_id, true as is_new from said
      join made on (workspace_id, channel_id, message_id) = ("workspaceId", "channelId", "messageId")
    union all
    select said.*, message_row_id, false from said
      join hearback.message on (workspace_id, channel_id, message_id) = ("workspaceId", "channelId", "messageId")),
  versions as (
    insert into hearback.message_version (message_row_id, version, text, at)
    select message_row_id, 1, text, "postedAt" from here where is_new),
  links as (
    insert into hearback.case_message (case_id, message_row_id, role)
    select $1, message_row_id, role from here order by place on conflict do nothing)
  select place, message_row_id as "messageRowId", is_new as "isNew" from here`;
