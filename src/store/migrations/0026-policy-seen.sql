-- The times of the policy that running clocks were last computed with.
create table hearback.policy_seen (
  is_only boolean primary key default true check (is_only),
  -- SHA-256 of them.
  fingerprint text not null,
  -- Raised with every change; a job of an older one does nothing.
  generation integer not null
);

-- It has rung, or somebody has put it off: when it rings next is no longer for the policy to say.
alter table hearback.clock add column is_put_off boolean not null default false;
update hearback.clock set is_put_off = step > 0 or set_by = 'person' where state = 'running';
-- When those of an older version were started is not known, so nothing can be computed from it.
update hearback.clock set is_put_off = true where state = 'running' and started_at >= due_at;

-- By when the member hears from us again, as the words say.
alter table hearback.reply add column promises timestamptz;
