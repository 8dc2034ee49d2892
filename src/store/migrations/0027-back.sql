-- What a department has made of a case that was brought to it, and what people say in the threads of internal cards.

-- state: asked, taken, needs_more, elsewhere, declined, fixed, answered. words: why, or what is missing; stays inside.
alter table hearback.case_department
  add column state text not null default 'asked',
  add column question text not null default '',
  add column said_by text,
  add column said_at timestamptz,
  add column words text not null default '',
  add column link text;

-- Where it was written, for what stands in a thread: its edits and its deletion follow. department: whose card the thread hangs
-- from; null for the triage card, and for what came by a command.
alter table hearback.note
  add column workspace_id text,
  add column channel_id text,
  add column message_id text,
  add column permalink text not null default '',
  add column department text,
  add column deleted_at timestamptz;
create unique index note_message on hearback.note (workspace_id, channel_id, message_id) where message_id is not null;

-- Which card of ours a message stands below, in whatever community the card was posted.
create index delivery_card on hearback.delivery (posted_channel, posted_message)
  where posted_message is not null and place ->> 'type' = 'channel';

-- Every form it had, the first one too. Without text: it was deleted then.
create table hearback.note_version (
  note_id bigint not null references hearback.note on delete cascade,
  version int not null,
  text text,
  at timestamptz not null,
  primary key (note_id, version)
);
