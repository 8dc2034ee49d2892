-- Which accounts are one person, as admins say. workspace_id: the community whose admin says so, and whose person user_id is.
create table hearback.identity_link (
  workspace_id text not null,
  user_id text not null,
  other_workspace text not null,
  other_user text not null,
  linked_by text,
  linked_at timestamptz not null,
  primary key (workspace_id, user_id, other_workspace, other_user)
);

-- Whom an id in the record of a community stands for: a bare id is one of its own platform, slack:T1/U1 one of elsewhere. Ids are
-- unique on a whole platform, so its workspaces make no difference. The same as personIn of src/chat/account.ts.
create function hearback.person_in(home text, id text) returns text language sql immutable parallel safe as $$
  select case when id ~ '^[a-z]+:[^\s/]+/\S+$' and split_part(id, ':', 1) = split_part(home, ':', 1)
    then substr(id, strpos(id, '/') + 1) else id end
$$;

-- An account, for comparing: discord/123.
create function hearback.person_key(home text, id text) returns text language sql immutable parallel safe as $$
  select case when id ~ '^[a-z]+:[^\s/]+/\S+$' then split_part(id, ':', 1) || substr(id, strpos(id, '/'))
    else split_part(home, ':', 1) || '/' || id end
$$;

create index identity_link_one on hearback.identity_link (hearback.person_key(workspace_id, user_id));
create index identity_link_other on hearback.identity_link (hearback.person_key(other_workspace, other_user));

-- All accounts of a person, for comparing: links of links too, whoever made them. In whichever workspaces of their platforms they are.
create function hearback.account_keys(home text, id text) returns setof text language sql stable parallel safe rows 2 cost 10 as $$
  with recursive same (key) as (
    select hearback.person_key(home, id)
    union
    select case when hearback.person_key(l.workspace_id, l.user_id) = same.key
      then hearback.person_key(l.other_workspace, l.other_user) else hearback.person_key(l.workspace_id, l.user_id) end
    from same join hearback.identity_link l
      on hearback.person_key(l.workspace_id, l.user_id) = same.key or hearback.person_key(l.other_workspace, l.other_user) = same.key
  )
  select key from same
$$;

-- The same accounts as the record of that community writes them; of those that nobody linked, the one that was asked for.
create function hearback.accounts(home text, id text) returns setof text language sql stable parallel safe rows 2 cost 10 as $$
  with same (key) as (select hearback.account_keys(home, id))
  select hearback.person_in(home, id)
  union
  select hearback.person_in(home, l.workspace_id || '/' || l.user_id)
    from same join hearback.identity_link l on hearback.person_key(l.workspace_id, l.user_id) = same.key
  union
  select hearback.person_in(home, l.other_workspace || '/' || l.other_user)
    from same join hearback.identity_link l on hearback.person_key(l.other_workspace, l.other_user) = same.key
$$;
