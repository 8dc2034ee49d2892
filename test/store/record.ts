import type { Pool } from 'pg';
import type { Change } from '../../src/cases/change.ts';
import type { DeliveryBody, NewDelivery } from '../../src/cases/delivery.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import type { MessageRef, ThreadRoot } from '../../src/chat/ref.ts';
import type { Intake, NewCase, NewIntake, Store } from '../../src/store/store.ts';

// Data for the tests of the record. Every name is a test's own, so that no test sees what another wrote.

let counted = 0;

/** A name nobody has used. */
export function fresh(what: string): string {
  counted += 1;
  return `${what}${counted}`;
}

export const START = new Date('2026-11-20T09:00:00.000Z');

export function after(minutes: number): Date {
  return new Date(START.getTime() + minutes * 60_000);
}

export interface MessageOptions {
  workspaceId: string;
  channelId?: string;
  messageId?: string;
  userId?: string;
  text?: string;
  threadRoot?: ThreadRoot;
  files?: MessageSnapshot['files'];
}

export function message({
  workspaceId,
  channelId = 'C1',
  messageId = fresh('m'),
  userId = 'member',
  text = 'It is broken.',
  threadRoot,
  files = [],
}: MessageOptions): MessageSnapshot {
  return {
    ref: { workspaceId, channelId, messageId },
    ...(threadRoot && { threadRoot }),
    author: { userId, name: `name of ${userId}`, isBot: false },
    text,
    postedAt: START,
    permalink: `https://chat.example/${channelId}/${messageId}`,
    files,
  };
}

/** The case a flagged message would become. */
export function candidate(source: MessageSnapshot, more: Partial<NewCase> = {}): NewCase {
  const { workspaceId, channelId, messageId } = source.ref;
  return {
    workspaceId,
    kind: 'feedback',
    severity: 'normal',
    member: { userId: source.author.userId, name: source.author.name },
    source: source.ref,
    thread: source.threadRoot ?? { channelId, messageId },
    permalink: source.permalink,
    quote: source.text,
    origin: null,
    handlerId: null,
    language: 'en',
    languageFrom: 'workspace',
    audience: 'staff',
    openedAt: START,
    reporters: ['reporter'],
    messages: [{ role: 'source', snapshot: source }],
    ...more,
  };
}

export const nothing = () => ({ change: null, answer: null });

/** Opens a case for a message and carries out `change` with it. */
export async function opened(store: Store, source: MessageSnapshot, change: Change | null = null) {
  const { file } = await store.open(candidate(source), () => ({ change, answer: null }));
  return { file, key: { workspaceId: source.ref.workspaceId, caseId: file.case.caseId } };
}

export function deliveryTo(
  workspaceId: string,
  key: string,
  body: DeliveryBody = { type: 'triage' },
): NewDelivery {
  return { key, place: { type: 'channel', workspaceId, channelId: 'triage' }, body };
}

export function reaction(
  kind: 'reaction_added' | 'reaction_removed',
  workspaceId: string,
  messageId: string,
  at: Date,
  eventId: string | null = null,
): NewIntake {
  const event: ChatEvent = {
    kind,
    workspaceId,
    eventId,
    at,
    channelId: 'C1',
    messageId,
    parentChannelId: null,
    userId: 'reporter',
    emoji: '🚩',
  };
  const isFlag = kind === 'reaction_added';
  return {
    key: `${isFlag ? 'flag' : 'unflag'}/C1/${messageId}/reporter/🚩`,
    meaning: isFlag ? 'flag' : 'unflag',
    kind: isFlag ? 'feedback' : null,
    event,
  };
}

export interface JobRow {
  outboxId: number;
  kind: string;
  data: Record<string, number | string>;
  runAt: Date;
  isDone: boolean;
}

/** The outbox rows of one kind, oldest first. */
export async function jobs(pool: Pool, kind: string): Promise<JobRow[]> {
  const found = await pool.query<JobRow>(
    `select outbox_id as "outboxId", kind, data, run_at as "runAt", done_at is not null as "isDone" from hearback.outbox where kind = $1 order by outbox_id`,
    [kind],
  );
  return found.rows;
}

/** The one row of this kind whose data hold `id` under `name`. */
export async function jobFor(pool: Pool, kind: string, name: string, id: number): Promise<JobRow> {
  const [job, ...more] = (await jobs(pool, kind)).filter(({ data }) => data[name] === id);
  if (!job || more.length > 0)
    throw new Error(`${more.length + (job ? 1 : 0)} rows of ${kind} for ${name} ${id}`);
  return job;
}

export async function deliveryIdOf(pool: Pool, workspaceId: string, key: string): Promise<number> {
  const found = await pool.query<{ id: number }>(
    'select delivery_id as id from hearback.delivery where workspace_id = $1 and key = $2',
    [workspaceId, key],
  );
  const [first] = found.rows;
  if (!first) throw new Error(`no delivery ${key}`);
  return first.id;
}

/** What a message said, version by version; null where it was deleted. */
export async function versionsOf(
  pool: Pool,
  { workspaceId, messageId }: MessageRef,
): Promise<(string | null)[]> {
  const found = await pool.query<{ text: string | null }>(
    `select text from hearback.message_version join hearback.message using (message_row_id)
     where workspace_id = $1 and message_id = $2 order by version`,
    [workspaceId, messageId],
  );
  return found.rows.map(({ text }) => text);
}

/** Takes it in and gives back what is on record. */
export async function takenIn(pool: Pool, store: Store, intake: NewIntake): Promise<Intake> {
  if (!(await store.takeIn(intake))) throw new Error('was not taken in');
  const newest = (await jobs(pool, `record-${intake.meaning}`)).at(-1);
  const found = await store.intake(Number(newest?.data['intakeId']));
  if (!found) throw new Error('not on record');
  return found;
}

/** A message that was posted, as it is taken in. */
export function postedMessage(said: MessageSnapshot): NewIntake {
  const { workspaceId, channelId, messageId } = said.ref;
  const event: ChatEvent = {
    kind: 'message_posted',
    workspaceId,
    eventId: null,
    at: START,
    channelId,
    messageId,
    parentChannelId: null,
    message: said,
    isDirect: false,
  };
  return { key: `message/${channelId}/${messageId}`, meaning: 'message', kind: null, event };
}
