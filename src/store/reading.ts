import type { CaseFile } from '../cases/case.ts';
import { readHistory, readNotes } from './case-lists.ts';
import { caseOfMessage, casesOfMessage } from './case-of-message.ts';
import { earlierCases, listCases, readFile } from './cases.ts';
import { runningClock } from './clocks.ts';
import { readsAny } from './copies.ts';
import { staleCards } from './follow-cards.ts';
import { caseOfDirect } from './direct.ts';
import { caseFiles, postedEscalation } from './evidence.ts';
import { readGuard } from './eyes.ts';
import { newsIn, whoIsTold } from './followers.ts';
import { fileBytes, fileToCopy, keptBytes } from './files.ts';
import { flaggedMessage } from './flagged-message.ts';
import { ENDED_STATES, flagOf, LISTENING_STATES, readIntake, wasTakenBack } from './intake.ts';
import { cardOfWords } from './internal-cards.ts';
import { memberSaid } from './member-said.ts';
import { caseFor } from './open-case.ts';
import { pastHandlers } from './past-handlers.ts';
import { helpersOf } from './praise.ts';
import { promisesOf } from './promises.ts';
import { clocksDueBy, remindersIn, whoWaits } from './reminders.ts';
import type { Seal } from './seal.ts';
import type { Sql } from './sql.ts';
import type { Store } from './store.ts';
import { holdClient, holdClientByKey } from './transaction.ts';
import type { Source } from './work.ts';

// The part of the record that only reads.

/** What the store is made from; files are sealed. */
export interface SealedSource extends Source {
  seal: Seal;
}

export type Part<Name extends keyof Store> = Pick<Store, Name>;

/** One look at the record, with one client. */
export function look<T>({ pool }: Source, read: (sql: Sql) => Promise<T>): Promise<T> {
  return holdClient(pool, read);
}

/** One look that finds everything by its keys, as what happens for every message does. */
export function lookByKey<T>({ pool }: Source, read: (sql: Sql) => Promise<T>): Promise<T> {
  return holdClientByKey(pool, read);
}

/** Cases, and what came in. */
export function reading(
  source: Source,
): Part<
  | 'intake'
  | 'wasTakenBack'
  | 'flagOf'
  | 'read'
  | 'guard'
  | 'isCase'
  | 'caseOfMessage'
  | 'casesOfMessage'
  | 'caseOfWords'
  | 'list'
  | 'history'
  | 'notes'
> {
  return {
    intake: (intakeId) => lookByKey(source, (sql) => readIntake(sql, intakeId)),
    wasTakenBack: (flag) => lookByKey(source, (sql) => wasTakenBack(sql, flag)),
    flagOf: (unflag) => lookByKey(source, (sql) => flagOf(sql, unflag)),
    read: (key) => lookByKey(source, (sql) => readFile(sql, key)),
    guard: (key) => lookByKey(source, (sql) => readGuard(sql, key)),
    isCase: (candidate) => lookByKey(source, async (sql) => (await caseFor(sql, candidate)) !== null),
    caseOfMessage: (workspaceId, message, threadRoot) =>
      lookByKey(source, async (sql) => {
        const caseId = await caseOfMessage(sql, workspaceId, message, threadRoot, LISTENING_STATES);
        return caseId === null ? null : readFile(sql, { workspaceId, caseId });
      }),
    casesOfMessage: (message) =>
      lookByKey(source, async (sql) => {
        const { workspaceId } = message;
        const files: CaseFile[] = [];
        for (const caseId of await casesOfMessage(sql, message)) {
          const file = await readFile(sql, { workspaceId, caseId });
          if (file) files.push(file);
        }
        return files;
      }),
    caseOfWords: (event) => lookByKey(source, (sql) => caseOfWords(sql, event)),
    list: (workspaceId, filter) => look(source, (sql) => listCases(sql, workspaceId, filter)),
    history: (key, limit) => look(source, (sql) => readHistory(sql, key, limit)),
    notes: (key, limit) => look(source, (sql) => readNotes(sql, key, limit)),
  };
}

/** What is to be done, and what it is done with. */
export function readingWork(
  source: SealedSource,
): Part<
  | 'staleCards'
  | 'clocksDueBy'
  | 'remindersIn'
  | 'whoWaits'
  | 'whoIsTold'
  | 'newsIn'
  | 'readsAny'
  | 'clock'
  | 'fileToCopy'
  | 'keptBytes'
  | 'fileBytes'
  | 'caseFiles'
  | 'postedEscalation'
> {
  return {
    staleCards: (caseId) => lookByKey(source, (sql) => staleCards(sql, caseId)),
    clocksDueBy: (workspaceId, personId, when) =>
      look(source, (sql) => clocksDueBy(sql, workspaceId, personId, when)),
    remindersIn: (deliveryId) => lookByKey(source, (sql) => remindersIn(sql, deliveryId)),
    whoIsTold: (workspaceId, tag) => lookByKey(source, (sql) => whoIsTold(sql, workspaceId, tag)),
    newsIn: (deliveryId) => lookByKey(source, (sql) => newsIn(sql, deliveryId)),
    readsAny: (workspaceId, userId) => look(source, (sql) => readsAny(sql, workspaceId, userId)),
    whoWaits: (workspaceId, tag) => lookByKey(source, (sql) => whoWaits(sql, workspaceId, tag)),
    clock: (clockId, generation) => lookByKey(source, (sql) => runningClock(sql, clockId, generation)),
    fileToCopy: (fileRowId) => lookByKey(source, (sql) => fileToCopy(sql, fileRowId)),
    keptBytes: (workspaceId) => look(source, (sql) => keptBytes(sql, workspaceId)),
    caseFiles: (caseId, which) => look(source, (sql) => caseFiles(sql, caseId, which)),
    postedEscalation: (caseId, department, channelId) =>
      lookByKey(source, (sql) => postedEscalation(sql, caseId, department, channelId)),
    fileBytes: (workspaceId, fileRowId) =>
      look(source, (sql) => fileBytes(sql, source.seal, workspaceId, fileRowId)),
  };
}

async function caseOfWords(sql: Sql, event: Parameters<Store['caseOfWords']>[0]): Promise<CaseFile | null> {
  const { workspaceId, message } = event;
  if (event.isDirect) {
    const found = await caseOfDirect(sql, event);
    return found && readFile(sql, found);
  }
  const { ref, threadRoot = null, author } = message;
  const open = await caseOfMessage(sql, workspaceId, ref, threadRoot, LISTENING_STATES);
  const ended = open === null ? await caseOfMessage(sql, workspaceId, ref, threadRoot, ENDED_STATES) : null;
  const caseId = open ?? ended;
  const file = caseId === null ? null : await readFile(sql, { workspaceId, caseId });
  return ended !== null && file?.case.member.userId !== author.userId ? null : file;
}

/** What is known of a case's people. */
export function readingOfPeople(
  source: Source,
): Part<
  'memberSaid' | 'cardOfWords' | 'flaggedMessage' | 'pastHandlers' | 'helpers' | 'promises' | 'earlierCases'
> {
  return {
    cardOfWords: (event) => look(source, (sql) => cardOfWords(sql, event)),
    memberSaid: (key) => look(source, (sql) => memberSaid(sql, key)),
    flaggedMessage: (key) => look(source, (sql) => flaggedMessage(sql, key)),
    pastHandlers: (past) => look(source, (sql) => pastHandlers(sql, past)),
    helpers: (workspaceId, filter) => look(source, (sql) => helpersOf(sql, workspaceId, filter)),
    promises: (workspaceId, due) => look(source, (sql) => promisesOf(sql, workspaceId, due, source.now())),
    earlierCases: (workspaceId, userId, before, eyes) =>
      look(source, (sql) => earlierCases(sql, workspaceId, userId, before, eyes)),
  };
}
