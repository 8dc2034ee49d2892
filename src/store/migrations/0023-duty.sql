-- The case rests until the member writes; `snoozed_until` is when it comes back all the same.
alter table hearback.cases add column snoozed_for_member boolean not null default false;

-- Who looks at which case, because they had time and asked for one.
create table hearback.offer (
  case_id bigint not null references hearback.cases on delete cascade,
  user_id text not null,
  -- Nobody else is given it before.
  until timestamptz not null,
  -- They wanted another one: they are not given this one before.
  passed_until timestamptz,
  primary key (case_id, user_id)
);
create index offer_user on hearback.offer (user_id);
