-- What a day came to hardly changes once it is over. A process keeps what it has counted of such a day, and counts it again when one of the
-- day's figures has changed since: each such change leaves a mark here, in its own transaction. What changes on the day itself and on the
-- next one leaves none: those days are counted at every look. Nobody waits for anybody: each transaction has marks of its own.
create table hearback.figure_past (
  workspace_id text not null,
  -- In UTC.
  day date not null,
  -- What has changed: how much happened, or only how the cases of the day stand by now, which a case of last week does every day.
  is_standing boolean not null,
  changed_by xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default now(),
  primary key (workspace_id, day, is_standing, changed_by)
);

create function hearback.figure_marked(f hearback.figure, standing boolean) returns void language sql as $$
  insert into hearback.figure_past (workspace_id, day, is_standing) values (f.workspace_id, (f.at at time zone 'UTC')::date, standing)
  on conflict do nothing
$$;
create function hearback.figure_mark() returns trigger language plpgsql as $$
begin
  -- A restore makes all of them anew, and nobody looks meanwhile.
  if current_setting('hearback.restoring', true) = 'on' then return null; end if;
  if tg_op = 'UPDATE' and (old.workspace_id, old.at, old.group_id) = (new.workspace_id, new.at, new.group_id) then
    -- A promise whose time is over counted as broken before anybody said so.
    if new.what = 7 and (old.flags, new.flags) = (3, 2) then return null; end if;
    if new.what = 1 or new.what <> 7 and new.value is not distinct from old.value then
      perform hearback.figure_marked(new, true);
      return null;
    end if;
  end if;
  if tg_op <> 'DELETE' then perform hearback.figure_marked(new, false); end if;
  if tg_op <> 'INSERT' then perform hearback.figure_marked(old, false); end if;
  return null;
end $$;

create trigger figure_made_late after insert on hearback.figure for each row
  when (new.at < now() - interval '1 day') execute function hearback.figure_mark();
create trigger figure_changed_late after update on hearback.figure for each row
  when (new.at < now() - interval '1 day' or old.at < now() - interval '1 day') execute function hearback.figure_mark();
create trigger figure_gone_late after delete on hearback.figure for each row
  when (old.at < now() - interval '1 day') execute function hearback.figure_mark();

-- Groups of the same channel and departments, whatever their kind and audience: by the number of one of them. Two of them that are made at
-- the same time may have one each, which are then added up.
alter table hearback.figure_group add column place integer;
update hearback.figure_group g set place = first from (
  select group_id, min(group_id) over (partition by workspace_id, channel_id, departments) as first from hearback.figure_group) as each where each.group_id = g.group_id;
alter table hearback.figure_group alter place set not null;
create index figure_group_place on hearback.figure_group (workspace_id, channel_id, departments);

create function hearback.figure_group_placed() returns trigger language plpgsql as $$
begin
  select coalesce(min(place), new.group_id) into new.place from hearback.figure_group g
    where (g.workspace_id, g.channel_id, g.departments) = (new.workspace_id, new.channel_id, new.departments);
  return new;
end $$;
create trigger figure_group_made before insert on hearback.figure_group for each row execute function hearback.figure_group_placed();
-- Also while a record is restored.
alter table hearback.figure_group enable always trigger figure_group_made;
