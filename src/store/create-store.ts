import type { Pool } from 'pg';
import { caseOfMessage } from './case-of-message.ts';
import { earlierCases, listCases, readFile } from './cases.ts';
import { readGuard } from './eyes.ts';
import { readHistory, readNotes } from './case-lists.ts';
import { runningClock } from './clocks.ts';
import { addMessage, change } from './decide.ts';
import { deliver } from './deliver.ts';
import { failDelivery, say } from './say.ts';
import { markShown, staleCards } from './deliveries.ts';
import { effect, type Ticket } from './effect.ts';
import { fileBytes, fileToCopy, keepFile } from './files.ts';
import { flaggedMessage } from './flagged-message.ts';
import { give } from './give.ts';
import {
  askCatchUp,
  flagOf,
  forgetFlag,
  LISTENING_STATES,
  readIntake,
  takeIn,
  wasTakenBack,
} from './intake.ts';
import { memberSaid } from './member-said.ts';
import { addVersion } from './messages.ts';
import { caseFor, openCase, openedBefore } from './open-case.ts';
import { helpersOf } from './praise.ts';
import { pastHandlers } from './past-handlers.ts';
import { beginScans, readScan, scanned } from './scans.ts';
import { noSeal, type Seal } from './seal.ts';
import type { Sql } from './sql.ts';
import type { Once, Store } from './store.ts';
import { askDaily, tidy } from './tidy.ts';
import { endTrouble, noteTrouble } from './trouble.ts';
import { listeningThreads, recordedIn } from './threads.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** What the store is made from; files are sealed. */
interface SealedSource extends Source {
  seal: Seal;
}

/**
 * The record on a PostgreSQL database that `migrate` has brought up to date. `now` is the time all its rows carry.
 * Without a `seal` no file is kept and none is read.
 */
export function createStore(pool: Pool, { now, seal = noSeal }: { now: () => Date; seal?: Seal }): Store {
  return storeOf({ pool, now, seal }, null);
}

function storeOf(source: SealedSource, ticket: Ticket | null): Store {
  return {
    once: (once: Once) => storeOf(source, { once, spent: false }),
    ...reading(source),
    ...readingOfPeople(source),
    ...comingIn(source, ticket),
    ...lookingBack(source, ticket),
    ...changing(source, ticket),
    ...saying(source, ticket),
  };
}

/** One look at the record, with one client. */
function look<T>({ pool }: Source, read: (sql: Sql) => Promise<T>): Promise<T> {
  return holdClient(pool, read);
}

type Part<Name extends keyof Store> = Pick<Store, Name>;

function comingIn(
  source: Source,
  ticket: Ticket | null,
): Part<'takeIn' | 'forgetFlag' | 'askCatchUp' | 'askDaily'> {
  return {
    takeIn: (intake) => quietly(source, ticket, (work) => takeIn(work, intake), false),
    forgetFlag: (unflag) => quietly(source, ticket, (work) => forgetFlag(work, unflag), undefined),
    askDaily: (kind) => quietly(source, ticket, (work) => askDaily(work, kind), undefined),
    askCatchUp: (workspaceId) => quietly(source, ticket, (work) => askCatchUp(work, workspaceId), undefined),
  };
}

function lookingBack(
  source: Source,
  ticket: Ticket | null,
): Part<'beginScans' | 'scan' | 'scanned' | 'listeningThreads' | 'recordedIn'> {
  return {
    beginScans: (workspaceId, plan, warn) =>
      quietly(source, ticket, (work) => beginScans(work, workspaceId, plan, warn), undefined),
    scan: (scanId) => look(source, (sql) => readScan(sql, scanId)),
    scanned: (scanId, captured, step, warn) =>
      quietly(source, ticket, (work) => scanned(work, scanId, captured, step, warn), undefined),
    listeningThreads: (workspaceId, afterCase) =>
      look(source, (sql) => listeningThreads(sql, workspaceId, afterCase)),
    recordedIn: (workspaceId, root, from, until) =>
      look(source, (sql) => recordedIn(sql, workspaceId, root, from, until)),
  };
}

function reading(
  source: SealedSource,
): Part<
  | 'intake'
  | 'wasTakenBack'
  | 'flagOf'
  | 'read'
  | 'guard'
  | 'isCase'
  | 'caseOfMessage'
  | 'list'
  | 'history'
  | 'notes'
  | 'staleCards'
  | 'clock'
  | 'fileToCopy'
  | 'fileBytes'
> {
  return {
    intake: (intakeId) => look(source, (sql) => readIntake(sql, intakeId)),
    wasTakenBack: (flag) => look(source, (sql) => wasTakenBack(sql, flag)),
    flagOf: (unflag) => look(source, (sql) => flagOf(sql, unflag)),
    read: (key) => look(source, (sql) => readFile(sql, key)),
    guard: (key) => look(source, (sql) => readGuard(sql, key)),
    isCase: (candidate) => look(source, async (sql) => (await caseFor(sql, candidate)) !== null),
    caseOfMessage: (workspaceId, message, threadRoot) =>
      look(source, async (sql) => {
        const caseId = await caseOfMessage(sql, workspaceId, message, threadRoot, LISTENING_STATES);
        return caseId === null ? null : readFile(sql, { workspaceId, caseId });
      }),
    list: (workspaceId, filter) => look(source, (sql) => listCases(sql, workspaceId, filter)),
    history: (key, limit) => look(source, (sql) => readHistory(sql, key, limit)),
    notes: (key, limit) => look(source, (sql) => readNotes(sql, key, limit)),
    staleCards: (caseId) => look(source, (sql) => staleCards(sql, caseId)),
    clock: (clockId, generation) => look(source, (sql) => runningClock(sql, clockId, generation)),
    fileToCopy: (fileRowId) => look(source, (sql) => fileToCopy(sql, fileRowId)),
    fileBytes: (workspaceId, fileRowId) =>
      look(source, (sql) => fileBytes(sql, source.seal, workspaceId, fileRowId)),
  };
}

/** What is known of a case's people. */
function readingOfPeople(
  source: Source,
): Part<'memberSaid' | 'flaggedMessage' | 'pastHandlers' | 'helpers' | 'earlierCases'> {
  return {
    memberSaid: (key) => look(source, (sql) => memberSaid(sql, key)),
    flaggedMessage: (key) => look(source, (sql) => flaggedMessage(sql, key)),
    pastHandlers: (past) => look(source, (sql) => pastHandlers(sql, past)),
    helpers: (workspaceId, filter) => look(source, (sql) => helpersOf(sql, workspaceId, filter)),
    earlierCases: (workspaceId, userId, before, eyes) =>
      look(source, (sql) => earlierCases(sql, workspaceId, userId, before, eyes)),
  };
}

function changing(
  source: SealedSource,
  ticket: Ticket | null,
): Part<'open' | 'change' | 'give' | 'addMessage' | 'addVersion' | 'keepFile' | 'tidy'> {
  return {
    open: (candidate, decide) =>
      effect(
        source,
        ticket,
        (work) => openCase(work, candidate, decide),
        ({ sql }, caseId) => openedBefore(sql, caseId, candidate, decide),
      ),
    change: (key, decide) => change(source, ticket, key, decide),
    give: (key, wish, decide) => give(source, ticket, key, wish, decide),
    addMessage: (key, message, decide) => addMessage(source, ticket, key, message, decide),
    addVersion: (message, version) =>
      quietly(source, ticket, (work) => addVersion(work, message, version), null),
    tidy: (retention) => tidy({ source, seal: source.seal, retention }),
    keepFile: (fileRowId, content) =>
      quietly(source, ticket, ({ sql }) => keepFile(sql, source.seal, fileRowId, content), undefined),
  };
}

function saying(
  source: Source,
  ticket: Ticket | null,
): Part<'deliver' | 'failDelivery' | 'say' | 'markShown' | 'noteTrouble' | 'endTrouble'> {
  return {
    deliver: (deliveryId, send, decide) => deliver(source, ticket, deliveryId, send, decide),
    failDelivery: (deliveryId, reason, instead) =>
      quietly(source, ticket, (work) => failDelivery(work, deliveryId, reason, instead), undefined),
    say: (workspaceId, delivery, caseId) =>
      quietly(source, ticket, (work) => say(work, workspaceId, delivery, caseId), undefined),
    markShown: (deliveryId, version) =>
      quietly(source, ticket, ({ sql }) => markShown(sql, deliveryId, version), undefined),
    noteTrouble: (workspaceId, about, reason) =>
      atomically(source, (work) => noteTrouble(work, workspaceId, about, reason)),
    endTrouble: (workspaceId, about) => atomically(source, (work) => endTrouble(work, workspaceId, about)),
  };
}

/** One transaction whose repetition needs no more of an answer than `repeated`. */
function quietly<T>(
  source: Source,
  ticket: Ticket | null,
  write: (work: Work) => Promise<T>,
  repeated: T,
): Promise<T> {
  return effect<T>(
    source,
    ticket,
    async (work) => ({ result: await write(work), caseId: null }),
    async () => repeated,
  );
}
