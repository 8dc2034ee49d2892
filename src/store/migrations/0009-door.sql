-- The way into the pages. Only hashes of what opens it are kept: whoever reads the database cannot enter with it.

create table hearback.access_link (
  -- SHA-256 of the token in the address.
  token_hash bytea primary key,
  workspace_id text not null,
  user_id text not null,
  purpose text not null check (purpose in ('dashboard', 'download')),
  -- What is downloaded.
  what text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((what is null) = (purpose = 'dashboard'))
);
create index access_link_person on hearback.access_link (workspace_id, user_id, created_at);
create index access_link_expires on hearback.access_link (expires_at);

create table hearback.session (
  -- SHA-256 of the token in the cookie.
  token_hash bytea primary key,
  workspace_id text not null,
  user_id text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on hearback.session (workspace_id, user_id, created_at);
create index session_expires on hearback.session (expires_at);
