import { z } from 'zod';
import type { CaseFile } from '../cases/case.ts';
import { REMINDING } from '../cases/ladder.ts';
import type { NewReminder } from '../cases/rung.ts';
import { OPEN_STATES } from '../cases/states.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { addDeliveries } from './deliveries.ts';
import { addJobs, hurryJobs } from './jobs.ts';
import type { DueClock, Reminder } from './reminders-port.ts';
import { clockKind, rung, skipped } from './shapes.ts';
import { json, row, rows, run, type Sql } from './sql.ts';
import { tagOf } from './tag-of.ts';
import type { Work } from './work.ts';

/** At most so many clocks are looked at for one person's message: each is a case that is read (about 3 ms). */
const SOON_MAX = 500;

/** What rang for people, with the job that tells each of them, in the transaction of the ring. */
export async function addReminders(
  work: Work,
  { workspaceId, caseId }: CaseFile['case'],
  reminders: readonly NewReminder[],
): Promise<void> {
  const tags = new Set<string>();
  for (const { personId } of reminders) tags.add(await tagOf(work.sql, workspaceId, personId));
  const people = [...tags].toSorted();
  // In one order everywhere, so that two that ring at once do not wait for each other.
  for (const tag of people) await holdPerson(work.sql, workspaceId, tag);
  for (const { personId, clockId, generation, rung: step, skipped: passed } of reminders)
    await run(
      work.sql,
      `insert into hearback.reminder (workspace_id, person_id, case_id, clock_id, generation, rung, skipped, rung_at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8) on conflict do nothing`,
      [workspaceId, personId, caseId, clockId, generation, step, json(passed), work.at],
    );
  // By tag: a job outlives an erasure, and no single row of a person is sure to be there when it runs.
  const telling = people.map((tag) => ({
    kind: 'remind',
    data: { workspaceId, tag },
    key: `remind-${workspaceId}-${tag}`,
  }));
  await addJobs(work, telling);
  // One that was given up would keep this person from being told of anything ever again.
  await hurryJobs(
    work,
    telling.map(({ key }) => key),
  );
}

/** Whom a tag stands for, while anything that rang waits to be told to them; null: nothing does. */
export async function whoWaits(sql: Sql, workspaceId: WorkspaceId, tag: string): Promise<string | null> {
  const found = await row(
    sql,
    z.object({ personId: z.string() }),
    `select person_id as "personId" from (
       select distinct person_id from hearback.reminder where workspace_id = $1 and delivery_id is null) waiting
     where hearback.person_tag($1, person_id) = $2`,
    [workspaceId, tag],
  );
  return found?.personId ?? null;
}

/**
 * All that has rung for somebody and still counts becomes one message. The same lock as when something rings for them: what
 * rings a moment later finds the job of this one done, and gets its own.
 */
export async function gatherReminders(work: Work, workspaceId: WorkspaceId, tag: string): Promise<void> {
  await holdPerson(work.sql, workspaceId, tag);
  const personId = await whoWaits(work.sql, workspaceId, tag);
  if (personId === null) return;
  const open = [workspaceId, personId];
  await run(
    work.sql,
    `delete from hearback.reminder r where workspace_id = $1 and person_id = $2 and delivery_id is null and (
       exists (select from hearback.reminder later where later.clock_id = r.clock_id and later.person_id = r.person_id
         and later.generation > r.generation)
       or not exists (select from hearback.clock k where k.clock_id = r.clock_id and k.state = 'running'
         and r.generation >= k.rested_generation))`,
    open,
  );
  const found = await rows(
    work.sql,
    z.object({ reminderId: z.number() }),
    `select reminder_id as "reminderId" from hearback.reminder
     where workspace_id = $1 and person_id = $2 and delivery_id is null order by reminder_id`,
    open,
  );
  const [first] = found;
  if (!first) return;
  const key = `reminders-${first.reminderId}`;
  // Of no single case: its row refers to none, so that nothing waits here for a case that waits for this person.
  await addDeliveries(work, { workspaceId, caseId: null }, [
    {
      key,
      place: { type: 'dm', workspaceId, userId: personId },
      body: { type: 'reminders', personId },
    },
  ]);
  await run(
    work.sql,
    `update hearback.reminder set delivery_id = (select delivery_id from hearback.delivery where workspace_id = $1 and key = $3)
     where reminder_id = any($2)`,
    [workspaceId, found.map(({ reminderId }) => reminderId), key],
  );
}

const reminderRow: z.ZodType<Reminder> = z.object({
  reminderId: z.number(),
  personId: z.string(),
  caseId: z.number(),
  clockId: z.number(),
  generation: z.number(),
  rung,
  skipped,
  clock: clockKind,
  startedAt: z.date(),
  deadline: z.date(),
});

/** What one message is about, the oldest deadline first. */
export function remindersIn(sql: Sql, deliveryId: number): Promise<Reminder[]> {
  return rows(
    sql,
    reminderRow,
    `select reminder_id as "reminderId", person_id as "personId", r.case_id as "caseId", clock_id as "clockId",
       r.generation, rung, skipped, k.kind as clock, k.started_at as "startedAt", k.deadline
     from hearback.reminder r join hearback.clock k using (clock_id)
     where delivery_id = $1 order by k.deadline, reminder_id`,
    [deliveryId],
  );
}

/**
 * Running clocks of open cases that would remind somebody by then. Those first that are likely this person's: of cases they have,
 * clocks of which they were reminded before, and cases that nobody has; among these, what is due first. One that has rung for
 * anybody since `quietSince` is not among them: two steps of one ladder are never one message.
 */
export function clocksDueBy(
  sql: Sql,
  workspaceId: WorkspaceId,
  personId: string,
  { by, quietSince }: { by: Date; quietSince: Date },
): Promise<DueClock[]> {
  return rows(
    sql,
    z.object({ clockId: z.number(), generation: z.number(), caseId: z.number() }),
    `select clock_id as "clockId", generation, case_id as "caseId"
     from hearback.clock k join hearback.cases c using (case_id)
     where k.state = 'running' and k.due_at <= $2 and k.kind = any($3) and c.workspace_id = $1 and c.state = any($4)
       and not exists (select from hearback.reminder r where r.clock_id = k.clock_id and r.rung_at > $5 and r.rung_at <= $2)
     order by case when c.handler_id = $6 then 0
         when exists (select from hearback.reminder r where r.clock_id = k.clock_id and r.person_id = $6) then 1
         when c.handler_id is null then 2 else 3 end,
       k.due_at, clock_id limit ${SOON_MAX}`,
    [workspaceId, by, [...REMINDING], OPEN_STATES, quietSince, personId],
  );
}

/**
 * A message that was just sent may show a case that was taken from its reader meanwhile, when it could not be found yet: it is
 * looked at once more.
 */
export async function lookAgain(work: Work, deliveryId: number): Promise<void> {
  const found = await rows(
    work.sql,
    z.object({ caseId: z.number() }),
    `select distinct r.case_id as "caseId" from hearback.reminder r join hearback.cases c using (case_id)
     where r.delivery_id = $1 and (c.audience = 'leads' or exists (
       select from hearback.case_exclusion e where e.case_id = r.case_id and hearback.person_key(c.workspace_id, r.person_id) in (select hearback.account_keys(c.workspace_id, e.user_id))))`,
    [deliveryId],
  );
  await addJobs(
    work,
    found.map(({ caseId }) => ({ kind: 'refresh-cards', data: { caseId } })),
  );
}

async function holdPerson(sql: Sql, workspaceId: WorkspaceId, tag: string): Promise<void> {
  await run(sql, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `reminders ${workspaceId} ${tag}`,
  ]);
}
