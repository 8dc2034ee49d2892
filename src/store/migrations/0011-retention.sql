-- What is to be done once a day: the day (in UTC) for which it has been asked last.
create table hearback.daily (
  kind text primary key,
  day date not null
);

-- Removing what is past its time finds it without looking at everything.
create index cases_ended on hearback.cases (closed_at) where closed_at is not null;
create index outbox_done on hearback.outbox (done_at) where done_at is not null;
create index interaction_at on hearback.interaction (at);
create index delivery_of_no_case on hearback.delivery (added_at) where case_id is null;
