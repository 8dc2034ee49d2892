-- The mood of a time is read from sums by channel and hour, also of the days whose messages are still there: a week of a large community
-- is some thousand rows then, and not one for each message. Until now hearback.mood_hour had what is forgotten alone, and still has
-- that; what is there still is followed by triggers, in the transaction that changes it and once for each statement. Always in the same
-- order, so that two who change several hours do not wait for each other crosswise.

alter table hearback.mood_hour
  -- Reactions that are not forgotten; of what somebody felt about one message in an hour, one counts.
  add column felt_upset integer not null default 0,
  add column felt_praise integer not null default 0;
create index stir_felt on hearback.stir (workspace_id, at) where is_reaction;

-- What is there from now on (n = 1), or not any more (-1).
create type hearback.mood_change as (
  workspace_id text, channel_id text, message_id text, at timestamptz, mood smallint, is_reaction boolean, counts boolean, n integer);

create function hearback.mood_add(changes hearback.mood_change[]) returns void language sql as $$
  insert into hearback.mood_hour as known (workspace_id, channel_id, hour, messages, upset, praise)
  select workspace_id, channel_id, hour, messages, upset, praise from (
    select workspace_id, channel_id, date_trunc('hour', at, 'UTC') as hour, sum(n) as messages,
      sum(n * (mood < 0)::int) as upset, sum(n * (mood > 0)::int) as praise
    from unnest(changes) where counts and not is_reaction group by 1, 2, 3) as each
  where messages <> 0 or upset <> 0 or praise <> 0 order by workspace_id, hour, channel_id
  on conflict (workspace_id, hour, channel_id) do update set messages = known.messages + excluded.messages,
    upset = known.upset + excluded.upset, praise = known.praise + excluded.praise
$$;

-- Counts the reactions of some hours anew. A heart below angry words agrees with them.
create function hearback.mood_feel(changes hearback.mood_change[]) returns void language sql as $$
  with touched as materialized (
    select workspace_id, date_trunc('hour', at, 'UTC') as hour from unnest(changes) where is_reaction
    union
    select r.workspace_id, date_trunc('hour', r.at, 'UTC') from unnest(changes) c join hearback.stir r using (workspace_id, channel_id, message_id)
    where not c.is_reaction and c.mood < 0 and r.is_reaction),
  felt as (
    select r.workspace_id, r.channel_id, t.hour, max((r.mood < 0)::int) as upset,
      max((r.mood > 0 and not exists (select from hearback.stir m where m.workspace_id = r.workspace_id
        and m.key = 'm/' || r.channel_id || '/' || r.message_id and m.mood < 0))::int) as praise
    from touched t join hearback.stir r on r.workspace_id = t.workspace_id and r.at >= t.hour and r.at < t.hour + interval '1 hour'
    where r.is_reaction and not r.gone group by 1, 2, 3, r.who, r.message_id)
  insert into hearback.mood_hour as known (workspace_id, channel_id, hour, messages, upset, praise, felt_upset, felt_praise)
  select workspace_id, channel_id, hour, 0, 0, 0, sum(upset), sum(praise) from (
    select workspace_id, channel_id, hour, upset, praise from felt
    union all
    -- Where there is none any more.
    select m.* from touched t cross join lateral (
      -- Asked of each hour, however many there are.
      select workspace_id, channel_id, hour, 0, 0 from hearback.mood_hour m
      where m.workspace_id = t.workspace_id and m.hour = t.hour and (felt_upset > 0 or felt_praise > 0) offset 0) as m) as each
  group by 1, 2, 3 order by 1, 3, 2
  on conflict (workspace_id, hour, channel_id) do update set felt_upset = excluded.felt_upset, felt_praise = excluded.felt_praise
    where (known.felt_upset, known.felt_praise) <> (excluded.felt_upset, excluded.felt_praise)
$$;

create function hearback.mood_follow() returns trigger language plpgsql as $$
declare
  changes hearback.mood_change[];
begin
  -- A backup has the sums.
  if current_setting('hearback.restoring', true) = 'on' then return null; end if;
  if tg_op = 'INSERT' then
    changes := array(select (workspace_id, channel_id, message_id, at, mood, is_reaction, not gone, 1)::hearback.mood_change from came);
  elsif tg_op = 'DELETE' then
    changes := array(select (workspace_id, channel_id, message_id, at, mood, is_reaction, not gone, -1)::hearback.mood_change from went);
  else
    changes := array(select (c.workspace_id, c.channel_id, c.message_id, each.at, c.mood, c.is_reaction, not each.gone, each.n)::hearback.mood_change
      from came c join went w using (workspace_id, key) cross join lateral (values (c.at, c.gone, 1), (w.at, w.gone, -1)) as each (at, gone, n)
      where (c.at, c.gone) <> (w.at, w.gone));
  end if;
  if cardinality(changes) > 0 then
    perform hearback.mood_add(changes);
    perform hearback.mood_feel(changes);
  end if;
  return null;
end $$;

-- What is being counted just now is waited for, so that none is left out. Some seconds for a million messages.
lock table hearback.stir in share row exclusive mode;
do $$
declare
  there hearback.mood_change[];
begin
  there := array(select (workspace_id, channel_id, message_id, at, mood, is_reaction, not gone, 1)::hearback.mood_change from hearback.stir);
  perform hearback.mood_add(there);
  perform hearback.mood_feel(there);
end $$;

create trigger mood_stir_made after insert on hearback.stir referencing new table as came
  for each statement execute function hearback.mood_follow();
create trigger mood_stir_changed after update on hearback.stir referencing old table as went new table as came
  for each statement execute function hearback.mood_follow();
create trigger mood_stir_gone after delete on hearback.stir referencing old table as went
  for each statement execute function hearback.mood_follow();
