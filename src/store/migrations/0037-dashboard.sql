-- What the pages of the dashboard are read by: a part of the list at a time, however long the record is.

-- The most urgent first, of those that are open.
create index cases_urgent on hearback.cases
  (workspace_id, array_position(array['urgent', 'high', 'normal', 'low'], severity), opened_at, number)
  where state in ('new', 'open', 'waiting_on_member', 'waiting_on_team', 'reopened');
-- The newest first, of a few among many.
create index cases_handler on hearback.cases (workspace_id, handler_id, opened_at) where handler_id is not null;
create index cases_kind on hearback.cases (workspace_id, kind, opened_at);
create index cases_channel on hearback.cases (workspace_id, source_channel, opened_at) where source_channel is not null;
create index case_department_name on hearback.case_department (department, case_id);

-- Figures of a time.
create index close_request_answered on hearback.close_request (answered_at) where answered_at is not null;
create index history_reopened on hearback.history (case_id) where action = 'reopened';
create index gift_given on hearback.gift (workspace_id, given_at) where given_at is not null;
