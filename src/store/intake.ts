import { z } from 'zod';
import { OPEN_STATES } from '../cases/states.ts';
import type { State } from '../cases/case.ts';
import type { ChatEvent } from '../chat/event.ts';
import type { MessageRef } from '../chat/ref.ts';
import { addJobs } from './jobs.ts';
import { jobKey, keep } from './keep-events.ts';
import { chatEvent } from './shapes.ts';
import { cardOfWords, isNote } from './internal-cards.ts';
import { placed } from './place-direct.ts';
import { row, run, type Sql } from './sql.ts';
import type { Intake, NewIntake } from './store.ts';
import { whyWithheld } from './withheld.ts';
import type { Work } from './work.ts';

/** States in which what is said in a case's thread belongs to it. A member who answers a solved case is heard. */
export const LISTENING_STATES: readonly State[] = [...OPEN_STATES, 'solved'];

/** Of a case that has ended only the member is still heard in its thread. */
export const ENDED_STATES: readonly State[] = ['closed', 'closed_unconfirmed'];

/** The handler that deals with each meaning. */
const HANDLER_OF: Record<Intake['meaning'], string> = {
  flag: 'record-flag',
  unflag: 'record-unflag',
  message: 'record-message',
  edit: 'record-edit',
  delete: 'record-delete',
};

/**
 * Keeps an event and asks for its handler. Of what somebody writes to us about no case nothing is kept: they are told how to be
 * heard. @returns false when it is known already, or concerns no case.
 */
export async function takeIn(work: Work, taken: NewIntake): Promise<boolean> {
  const intake = await placed(work, taken);
  if (!intake) return false;
  const { event, meaning } = intake;
  const isForCard = meaning === 'message' && (await isBelowCard(work.sql, event));
  if (!isForCard && !(await concernsUs(work.sql, meaning, event))) return false;
  const [isNew] = await keep(work, [{ ...intake, handler: isForCard ? 'record-note' : HANDLER_OF[meaning] }]);
  return isNew ?? false;
}

/**
 * Whether an event can be taken in without a look at the record. Those that come while others are being taken in then go together: each
 * is acknowledged only when it is on the disk, and one commit serves many.
 */
export function isPlain({ meaning, event }: NewIntake): boolean {
  return (meaning === 'flag' || meaning === 'unflag') && !event.communities;
}

/** The same for many of which `isPlain` is true. @returns for each whether it was not known */
export function takeInPlain(work: Work, all: readonly NewIntake[]): Promise<boolean[]> {
  return keep(
    work,
    all.map((intake) => ({ ...intake, handler: HANDLER_OF[intake.meaning] })),
  );
}

/** Flags concern us always; what is said, changed or deleted only at a message or in a thread that is in the record, or about to be. */
async function concernsUs(sql: Sql, meaning: Intake['meaning'], event: ChatEvent): Promise<boolean> {
  if (meaning === 'flag' || meaning === 'unflag') return true;
  if (event.kind === 'message_posted') {
    const { threadRoot: thread, author } = event.message;
    if (await whyWithheld(sql, event.message)) return false;
    if (event.isDirect) return true;
    if (!thread) return false;
    return (
      (await isThreadOfCase(sql, event.workspaceId, thread, author.userId)) ||
      isComingIn(sql, { workspaceId: event.workspaceId, ...thread })
    );
  }
  const ref = { workspaceId: event.workspaceId, channelId: event.channelId, messageId: event.messageId };
  return (await isRecorded(sql, ref)) || (await isNote(sql, ref)) || isComingIn(sql, ref);
}

/** What is said in the thread of a card of ours, or answers it, is a note. */
async function isBelowCard(sql: Sql, event: ChatEvent): Promise<boolean> {
  if (event.kind !== 'message_posted' || event.isDirect) return false;
  if (!event.message.threadRoot && event.answers === undefined) return false;
  return (await cardOfWords(sql, event)) !== null && !(await whyWithheld(sql, event.message));
}

const found = z.object({});

async function isThreadOfCase(
  sql: Sql,
  workspaceId: string,
  { channelId, messageId }: { channelId: string; messageId: string },
  authorId: string,
): Promise<boolean> {
  const thread = await row(
    sql,
    found,
    `select 1 from hearback.cases where workspace_id = $1
       and ((thread_channel = $2 and thread_message = $3 and (state = any($4) or (state = any($5) and member_id = $6)))
         or (help_channel = $2 and help_message = $3 and state = any($4))) limit 1`,
    [workspaceId, channelId, messageId, LISTENING_STATES, ENDED_STATES, authorId],
  );
  return thread !== null;
}

async function isRecorded(sql: Sql, { workspaceId, channelId, messageId }: MessageRef): Promise<boolean> {
  const message = await row(
    sql,
    found,
    'select 1 from hearback.message where workspace_id = $1 and channel_id = $2 and message_id = $3 and erased_at is null',
    [workspaceId, channelId, messageId],
  );
  return message !== null;
}

/** Whether the message was flagged, or said in a case's thread, and its handler has not dealt with it yet. */
export async function isComingIn(
  sql: Sql,
  { workspaceId, channelId, messageId }: MessageRef,
  as: readonly ('flag' | 'message')[] = ['flag', 'message'],
): Promise<boolean> {
  const waiting = await row(
    sql,
    found,
    `select 1 from hearback.intake join hearback.outbox on outbox.key = 'intake-' || intake_id
     where intake.workspace_id = $1 and channel_id = $2 and message_id = $3 and meaning = any($4)
       and done_at is null and failed_at is null limit 1`,
    [workspaceId, channelId, messageId, as],
  );
  return waiting !== null;
}

const COLUMNS = 'intake_id as "intakeId", meaning, kind, event';

const intakeRow: z.ZodType<Intake> = z.object({
  intakeId: z.number(),
  meaning: z.enum(['flag', 'unflag', 'message', 'edit', 'delete']),
  kind: z.string().nullable(),
  event: chatEvent,
});

export function readIntake(sql: Sql, intakeId: number): Promise<Intake | null> {
  return row(sql, intakeRow, `select ${COLUMNS} from hearback.intake where intake_id = $1`, [intakeId]);
}

/** Same person, message and emoji as the intake in $1. */
const SAME_REACTION = `hearback.intake other join hearback.intake this
  on this.intake_id = $1 and other.workspace_id = this.workspace_id and other.channel_id = this.channel_id
  and other.message_id = this.message_id and other.user_id = this.user_id and other.emoji = this.emoji`;

/** Whether the flag was taken back at or after the moment it was set, dealt with or not. */
export async function wasTakenBack(sql: Sql, { intakeId }: Intake): Promise<boolean> {
  const takenBack = await row(
    sql,
    found,
    `select 1 from ${SAME_REACTION} where other.meaning = 'unflag' and other.happened_at >= this.happened_at limit 1`,
    [intakeId],
  );
  return takenBack !== null;
}

/** The latest flag set before this taking back, whether its handler is through with it or not. */
export async function flagOf(
  sql: Sql,
  { intakeId }: Intake,
): Promise<{ flag: Intake; isRecorded: boolean; isGone: boolean } | null> {
  const flag = await row(
    sql,
    z.object({ intakeId: z.number() }),
    `select other.intake_id as "intakeId" from ${SAME_REACTION} where other.meaning = 'flag' and other.happened_at <= this.happened_at
     order by other.happened_at desc, other.intake_id desc limit 1`,
    [intakeId],
  );
  const known = flag && (await readIntake(sql, flag.intakeId));
  if (!known) return null;
  const job = await row(
    sql,
    found,
    'select 1 from hearback.outbox where key = $1 and done_at is null and failed_at is null',
    [jobKey(known.intakeId)],
  );
  return { flag: known, isRecorded: job === null, isGone: !(await isRecorded(sql, known.event)) };
}

/** This taking back and every flag and taking back before it no longer count: the same person can flag the same message again. */
export async function forgetFlag({ sql, at }: Work, { intakeId }: Intake): Promise<void> {
  await run(
    sql,
    `update hearback.intake set forgotten_at = $2 where forgotten_at is null and intake_id in (
       select other.intake_id from ${SAME_REACTION} where other.happened_at <= this.happened_at)`,
    [intakeId, at],
  );
}

/** Asks for one look back at what may have been missed. One that has not begun yet will look far enough. */
export async function askCatchUp(work: Work, workspaceId: string): Promise<void> {
  const waiting = await row(
    work.sql,
    found,
    `select 1 from hearback.outbox where kind = 'catch-up' and data ->> 'workspaceId' = $1 and not data ? 'part'
       and dispatched_at is null and done_at is null and failed_at is null limit 1`,
    [workspaceId],
  );
  if (!waiting) await addJobs(work, [{ kind: 'catch-up', data: { workspaceId } }]);
}
