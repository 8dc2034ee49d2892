-- What somebody has to do is found among what is open, however much has ended. A second or two for a million cases.

-- Open cases of one handler, or of nobody, the oldest first.
create index cases_open_of on hearback.cases (workspace_id, handler_id, opened_at, case_id)
  where state in ('new', 'open', 'waiting_on_member', 'waiting_on_team', 'reopened');
-- Answers somebody has begun.
create index reply_draft on hearback.reply (author_id, case_id) where state = 'draft';
-- What somebody follows.
create index follower_user on hearback.follower (user_id, case_id);
