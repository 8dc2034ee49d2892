-- Locks what a call is counted by, always in one order, and only once all of it is there: whoever held one line while making
-- another could wait for somebody who had made that one and waited for the first.
create or replace function hearback.lock_pace(keys text[]) returns void language plpgsql as $$
declare
  found integer;
begin
  perform set_config('synchronous_commit', 'off', true);
  loop
    select count(*) into found from hearback.pace where key = any (keys);
    if found < cardinality(keys) then
      insert into hearback.pace (key) select key from unnest(keys) as key order by key on conflict do nothing;
    end if;
    perform from hearback.pace where key = any (keys) order by key for update;
    get diagnostics found = row_count;
    -- One that was tidied away meanwhile is made again.
    exit when found >= cardinality(keys);
  end loop;
end $$;
