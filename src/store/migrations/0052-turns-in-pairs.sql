-- Whoever comes late for a kept moment must find room under the wider limit too, room can be kept for the call that follows, and a line
-- can drip: so many calls at once after a pause, then one after each span.

drop function hearback.take_turn(text, text, integer, float8, text, integer, float8, boolean, timestamptz);

-- The first moment at which a line has room again; null: any. Moments that are kept count from `since` on, and not at all without it.
-- Of a line that drips the latest 200 calls count: a span is a little longer than it has to be, which makes up for what is forgotten.
create function hearback.line_free(the_key text, calls integer, span interval, drips boolean, since timestamptz)
returns timestamptz language plpgsql as $$
declare
  free timestamptz;
begin
  if drips then
    select max(at + (nth - calls + 1) * span) into free
    from (
      select at, row_number() over (order by at desc) as nth
      from (
        select at from hearback.pace_turn where key = the_key and (ticket is null or at > since) order by at desc limit 200
      ) as latest
    ) as numbered
    where nth >= calls;
  else
    select at + span into free from hearback.pace_turn
    where key = the_key and (ticket is null or at > since) order by at desc offset calls - 1 limit 1;
  end if;
  return free;
end $$;

-- Goes through when the ticket's moment has come or there is room now; else keeps a moment for the ticket.
-- `is_ahead`: the call comes later, and its moment is still kept then. `now_is`: for tests; null is the database's clock.
-- `next_ticket`, `next_key`: the call that follows this one at once, and its line; the same moment is kept for it.
-- Answers how long to wait (ms); 0: the call is counted and may be made.
create function hearback.take_turn(
  the_ticket text, line_key text, line_calls integer, line_ms float8, line_drips boolean,
  ceiling_key text, ceiling_calls integer, ceiling_ms float8,
  next_ticket text, next_key text, is_ahead boolean, now_is timestamptz
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
  furthest := held + (waiting / case when line_drips then 1 else line_calls end + line_calls) * span_and_more + skew;

  select at into own from hearback.pace_turn where key = line_key and ticket = the_ticket;
  if own > moment and own <= furthest then
    return extract(epoch from own - moment)::float8 * 1000;
  end if;
  if own <= moment and own > moment - kept and held <= moment then
    -- Its moment has come. Those before it may have come late: then it moves on a little.
    slot := greatest(moment, hearback.line_free(line_key, line_calls, span, line_drips, null));
    if ceiling_key is not null then
      -- The same under the wider limit: others may have come late, and this one may be late itself.
      slot := greatest(slot, hearback.line_free(ceiling_key, ceiling_calls, ceiling_ms * interval '1 millisecond', false, null));
    end if;
    update hearback.pace_turn set at = slot, ticket = case when slot > moment or is_ahead then the_ticket end where ticket = the_ticket;
    return extract(epoch from slot - moment)::float8 * 1000;
  end if;
  delete from hearback.pace_turn where ticket in (the_ticket, next_ticket);

  -- The end of the line. Moments nobody came for are not counted.
  slot := greatest(held, hearback.line_free(line_key, line_calls, span_and_more, line_drips, moment - kept));
  if slot > furthest then
    -- Kept by a clock that was put back since then.
    delete from hearback.pace_turn where key = line_key and at > furthest;
    slot := held;
  end if;
  if ceiling_key is not null then
    slot := hearback.room_under(
      ceiling_key, greatest(1, ceiling_calls - case when next_ticket is null then 0 else 1 end), ceiling_ms, slot
    );
  end if;
  insert into hearback.pace_turn (key, at, ticket)
  select key, slot, case when slot > moment or is_ahead then the_ticket end from unnest(keys) as key;
  if next_ticket is not null then
    insert into hearback.pace_turn (key, at, ticket)
    select key, slot, next_ticket from unnest(array_remove(array[next_key, ceiling_key], null)) as key;
  end if;
  return extract(epoch from slot - moment)::float8 * 1000;
end $$;
