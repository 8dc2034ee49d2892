import { z } from 'zod';
import type { CaseFile } from '../cases/case.ts';
import { isRestricted } from '../cases/exclude.ts';
import { isOpen, OPEN_STATES } from '../cases/states.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import { NotYet } from '../errors.ts';
import { addReporters } from './case-lists.ts';
import { caseOfMessage, caseOfSource } from './case-of-message.ts';
import { lockFile, readFile } from './cases.ts';
import { changed, raiseVersion, reread } from './change-case.ts';
import { compareAnew } from './compare-anew.ts';
import type { Done } from './effect.ts';
import { followHotThreadOf } from './follow-hot-threads.ts';
import { isComingIn } from './intake.ts';
import { linkMessages } from './link-messages.ts';
import { linkMessage } from './messages.ts';
import { row, type Sql, type SqlInTransaction } from './sql.ts';
import type { Changed, Decision, NewCase, NewMessage } from './store.ts';
import { assertRecordable } from './withheld.ts';
import type { Work } from './work.ts';

type Decide<T> = (file: CaseFile, isNew: boolean) => Decision<T>;
type Opened<T> = Changed<T> & { isNew: boolean };

/** How long to wait for whoever opens the same case at this moment (ms). */
const WAIT_FOR_OTHER_MS = 1_000;

/** Opens the case, or joins the one the message belongs to. One transaction's part. @throws {NotPossible} when its author does not want it recorded */
export async function openCase<T>(
  work: Work,
  candidate: NewCase,
  decide: Decide<T>,
): Promise<Done<Opened<T>>> {
  const said = saidIn(candidate);
  const [known, caseId] = await Promise.all([
    holdCase(work.sql, candidate),
    nextCaseId(work.sql),
    said ? assertRecordable(work.sql, said) : null,
  ]);
  if (known) return join(work, known, candidate, decide);
  // From here on one case of the workspace is opened at a time: numbers have no gaps, and who waited sees what the others opened.
  lockWorkspace(work.sql, candidate.workspaceId);
  const meanwhile = await holdCase(work.sql, candidate);
  return meanwhile ? join(work, meanwhile, candidate, decide) : openNew(work, caseId, candidate, decide);
}

/** What is answered when the same job or click opened it before. */
export async function openedBefore<T>(
  sql: Sql,
  caseId: number | null,
  candidate: NewCase,
  decide: Decide<T>,
): Promise<Opened<T>> {
  const known = caseId ?? (await caseFor(sql, candidate));
  const file =
    known === null ? null : await readFile(sql, { workspaceId: candidate.workspaceId, caseId: known });
  if (!file) throw new NotYet('This was dealt with by another run, without a case.', WAIT_FOR_OTHER_MS);
  return { file, answer: decide(file, false).answer, isNew: false };
}

/** The case a message would join, as it is at this moment. */
export async function caseFor(
  sql: Sql,
  { workspaceId, source, thread }: Pick<NewCase, 'workspaceId' | 'source' | 'thread'>,
): Promise<number | null> {
  if (!source) return null;
  const [own, near] = await Promise.all([
    caseOfSource(sql, source),
    caseOfMessage(sql, workspaceId, source, thread, OPEN_STATES),
  ]);
  return own ?? near;
}

/** The case the message belongs to, held. One that was closed just before it could be held is not the one any more, unless it is the message's own. */
async function holdCase(sql: Sql, candidate: NewCase): Promise<CaseFile | null> {
  const known = await caseFor(sql, candidate);
  const caseId = known ?? candidate.sameAs ?? null;
  const file = caseId === null ? null : await lockFile(sql, { workspaceId: candidate.workspaceId, caseId });
  // Not for everybody by now: whoever flagged it must not learn of that by where it went.
  if (file && known === null && (isRestricted(file) || !isOpen(file.case))) return null;
  if (!file || isOpen(file.case)) return file;
  const { source } = file.case;
  const isOwn =
    source !== null &&
    source.channelId === candidate.source?.channelId &&
    source.messageId === candidate.source.messageId;
  return isOwn ? file : null;
}

/** Whatever is asked after it is asked when it is locked. */
function lockWorkspace(sql: SqlInTransaction, workspaceId: string): void {
  sql.later('insert into hearback.workspace (workspace_id) values ($1) on conflict do nothing', [
    workspaceId,
  ]);
  sql.later('select from hearback.workspace where workspace_id = $1 for update', [workspaceId]);
}

async function openNew<T>(
  work: Work,
  caseId: number,
  candidate: NewCase,
  decide: Decide<T>,
): Promise<Done<Opened<T>>> {
  const { workspaceId, messages } = candidate;
  insertCase(work.sql, caseId, candidate);
  const adding = [
    addReporters(work, caseId, candidate.reporters),
    linkMessages(work, caseId, messages),
    followHotThreadOf(work, candidate),
    ...(candidate.quote ? [compareAnew(work, caseId)] : []),
  ];
  // All of it is on its way at once, so that the workspace is held no longer than it takes. Files are added when their messages are.
  const hasFiles = messages.some(({ snapshot }) => snapshot.files.length > 0);
  if (hasFiles) await Promise.all(adding);
  const [file] = await Promise.all([readFile(work.sql, { workspaceId, caseId }), ...adding]);
  if (!file) throw new Error('a case just opened is not there');
  const { change, answer } = decide(file, true);
  const result = { file: change ? await changed(work, file, change, false) : file, answer, isNew: true };
  return { result, caseId };
}

const idRow = z.object({ caseId: z.number() });

async function nextCaseId(sql: Sql): Promise<number> {
  const next = await row(
    sql,
    idRow,
    `select nextval(pg_get_serial_sequence('hearback.cases', 'case_id')) as "caseId"`,
  );
  if (!next) throw new Error('the record gives no ids');
  return next.caseId;
}

function insertCase(sql: SqlInTransaction, caseId: number, candidate: NewCase): void {
  const { workspaceId, member, source, thread } = candidate;
  sql.later(
    `with counted as (update hearback.workspace set last_case_number = last_case_number + 1 where workspace_id = $1 returning last_case_number)
     insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, source_channel, source_message,
       thread_channel, thread_message, permalink, quote, origin, handler_id, language, opened_at, language_from, audience, case_id)
     select $1, last_case_number, 'new', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::timestamptz, $16, $17, $18 from counted`,
    [
      workspaceId,
      candidate.severity,
      candidate.kind,
      member.userId,
      member.name,
      source?.channelId ?? null,
      source?.messageId ?? null,
      thread?.channelId ?? null,
      thread?.messageId ?? null,
      candidate.permalink,
      candidate.quote,
      candidate.origin,
      candidate.handlerId,
      candidate.language,
      candidate.openedAt,
      candidate.languageFrom,
      candidate.audience,
      caseId,
    ],
  );
}

async function join<T>(
  work: Work,
  file: CaseFile,
  candidate: NewCase,
  decide: Decide<T>,
): Promise<Done<Opened<T>>> {
  const { caseId } = file.case;
  const joined = await addReporters(work, caseId, candidate.reporters);
  const isMore = await joinMessage(work, file, candidate);
  await followHotThreadOf(work, candidate);
  const current = joined > 0 || isMore ? await reread(work, file.case) : file;
  const { change, answer } = decide(current, false);
  if (change) return { result: { file: await changed(work, current, change), answer, isNew: false }, caseId };
  if (current !== file) raiseVersion(work, caseId);
  return { result: { file: await reread(work, file.case), answer, isNew: false }, caseId };
}

/** A message that is about to be recorded as what the member wrote is left to that: only so do people hear that they wrote. */
async function joinMessage(work: Work, file: CaseFile, candidate: NewCase): Promise<boolean> {
  const said = saidIn(candidate);
  if (!said || (await isComingIn(work.sql, said.ref, ['message']))) return false;
  return linkMessage(work, file.case.caseId, asCorrespondence(file, said));
}

/** The flagged message, or what came another way. */
function saidIn({ messages, told }: NewCase): MessageSnapshot | undefined {
  return messages.find(({ role }) => role === 'source')?.snapshot ?? told;
}

function asCorrespondence({ case: { member } }: CaseFile, snapshot: MessageSnapshot): NewMessage {
  return { role: snapshot.author.userId === member.userId ? 'member' : 'thread', snapshot };
}
