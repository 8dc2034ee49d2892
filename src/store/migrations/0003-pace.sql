-- When calls to the platforms were made and may be made. Nothing here is feedback: losing it costs a rate limit at most.

-- What is counted by, and its lock.
create table hearback.pace (
  key text primary key,
  -- The platform asked everybody to wait until then.
  held_until timestamptz
);

-- Calls that were made (no ticket), and moments kept for those that wait.
create table hearback.pace_turn (
  key text not null,
  at timestamptz not null,
  ticket text
);
create index pace_turn_at on hearback.pace_turn (key, at);
create unique index pace_turn_ticket on hearback.pace_turn (ticket, key) where ticket is not null;

-- Limits a platform tells only with its answers.
create table hearback.pace_limit (
  name text primary key,
  bucket text not null,
  calls integer not null,
  per_ms integer not null,
  learned_at timestamptz not null
);
create index pace_limit_bucket on hearback.pace_limit (bucket);

-- A turn is asked for in one step: with one question after another the locks would be held while messages travel, and in a
-- burst everybody would wait for that.

-- Locks what a call is counted by, always in one order. After a crash the last turns may be forgotten: waiting for the disk at
-- every call would cost more.
create function hearback.lock_pace(keys text[]) returns void language plpgsql as $$
declare
  locked integer;
begin
  perform set_config('synchronous_commit', 'off', true);
  loop
    perform from hearback.pace where key = any (keys) order by key for update;
    get diagnostics locked = row_count;
    exit when locked >= cardinality(keys);
    insert into hearback.pace (key) select key from unnest(keys) as key order by key on conflict do nothing;
  end loop;
end $$;

-- Until when a platform holds such calls back; now, when it does not. Longer than an hour nobody does: a clock was put back.
create function hearback.held_until(keys text[], moment timestamptz) returns timestamptz language sql as $$
  select coalesce(max(held_until), moment) from hearback.pace
  where key = any (keys) and held_until > moment and held_until <= moment + interval '1 hour 1 second'
$$;

-- The first moment from `since` on with room under a limit that many lines share. With fewer than `calls` others less than a span
-- away on either side, no span that holds it holds too many.
create function hearback.room_under(the_key text, calls integer, span_ms float8, since timestamptz)
returns timestamptz language plpgsql as $$
declare
  span constant interval := span_ms * interval '1 millisecond';
  found timestamptz;
begin
  -- In the select list a series is made one by one, as far as it is needed.
  select moment into found
  from (select since + step * span / 20 as moment from (select generate_series(0, 36000) as step) as steps) as ahead
  where (
    select count(*) from hearback.pace_turn where key = the_key and at > moment - span and at < moment + span
  ) < calls
  limit 1;
  return coalesce(found, since);
end $$;

-- Goes through when the ticket's moment has come or there is room now; else keeps a moment for the ticket.
-- `is_ahead`: the call comes later, and its moment is still kept then. `now_is`: for tests; null is the database's clock.
-- Answers how long to wait (ms); 0: the call is counted and may be made.
create function hearback.take_turn(
  the_ticket text, line_key text, line_calls integer, line_ms float8,
  ceiling_key text, ceiling_calls integer, ceiling_ms float8, is_ahead boolean, now_is timestamptz
) returns float8 language plpgsql as $$
declare
  keys constant text[] := array_remove(array[line_key, ceiling_key], null);
  span constant interval := line_ms * interval '1 millisecond';
  -- Between two spans, so that small delays of those who come for their moment do not add up.
  span_and_more constant interval := span * 1.01;
  -- A moment is kept so long for who is late; then it goes to the end of the line.
  kept constant interval := '60 seconds';
  -- Clocks within this agree.
  skew constant interval := '1 second';
  moment timestamptz;
  held timestamptz;
  own timestamptz;
  waiting bigint;
  furthest timestamptz;
  before timestamptz;
  slot timestamptz;
begin
  perform hearback.lock_pace(keys);
  moment := coalesce(now_is, clock_timestamp());
  held := hearback.held_until(keys, moment);
  -- Made in the future: the clock was put back.
  delete from hearback.pace_turn where key = line_key and ticket is null and at > moment + skew;
  select count(*) into waiting from hearback.pace_turn
  where key = line_key and at > moment and ticket is not null and ticket <> the_ticket;
  -- No moment can lie further ahead than those kept before it need.
  furthest := held + (waiting / line_calls + 1) * span_and_more + skew;

  select at into own from hearback.pace_turn where key = line_key and ticket = the_ticket;
  if own > moment and own <= furthest then
    return extract(epoch from own - moment)::float8 * 1000;
  end if;
  if own <= moment and own > moment - kept and held <= moment then
    -- Its moment has come. Those before it may have come late: then it moves on a little.
    select at into before from hearback.pace_turn where key = line_key and ticket is null order by at desc offset line_calls - 1 limit 1;
    slot := greatest(moment, before + span);
    update hearback.pace_turn set at = slot, ticket = case when slot > moment or is_ahead then the_ticket end where ticket = the_ticket;
    return extract(epoch from slot - moment)::float8 * 1000;
  end if;
  delete from hearback.pace_turn where ticket = the_ticket;

  -- The end of the line. Moments nobody came for are not counted.
  select at into before from hearback.pace_turn
  where key = line_key and (ticket is null or at > moment - kept) order by at desc offset line_calls - 1 limit 1;
  slot := greatest(held, before + span_and_more);
  if slot > furthest then
    -- Kept by a clock that was put back since then.
    delete from hearback.pace_turn where key = line_key and at > furthest;
    slot := held;
  end if;
  if ceiling_key is not null then
    slot := hearback.room_under(ceiling_key, ceiling_calls, ceiling_ms, slot);
  end if;
  insert into hearback.pace_turn (key, at, ticket)
  select key, slot, case when slot > moment or is_ahead then the_ticket end from unnest(keys) as key;
  return extract(epoch from slot - moment)::float8 * 1000;
end $$;

-- A turn of work nobody waits for: half of a limit at once, beyond it at the pace of that half, and only while nobody stands in
-- line. The last place is never taken. Answers how long to wait before asking again (ms); 0: the call is counted and may be made.
create function hearback.take_spare_turn(
  line_key text, line_calls integer, line_ms float8,
  ceiling_key text, ceiling_calls integer, ceiling_ms float8, now_is timestamptz
) returns float8 language plpgsql as $$
declare
  keys constant text[] := array_remove(array[line_key, ceiling_key], null);
  share constant integer := greatest(1, line_calls / 2);
  every_ms constant float8 := line_ms / share;
  moment timestamptz;
  held timestamptz;
  recent bigint;
  latest timestamptz;
  since_ms float8;
  slot timestamptz;
begin
  perform hearback.lock_pace(keys);
  moment := coalesce(now_is, clock_timestamp());
  held := hearback.held_until(keys, moment);
  if held > moment then
    return extract(epoch from held - moment)::float8 * 1000;
  end if;
  -- Made in the future: the clock was put back.
  delete from hearback.pace_turn where key = line_key and ticket is null and at > moment + interval '1 second';
  if exists (select from hearback.pace_turn where key = line_key and ticket is not null and at > moment) then
    return every_ms;
  end if;
  select count(*), max(at) into recent, latest from hearback.pace_turn
  where key = line_key and at > moment - line_ms * interval '1 millisecond';
  since_ms := extract(epoch from moment - latest)::float8 * 1000;
  if line_calls > 1 and recent >= line_calls - 1 then
    return every_ms;
  end if;
  if recent >= share and since_ms < every_ms then
    return every_ms - since_ms;
  end if;
  if ceiling_key is not null then
    slot := hearback.room_under(ceiling_key, ceiling_calls, ceiling_ms, moment);
    if slot > moment then
      return extract(epoch from slot - moment)::float8 * 1000;
    end if;
  end if;
  insert into hearback.pace_turn (key, at) select key, moment from unnest(keys) as key;
  return 0;
end $$;

-- Why nothing can be posted somewhere, from the first failure until something arrives there: people are told once.
create table hearback.trouble (
  trouble_id bigint generated by default as identity primary key,
  workspace_id text not null,
  about text not null,
  reason text not null,
  since timestamptz not null,
  unique (workspace_id, about, reason)
);
