-- What waits, is held up or was given up is seen, replayed or let go by the operator (`hearback queue`).

alter table hearback.outbox
  -- How often it was tried, as far as it had an end; the queue's own repetitions are counted with the last.
  add column attempts integer not null default 0,
  -- Since when something that is put right by others keeps it from being done; failure_code says what.
  add column held_since timestamptz,
  -- Let go by the operator: done, with the reason why it was not.
  add column dropped_at timestamptz,
  add column drop_reason text;

alter table hearback.delivery
  add column failed_at timestamptz,
  add column dropped_at timestamptz,
  add column drop_reason text;
update hearback.delivery set failed_at = coalesce(first_tried_at, added_at) where state = 'failed';
create index delivery_failed on hearback.delivery (failed_at) where state = 'failed' and dropped_at is null;
