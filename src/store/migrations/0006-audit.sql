-- Who saw or changed what: a chain of hashes for each workspace. A row that is changed, removed, added or moved later is noticed.

create table hearback.audit_head (
  workspace_id text primary key,
  seq bigint not null,
  hash text not null
);

create table hearback.audit (
  workspace_id text not null,
  seq bigint not null,
  at timestamptz not null,
  action text not null,
  case_number integer,
  -- Numbers and hashes about the log itself, never about a person.
  facts jsonb,
  -- Who it was, with ids and keys that say more. Emptied when that person is erased: the hash holds only the commitment to them.
  actor_id text,
  detail jsonb,
  salt text,
  commitment text not null,
  hash text not null,
  primary key (workspace_id, seq)
);
create index audit_case on hearback.audit (workspace_id, case_number, seq) where case_number is not null;
create index audit_actor on hearback.audit (workspace_id, actor_id, seq) where actor_id is not null;
