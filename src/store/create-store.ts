import type { Pool } from 'pg';
import { addMessage, change } from './decide.ts';
import { deliver } from './deliver.ts';
import { failDelivery, say } from './say.ts';
import { markShown } from './follow-cards.ts';
import { effect, type Ticket } from './effect.ts';
import { keepFile } from './files.ts';
import { give } from './give.ts';
import { askCatchUp, forgetFlag, isPlain, takeIn } from './intake.ts';
import { addVersion } from './messages.ts';
import { openCase, openedBefore } from './open-case.ts';
import { policyClocks, policyInForce, policyNext, policyWanted } from './policy-seen.ts';
import { gatherNews, letGo } from './followers.ts';
import { gatherReminders } from './reminders.ts';
import {
  look,
  lookByKey,
  reading,
  readingOfPeople,
  readingWork,
  type Part,
  type SealedSource,
} from './reading.ts';
import { beginScans, readScan, scanned } from './scans.ts';
import { noSeal, type Seal } from './seal.ts';
import type { Once, Store } from './store.ts';
import { askDaily, tidy } from './tidy.ts';
import { endTrouble, noteTrouble } from './trouble.ts';
import { takeInTogether } from './take-in-together.ts';
import { addNote } from './thread-notes.ts';
import { listeningThreads, recordedIn } from './threads.ts';
import { atomically, atomicallyByKey, type Source, type Work } from './work.ts';

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
    ...readingWork(source),
    ...readingOfPeople(source),
    ...comingIn(source, ticket),
    ...lookingBack(source, ticket),
    ...changing(source, ticket),
    ...saying(source, ticket),
    ...followingPolicy(source, ticket),
  };
}

function comingIn(
  source: Source,
  ticket: Ticket | null,
): Part<'takeIn' | 'forgetFlag' | 'askCatchUp' | 'askDaily'> {
  const together = takeInTogether(source);
  return {
    takeIn: (intake) =>
      isPlain(intake) && !ticket
        ? together(intake)
        : quietly(source, ticket, (work) => takeIn(work, intake), false),
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
    scan: (scanId) => lookByKey(source, (sql) => readScan(sql, scanId)),
    scanned: (scanId, captured, step, warn) =>
      quietly(source, ticket, (work) => scanned(work, scanId, captured, step, warn), undefined),
    listeningThreads: (workspaceId, afterCase) =>
      look(source, (sql) => listeningThreads(sql, workspaceId, afterCase)),
    recordedIn: (workspaceId, root, from, until) =>
      lookByKey(source, (sql) => recordedIn(sql, workspaceId, root, from, until)),
  };
}

function followingPolicy(
  source: Source,
  ticket: Ticket | null,
): Part<'policyInForce' | 'policyWanted' | 'policyClocks' | 'policyNext'> {
  return {
    policyInForce: (times) => quietly(source, ticket, (work) => policyInForce(work, times), undefined),
    policyWanted: (generation, times) => look(source, (sql) => policyWanted(sql, generation, times)),
    policyClocks: (after, limit) => look(source, (sql) => policyClocks(sql, after, limit)),
    policyNext: (generation, after) =>
      quietly(source, ticket, (work) => policyNext(work, generation, after), undefined),
  };
}

function changing(
  source: SealedSource,
  ticket: Ticket | null,
): Part<'open' | 'change' | 'give' | 'addMessage' | 'addNote' | 'addVersion' | 'keepFile' | 'tidy'> {
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
    addNote: (key, note, decide) => addNote(source, ticket, key, note, decide),
    addVersion: (message, version, decide) =>
      quietly(source, ticket, (work) => addVersion(work, message, version, decide), null),
    tidy: (...retentions) => tidy({ source, seal: source.seal }, retentions),
    keepFile: (fileRowId, content) =>
      quietly(source, ticket, (work) => keepFile(work, source.seal, fileRowId, content), undefined),
  };
}

function saying(
  source: Source,
  ticket: Ticket | null,
): Part<
  | 'deliver'
  | 'failDelivery'
  | 'say'
  | 'markShown'
  | 'gatherReminders'
  | 'gatherNews'
  | 'letGo'
  | 'noteTrouble'
  | 'endTrouble'
> {
  return {
    deliver: (deliveryId, ...steps) => deliver(source, ticket, deliveryId, ...steps),
    failDelivery: (deliveryId, reason, instead) =>
      quietly(source, ticket, (work) => failDelivery(work, deliveryId, reason, instead), undefined),
    say: (workspaceId, delivery, caseId) =>
      quietly(source, ticket, (work) => say(work, workspaceId, delivery, caseId), undefined),
    markShown: (deliveryId, version, caseId) =>
      quietly(source, ticket, ({ sql }) => markShown(sql, deliveryId, version, caseId), undefined),
    gatherReminders: (workspaceId, tag) =>
      quietly(source, ticket, (work) => gatherReminders(work, workspaceId, tag), undefined),
    gatherNews: (workspaceId, tag) =>
      quietly(source, ticket, (work) => gatherNews(work, workspaceId, tag), undefined),
    letGo: (userId, caseIds) => quietly(source, ticket, ({ sql }) => letGo(sql, userId, caseIds), undefined),
    noteTrouble: (workspaceId, about, reason) =>
      atomically(source, (work) => noteTrouble(work, workspaceId, about, reason)),
    endTrouble: (workspaceId, about) =>
      atomicallyByKey(source, (work) => endTrouble(work, workspaceId, about)),
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
