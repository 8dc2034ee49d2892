-- Clocks know what was promised, and whether it was kept.
alter table hearback.clock
  add column subject text not null default '',
  add column started_at timestamptz,
  add column deadline timestamptz,
  add column set_by text not null default 'policy' check (set_by in ('policy', 'person')),
  add column stopped_at timestamptz,
  -- What it waited for has happened.
  add column met boolean not null default false;
update hearback.clock set kind = 'update_due' where kind = 'follow_up';
update hearback.delivery set body = jsonb_set(body, '{clock}', '"update_due"')
  where body ->> 'type' = 'reminder' and body ->> 'clock' = 'follow_up';
-- When those that ran so far were started is not known: what they promised is when they ring.
update hearback.clock set deadline = due_at, started_at = due_at where deadline is null;
alter table hearback.clock alter column deadline set not null, alter column started_at set not null;
drop index hearback.clock_running;
-- Those that were stopped as well: a case that is deleted takes them along.
create index clock_case on hearback.clock (case_id);
create unique index clock_running on hearback.clock (case_id, kind, subject) where state = 'running';
-- The promises of a month, for the share that was kept.
create index clock_promises on hearback.clock (deadline) where kind = 'update_due';

alter table hearback.reply drop constraint reply_purpose_check;
alter table hearback.reply add constraint reply_purpose_check
  check (purpose in ('answer', 'update', 'nudge', 'closing', 'gift', 'community', 'thanks'));

-- What people who work on cases have said of themselves.
create table hearback.person (
  workspace_id text not null,
  user_id text not null,
  -- IANA; null: what the platform says of them, else the community's.
  time_zone text,
  -- They have been asked for it.
  zone_asked_at timestamptz,
  away_until timestamptz,
  -- Who looks after their cases meanwhile.
  stand_in text,
  -- When their list of what is due comes, by their own clock: `08:30`; null: it does not.
  to_do_at text check (to_do_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  primary key (workspace_id, user_id)
);
