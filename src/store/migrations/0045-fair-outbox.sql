-- Whose a row is: what one community has waiting must not keep the rows of another from going out. Empty where it is everybody's.
alter table hearback.outbox add column workspace_id text not null default '';

-- The relay takes the oldest rows of each community in turn.
create index outbox_waiting_of_each on hearback.outbox (workspace_id, run_at, outbox_id)
  where dispatched_at is null and done_at is null and failed_at is null;
drop index hearback.outbox_waiting;
