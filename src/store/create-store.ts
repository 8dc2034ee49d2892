import type { Pool } from 'pg';
import type { CaseFile } from '../cases/case.ts';
import { earlierCases, caseOfMessage, listCases, lockFile, readFile } from './cases.ts';
import { readHistory, readNotes } from './case-lists.ts';
import { changeCase, raiseVersion, reread } from './change-case.ts';
import { runningClock } from './clocks.ts';
import { deliver } from './deliver.ts';
import { failDelivery, say } from './say.ts';
import { markShown, staleCards } from './deliveries.ts';
import { effect, type Ticket } from './effect.ts';
import { fileToCopy, keepFile } from './files.ts';
import {
  askCatchUp,
  flagOf,
  forgetFlag,
  LISTENING_STATES,
  readIntake,
  takeIn,
  wasTakenBack,
} from './intake.ts';
import { addVersion, linkMessage } from './messages.ts';
import { openCase, openedBefore } from './open-case.ts';
import type { Sql } from './sql.ts';
import type { CaseKey, Changed, Decision, NewMessage, Once, Store } from './store.ts';
import { holdClient } from './transaction.ts';
import type { Source, Work } from './work.ts';

/** The record on a PostgreSQL database that `migrate` has brought up to date. `now` is the time all its rows carry. */
export function createStore(pool: Pool, { now }: { now: () => Date }): Store {
  return storeOf({ pool, now }, null);
}

function storeOf(source: Source, ticket: Ticket | null): Store {
  return {
    once: (once: Once) => storeOf(source, { once, spent: false }),
    ...reading(source),
    ...comingIn(source, ticket),
    ...changing(source, ticket),
    ...saying(source, ticket),
  };
}

/** One look at the record, with one client. */
function look<T>({ pool }: Source, read: (sql: Sql) => Promise<T>): Promise<T> {
  return holdClient(pool, read);
}

type Part<Name extends keyof Store> = Pick<Store, Name>;

function comingIn(source: Source, ticket: Ticket | null): Part<'takeIn' | 'forgetFlag' | 'askCatchUp'> {
  return {
    takeIn: (intake) => quietly(source, ticket, (work) => takeIn(work, intake), false),
    forgetFlag: (unflag) => quietly(source, ticket, (work) => forgetFlag(work, unflag), undefined),
    askCatchUp: (workspaceId) => quietly(source, ticket, (work) => askCatchUp(work, workspaceId), undefined),
  };
}

function reading(
  source: Source,
): Part<
  | 'intake'
  | 'wasTakenBack'
  | 'flagOf'
  | 'read'
  | 'caseOfMessage'
  | 'list'
  | 'history'
  | 'notes'
  | 'earlierCases'
  | 'staleCards'
  | 'clock'
  | 'fileToCopy'
> {
  return {
    intake: (intakeId) => look(source, (sql) => readIntake(sql, intakeId)),
    wasTakenBack: (flag) => look(source, (sql) => wasTakenBack(sql, flag)),
    flagOf: (unflag) => look(source, (sql) => flagOf(sql, unflag)),
    read: (key) => look(source, (sql) => readFile(sql, key)),
    caseOfMessage: (workspaceId, message, threadRoot) =>
      look(source, async (sql) => {
        const caseId = await caseOfMessage(sql, workspaceId, message, threadRoot, LISTENING_STATES);
        return caseId === null ? null : readFile(sql, { workspaceId, caseId });
      }),
    list: (workspaceId, filter) => look(source, (sql) => listCases(sql, workspaceId, filter)),
    history: (key, limit) => look(source, (sql) => readHistory(sql, key, limit)),
    notes: (key, limit) => look(source, (sql) => readNotes(sql, key, limit)),
    earlierCases: (workspaceId, userId, before) =>
      look(source, (sql) => earlierCases(sql, workspaceId, userId, before)),
    staleCards: (caseId) => look(source, (sql) => staleCards(sql, caseId)),
    clock: (clockId, generation) => look(source, (sql) => runningClock(sql, clockId, generation)),
    fileToCopy: (fileRowId) => look(source, (sql) => fileToCopy(sql, fileRowId)),
  };
}

function changing(
  source: Source,
  ticket: Ticket | null,
): Part<'open' | 'change' | 'addMessage' | 'addVersion' | 'keepFile'> {
  return {
    open: (candidate, decide) =>
      effect(
        source,
        ticket,
        (work) => openCase(work, candidate, decide),
        ({ sql }, caseId) => openedBefore(sql, caseId, candidate, decide),
      ),
    change: (key, decide) => change(source, ticket, key, decide),
    addMessage: (key, message, decide) => addMessage(source, ticket, key, message, decide),
    addVersion: (message, version) =>
      quietly(source, ticket, (work) => addVersion(work, message, version), null),
    keepFile: (fileRowId, content) =>
      quietly(source, ticket, ({ sql }) => keepFile(sql, fileRowId, content), undefined),
  };
}

function saying(
  source: Source,
  ticket: Ticket | null,
): Part<'deliver' | 'failDelivery' | 'say' | 'markShown'> {
  return {
    deliver: (deliveryId, send, decide) => deliver(source, ticket, deliveryId, send, decide),
    failDelivery: (deliveryId, reason, instead) =>
      quietly(source, ticket, (work) => failDelivery(work, deliveryId, reason, instead), undefined),
    say: (workspaceId, delivery, caseId) =>
      quietly(source, ticket, (work) => say(work, workspaceId, delivery, caseId), undefined),
    markShown: (deliveryId, version) =>
      quietly(source, ticket, ({ sql }) => markShown(sql, deliveryId, version), undefined),
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

type Decide<T> = (file: CaseFile) => Decision<T>;

function change<T>(
  source: Source,
  ticket: Ticket | null,
  key: CaseKey,
  decide: Decide<T>,
): Promise<(Changed<T> & { repeated: boolean }) | null> {
  return effect<(Changed<T> & { repeated: boolean }) | null>(
    source,
    ticket,
    async (work) => {
      const file = await lockFile(work.sql, key);
      if (!file) return { result: null, caseId: null };
      const decision = decide(file);
      const changed = decision.change ? await changeCase(work, file, decision.change) : file;
      return {
        result: { file: changed, answer: decision.answer, repeated: false },
        caseId: file.case.caseId,
      };
    },
    async ({ sql }) => {
      const file = await readFile(sql, key);
      return file && { file, answer: decide(file).answer, repeated: true };
    },
  );
}

function addMessage<T>(
  source: Source,
  ticket: Ticket | null,
  key: CaseKey,
  message: NewMessage,
  decide: Decide<T>,
): Promise<Changed<T> | null> {
  return effect(
    source,
    ticket,
    async (work) => {
      const held = await lockFile(work.sql, key);
      if (!held) return { result: null, caseId: null };
      const { caseId } = held.case;
      if (!(await linkMessage(work, caseId, message))) return { result: null, caseId };
      const file = await reread(work, held.case);
      const decision = decide(file);
      if (decision.change)
        return {
          result: { file: await changeCase(work, file, decision.change), answer: decision.answer },
          caseId,
        };
      await raiseVersion(work, caseId);
      return { result: { file: await reread(work, file.case), answer: decision.answer }, caseId };
    },
    async () => null,
  );
}
