-- A case can have any number of promises and departments, and an import brings them all at once: what is counted of it is brought up to its
-- tables once for each statement then, and not once for each row. And nobody waits for a group that somebody else is just making.

-- Two may be alike, made at the same moment: they are summed up together.
alter table hearback.figure_group drop constraint figure_group_workspace_id_audience_kind_channel_id_departme_key;
create index figure_group_alike on hearback.figure_group (workspace_id, audience, kind, channel_id, departments);

create or replace function hearback.figure_group_of(of_case bigint) returns integer language plpgsql as $$
declare
  c record;
  found_group integer;
begin
  select workspace_id, audience, kind, coalesce(source_channel, '') as channel_id,
      array(select department from hearback.case_department d where d.case_id = of_case order by department) as departments
    into c from hearback.cases where case_id = of_case;
  select min(group_id) into found_group from hearback.figure_group g
    where (g.workspace_id, g.audience, g.kind, g.channel_id, g.departments) = (c.workspace_id, c.audience, c.kind, c.channel_id, c.departments);
  if found_group is not null then return found_group; end if;
  insert into hearback.figure_group (workspace_id, audience, kind, channel_id, departments)
    values (c.workspace_id, c.audience, c.kind, c.channel_id, c.departments) returning group_id into found_group;
  return found_group;
end $$;

create or replace function hearback.figure_put(of_case bigint) returns void language plpgsql as $$
declare
  its_group integer;
begin
  -- A restore makes all of them anew at its end.
  if current_setting('hearback.restoring', true) = 'on' then return; end if;
  -- Whoever changes the same case at the same time sees what this transaction leaves, or is seen by it. Most hold it already.
  perform from hearback.cases where case_id = of_case for no key update;
  if not found then return; end if;
  its_group := hearback.figure_group_of(of_case);
  with source as materialized (
    select s.case_id, s.what, s.nth, s.at, c.workspace_id, s.value, s.flags
    from hearback.figure_source s join hearback.cases c using (case_id) where s.case_id = of_case),
  gone as (
    delete from hearback.figure where case_id = of_case and (what, nth) not in (select what, nth from source))
  insert into hearback.figure as known (case_id, what, nth, at, workspace_id, group_id, value, flags)
  select case_id, what, nth, at, workspace_id, its_group, value, flags from source
  on conflict (case_id, what, nth) do update
    set at = excluded.at, workspace_id = excluded.workspace_id, group_id = excluded.group_id, value = excluded.value, flags = excluded.flags
    where (known.at, known.group_id, known.value, known.flags) is distinct from (excluded.at, excluded.group_id, excluded.value, excluded.flags);
end $$;

create or replace function hearback.figures_anew() returns void language plpgsql as $$
begin
  delete from hearback.figure;
  delete from hearback.figure_group;
  create temporary table figure_of on commit drop as
    select case_id, workspace_id, audience, kind, coalesce(source_channel, '') as channel_id,
      coalesce(d.departments, '{}') as departments
    from hearback.cases left join (
      select case_id, array_agg(department order by department) as departments from hearback.case_department group by case_id) d using (case_id);
  insert into hearback.figure_group (workspace_id, audience, kind, channel_id, departments)
    select distinct workspace_id, audience, kind, channel_id, departments from figure_of;
  -- Without knowing how many there are, they would be joined one by one.
  analyze figure_of;
  analyze hearback.figure_group;
  insert into hearback.figure (case_id, what, nth, at, workspace_id, group_id, value, flags)
    select s.case_id, s.what, s.nth, s.at, g.workspace_id, g.group_id, s.value, s.flags
    from hearback.figure_source s join figure_of o using (case_id)
      join hearback.figure_group g using (workspace_id, audience, kind, channel_id, departments);
  drop table figure_of;
end $$;

-- Always in the same order, so that two who change several cases do not wait for each other crosswise.
create function hearback.figure_follow_each() returns trigger language plpgsql as $$
begin
  perform hearback.figure_put(case_id) from (select distinct case_id from changed order by case_id) as each;
  return null;
end $$;
create function hearback.figure_follow_promises() returns trigger language plpgsql as $$
begin
  perform hearback.figure_put(case_id) from (select distinct case_id from changed where kind = 'update_due' order by case_id) as each;
  return null;
end $$;

drop trigger figure_department_changed on hearback.case_department;
create trigger figure_department_made after insert on hearback.case_department referencing new table as changed
  for each statement execute function hearback.figure_follow_each();
create trigger figure_department_gone after delete on hearback.case_department referencing old table as changed
  for each statement execute function hearback.figure_follow_each();
drop trigger figure_question_made on hearback.close_request;
create trigger figure_question_made after insert on hearback.close_request referencing new table as changed
  for each statement execute function hearback.figure_follow_each();
create trigger figure_question_gone after delete on hearback.close_request referencing old table as changed
  for each statement execute function hearback.figure_follow_each();
drop trigger figure_clock_made on hearback.clock;
create trigger figure_clock_made after insert on hearback.clock referencing new table as changed
  for each statement execute function hearback.figure_follow_promises();
drop trigger figure_clock_gone on hearback.clock;
create trigger figure_clock_gone after delete on hearback.clock referencing old table as changed
  for each statement execute function hearback.figure_follow_promises();
