-- Which process listens to which shard of Discord, and how far it has got, so that whoever takes a shard over goes on from there.
-- Nothing here is feedback: without it the next one begins a new session, and what was missed is looked for.

-- Processes that listen. One is there until `until`, and for as long as a connection of its own holds the lock of its number: a
-- process that was killed is noticed at once, one that stands still or whose host is gone when its time is over.
create table hearback.gateway (
  gateway_id integer generated always as identity primary key,
  until timestamptz not null
);

-- How many shards there are to be.
create table hearback.gateway_plan (
  is_only boolean primary key default true check (is_only),
  shard_count integer not null
);

-- While their number changes there are shards of both: the old ones are given up once all new ones are heard.
create table hearback.gateway_shard (
  shard_count integer not null,
  shard integer not null,
  gateway_id integer references hearback.gateway on delete set null,
  is_heard boolean not null default false,
  -- Everything up to here has been dealt with. https://docs.discord.com/developers/events/gateway#resuming
  session_id text,
  sequence bigint,
  resume_url text,
  primary key (shard_count, shard),
  check (shard >= 0 and shard < shard_count)
);

-- Says that `me` is still there and how far it has got, and tells what it holds from now on. One at a time, so that each shard has one
-- owner. A number is never given twice: who was taken for gone and comes back finds its shards with somebody else, and changes nothing.
create function hearback.gateway_beat(me integer, lease_ms integer, wanted integer, held jsonb)
returns table (shard_count integer, shard integer, session_id text, sequence bigint, resume_url text, is_to_go boolean, gateways integer)
language plpgsql as $$
#variable_conflict use_column
declare
  at timestamptz;
  planned integer;
  live integer;
  older integer;
  quota integer;
  is_complete boolean;
begin
  perform pg_advisory_xact_lock(4332246, 0);
  at := clock_timestamp();
  insert into hearback.gateway as g (gateway_id, until) overriding system value
    values (me, at + lease_ms * interval '1 millisecond') on conflict (gateway_id) do update set until = excluded.until;
  delete from hearback.gateway g where g.gateway_id <> me and (g.until < at or not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = 4332246 and l.objid = g.gateway_id and l.objsubid = 2 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())));

  update hearback.gateway_shard s set is_heard = h."isHeard", session_id = h."sessionId", sequence = h.sequence, resume_url = h."resumeUrl"
    from jsonb_to_recordset(held) as h(count integer, shard integer, "isHeard" boolean, "sessionId" text, sequence bigint, "resumeUrl" text)
    where s.shard_count = h.count and s.shard = h.shard and s.gateway_id = me
      and (s.is_heard, s.session_id, s.sequence, s.resume_url) is distinct from (h."isHeard", h."sessionId", h.sequence, h."resumeUrl");

  -- Of several who want different numbers the one that started last decides: it has the newest settings.
  select p.shard_count into planned from hearback.gateway_plan p;
  if wanted is distinct from planned and wanted is not null
    and (planned is null or me = (select max(g.gateway_id) from hearback.gateway g)) then
    insert into hearback.gateway_plan as p (shard_count) values (wanted) on conflict (is_only) do update set shard_count = excluded.shard_count;
    insert into hearback.gateway_shard (shard_count, shard) select wanted, n from generate_series(0, wanted - 1) n on conflict do nothing;
    planned := wanted;
    perform pg_notify('hearback_shards', '');
  end if;
  -- Nobody takes up an old one again.
  delete from hearback.gateway_shard s where s.shard_count <> planned and s.gateway_id is null;
  is_complete := not exists (
    select from hearback.gateway_shard s where s.shard_count = planned and (s.gateway_id is null or not s.is_heard));

  select count(*), count(*) filter (where g.gateway_id < me) into live, older from hearback.gateway g;
  quota := planned / live + case when older < planned % live then 1 else 0 end;
  update hearback.gateway_shard s set gateway_id = me, is_heard = false
    where s.shard_count = planned and s.shard = any (array(
      select f.shard from hearback.gateway_shard f where f.shard_count = planned and f.gateway_id is null order by f.shard
      limit greatest(0, quota - (select count(*) from hearback.gateway_shard m where m.shard_count = planned and m.gateway_id = me))));

  return query select s.shard_count, s.shard, s.session_id, s.sequence, s.resume_url,
    case when s.shard_count = planned then row_number() over (partition by s.shard_count order by s.shard) > quota else is_complete end, live
    from hearback.gateway_shard s where s.gateway_id = me;
end $$;
