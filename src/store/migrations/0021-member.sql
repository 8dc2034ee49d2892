-- What the member says reaches its case: by the message it answers, and by what was said to them last.
create index delivery_posted on hearback.delivery (workspace_id, posted_channel, posted_message) where posted_message is not null;

-- Once it has arrived, the case waits for the member.
alter table hearback.reply add column waits boolean not null default false;
-- Since when it is on its way: what the member has said after that it cannot answer. Not known of those of an older version.
alter table hearback.reply add column queued_at timestamptz;
