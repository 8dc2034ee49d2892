import { run } from './sql.ts';
import { daysAgo, type Tidier, type TidyTools } from './tidier.ts';
import { atomically } from './work.ts';

/** Rows removed in one transaction. */
const BATCH = 500;

/** How long a job that is done is kept (days): a repeat of it comes within hours. One that was let go by hand shows its reason for longer. */
const DONE_DAYS = 7;
const DROPPED_DAYS = 90;
/** How long a click or command is remembered (days): the platforms repeat one within minutes. */
const INTERACTION_DAYS = 7;
/** How long words of no case are kept once they were said (days). Their key keeps them from being said again. */
const SAID_DAYS = 90;

/** How long it is known what other programs were told (days): long enough to compare with what they have. */
const TOLD_DAYS = 30;

/** How long it is known on which days somebody had their list of what is due (days): as long as the list itself. */
const TO_DO_DAYS = SAID_DAYS;

/** How long a digest can be drawn again, and its points compared with (days). The last of each stays: it says when the next one is due. */
const DIGEST_DAYS = 400;

/** Trouble that lasts is told of again after this time (days). That of a delivery which nobody repeats would stay for good. */
const TROUBLE_DAYS = 90;

/** A row that is gone counts as done; nobody asks for its job again. What was given up stays until somebody decides. */
export const tidyJobs: Tidier = {
  name: 'jobs',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.outbox where outbox_id in (
         select outbox_id from hearback.outbox where done_at < $2 and (dropped_at is null or dropped_at < $3)
         order by done_at limit $1 for update skip locked)`,
      [daysAgo(tools, DONE_DAYS), daysAgo(tools, DROPPED_DAYS)],
    ),
};

/** What a process has counted is counted again after seven days at the latest (kept-days.ts). By the database's clock, as the marks are. */
export const tidyFigureMarks: Tidier = {
  name: 'figureMarks',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.figure_past where ctid = any(array(
         select ctid from hearback.figure_past where changed_at < now() - interval '8 days' limit $1 for update skip locked))`,
      [],
    ),
};

export const tidyInteractions: Tidier = {
  name: 'interactions',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.interaction where (workspace_id, interaction_id) in (
         select workspace_id, interaction_id from hearback.interaction where at < $2 order by at limit $1 for update skip locked)`,
      [daysAgo(tools, INTERACTION_DAYS)],
    ),
};

/** Those of a case go with it, and so do reminders of it. What could not be said stays for the operator until it is let go. */
export const tidyDeliveries: Tidier = {
  name: 'deliveries',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.delivery where delivery_id in (
         select delivery_id from hearback.delivery where case_id is null and added_at < $2
           and (state = 'sent' or (state = 'failed' and dropped_at is not null))
           and not exists (select from hearback.reminder r where r.delivery_id = delivery.delivery_id)
         order by added_at limit $1 for update skip locked)`,
      [daysAgo(tools, SAID_DAYS)],
    ),
};

/** What other programs were told; and what they would not take, after it could be sent again for long. */
export const tidyWebhooks: Tidier = {
  name: 'webhooks',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.webhook_message where message_id in (
         select message_id from hearback.webhook_message where settled_at < $2 and (state <> 'dead' or settled_at < $3)
         order by settled_at limit $1 for update skip locked)`,
      [daysAgo(tools, TOLD_DAYS), daysAgo(tools, SAID_DAYS)],
    ),
};

export const tidyToDo: Tidier = {
  name: 'toDo',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.to_do where to_do_id in (
         select to_do_id from hearback.to_do where at < $2 order by at limit $1 for update skip locked)`,
      [daysAgo(tools, TO_DO_DAYS)],
    ),
};

export const tidyDigests: Tidier = {
  name: 'digests',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.digest where digest_id in (
         select digest_id from hearback.digest d where made_at < $2 and exists (
           select from hearback.digest later where later.workspace_id = d.workspace_id and later.key = d.key and later.period_to > d.period_to)
         order by made_at limit $1 for update skip locked)`,
      [daysAgo(tools, DIGEST_DAYS)],
    ),
};

export const tidyTroubles: Tidier = {
  name: 'troubles',
  step: (tools) =>
    removeOld(
      tools,
      `delete from hearback.trouble where trouble_id in (
         select trouble_id from hearback.trouble where since < $2 order by since limit $1 for update skip locked)`,
      [daysAgo(tools, TROUBLE_DAYS)],
    ),
};

async function removeOld({ source }: TidyTools, remove: string, ages: readonly Date[]) {
  const removed = await atomically(source, ({ sql }) => run(sql, remove, [BATCH, ...ages]));
  return { removed, next: removed === BATCH ? 0 : null };
}
