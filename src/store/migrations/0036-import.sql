-- What was brought in from elsewhere, so that the same file brought in again changes nothing, also when it was stopped half-way.
create table hearback.imported (
  -- Where it came from: the record it was exported from, or what another program calls itself.
  source text not null,
  -- What it was called there, such as slack:T0123/12.
  key text not null,
  -- Null once the case was removed: it is not brought in again.
  case_id bigint references hearback.cases on delete set null,
  at timestamptz not null,
  primary key (source, key)
);
create index imported_case on hearback.imported (case_id);

-- A clock that ran where a case came from. It is on record and does nothing.
alter table hearback.clock drop constraint clock_state_check;
alter table hearback.clock add constraint clock_state_check check (state in ('running', 'stopped', 'held'));
