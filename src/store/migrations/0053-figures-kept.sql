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
  if tg_op = 'UPDATE' and (old.workspace_id, old.at, old.group_id) = (new.workspace_id, new.at, new.group_id)
      and (new.what = 1 or new.value is not distinct from old.value) then
    perform hearback.figure_marked(new, true);
    return null;
  end if;
  if tg_op <> 'DELETE' then perform hearback.figure_marked(new, false); end if;
  if tg_op <> 'INSERT' then perform hearback.figure_marked(old, false); end if;
  return null;
end $$;

create trigger figure_made_late after insert on hearback.figure for each row
  when (new.at < now() - interval '1 day' and new.what <> 7) execute function hearback.figure_mark();
create trigger figure_changed_late after update on hearback.figure for each row
  when ((new.at < now() - interval '1 day' or old.at < now() - interval '1 day') and new.what <> 7) execute function hearback.figure_mark();
create trigger figure_gone_late after delete on hearback.figure for each row
  when (old.at < now() - interval '1 day' and old.what <> 7) execute function hearback.figure_mark();
