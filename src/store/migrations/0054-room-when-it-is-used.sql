-- Room under a limit that many lines share goes to whoever can use it first. It was kept with each moment in a line, however far back:
-- a few lines that asked early had it all, and the others nothing to do. It was looked for in steps of a twentieth of its span, too, and
-- moments beyond what a line alone needs were taken for those of a wrong clock, and given up.

-- The first moment from `since` on with room under a limit that many lines share. With fewer than `calls` others less than a span
-- away on either side, no span that holds it holds too many.
create or replace function hearback.room_under(the_key text, calls integer, span_ms float8, since timestamptz)
returns timestamptz language plpgsql as $$
declare
  span constant interval := span_ms * interval '1 millisecond';
  found timestamptz;
begin
  if (select count(*) from hearback.pace_turn where key = the_key and at > since - span and at < since + span) < calls then
    return since;
  end if;
  -- There is more room only when one has become a span old: of those that come after it, so many must be more than a span away then.
  select at + span into found
  from (
    select at, lead(at, calls) over (order by at) as later from hearback.pace_turn where key = the_key and at > since - span
  ) as others
  where later is null or later >= at + 2 * span
  order by at
  limit 1;
  return coalesce(found, since);
end $$;

-- Goes through when the ticket's moment has come or there is room now; else keeps a moment for the ticket.
-- `is_ahead`: the call comes later, and its moment is still kept then. `now_is`: for tests; null is the database's clock.
-- `next_ticket`, `next_key`: the call that follows this one at once, and its line; the same moment is kept for it.
-- Answers how long to wait (ms); 0: the call is counted and may be made.
create or replace function hearback.take_turn(
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
  -- A shorter wait is waited out by the call itself.
  in_place constant interval := '1 second';
  moment timestamptz;
  held timestamptz;
  own timestamptz;
  -- Whether there is room for it under the wider limit, now or at its moment.
  has_room boolean;
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
  if ceiling_key is not null then
    select count(*) into waiting from hearback.pace_turn where key = ceiling_key and at > moment and ticket is not null;
    furthest := furthest + (waiting / ceiling_calls + 1) * ceiling_ms * interval '1 millisecond';
  end if;

  select at into own from hearback.pace_turn where key = line_key and ticket = the_ticket;
  if own > moment and own <= furthest then
    return extract(epoch from own - moment)::float8 * 1000;
  end if;
  if own <= moment and own > moment - kept and held <= moment then
    -- Its moment has come. Those before it may have come late: then it moves on a little.
    slot := greatest(moment, hearback.line_free(line_key, line_calls, span, line_drips, null));
    has_room := ceiling_key is null or exists (select from hearback.pace_turn where key = ceiling_key and ticket = the_ticket);
    if not has_room then
      has_room := hearback.room_under(ceiling_key, ceiling_calls, ceiling_ms, slot) = slot;
      if has_room then
        insert into hearback.pace_turn (key, at, ticket) values (ceiling_key, slot, the_ticket);
      end if;
    elsif ceiling_key is not null then
      -- The same under the wider limit: others may have come late, and this one may be late itself.
      slot := greatest(slot, hearback.line_free(ceiling_key, ceiling_calls, ceiling_ms * interval '1 millisecond', false, null));
    end if;
    if has_room then
      update hearback.pace_turn set at = slot, ticket = case when slot > moment or is_ahead then the_ticket end where ticket = the_ticket;
      return extract(epoch from slot - moment)::float8 * 1000;
    end if;
  end if;
  delete from hearback.pace_turn where ticket in (the_ticket, next_ticket);

  -- The end of the line. Moments nobody came for are not counted.
  slot := greatest(held, hearback.line_free(line_key, line_calls, span_and_more, line_drips, moment - kept));
  if slot > furthest then
    -- Kept by a clock that was put back since then.
    delete from hearback.pace_turn where key = line_key and at > furthest;
    slot := held;
  end if;
  -- Far back in its line it takes no room yet from those who could use it before. Whoever has stood in line and found none has it kept.
  if ceiling_key is not null and own is null and next_ticket is null and slot > moment + in_place then
    insert into hearback.pace_turn (key, at, ticket) values (line_key, slot, the_ticket);
    return extract(epoch from slot - moment)::float8 * 1000;
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
