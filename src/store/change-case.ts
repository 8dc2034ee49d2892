import type { Case, CaseFile, NewGift, State } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { withLevel } from '../cases/level.ts';
import { OPEN_STATES } from '../cases/states.ts';
import {
  addDepartments,
  addExclusions,
  addHistory,
  addNotes,
  addReporters,
  removeExclusions,
  removeReporters,
} from './case-lists.ts';
import { readFile } from './cases.ts';
import { changeCc } from './copies.ts';
import { changeFollowers } from './followers.ts';
import { keepLevel } from './levels.ts';
import { endCloseRequests, keepAnswer } from './close-requests.ts';
import { turnClocks } from './clocks.ts';
import { withdrawHandler } from './withdraw-handler.ts';
import { addDeliveries } from './deliveries.ts';
import { refreshCards } from './follow-cards.ts';
import { recommend, tick } from './checklist.ts';
import { turnDepartments } from './department-work.ts';
import { followTopicsOf } from './follow-topics.ts';
import { followHomes } from './home-turns.ts';
import { addGift, decideGifts } from './gifts.ts';
import { addCredit, addPraised, keepConsent, keepHelp } from './praise.ts';
import { changeIssues } from './issue-turns.ts';
import { redrawLists } from './redraw-lists.ts';
import { compareAnew } from './compare-anew.ts';
import { addReminders } from './reminders.ts';
import { endOffers } from './offers.ts';
import { addReplies, moveReplies } from './replies.ts';
import { turnTopic } from './topic-links.ts';
import type { Work } from './work.ts';

/** Where each thing a rule may set is kept. */
const COLUMN_OF: ReadonlyMap<string, string> = new Map<keyof NonNullable<Change['set']>, string>([
  ['state', 'state'],
  ['severity', 'severity'],
  ['kind', 'kind'],
  ['handlerId', 'handler_id'],
  ['snoozedUntil', 'snoozed_until'],
  ['snoozedForMember', 'snoozed_for_member'],
  ['language', 'language'],
  ['languageFrom', 'language_from'],
  ['audience', 'audience'],
  ['level', 'level'],
  ['quote', 'quote'],
  ['closedAt', 'closed_at'],
]);

/**
 * Carries out what a rule decided about a case that is locked.
 * @param counts false for what happens in the transaction that opened it: that is still its first version
 */
export async function changeCase(work: Work, file: CaseFile, decided: Change, counts = true): Promise<void> {
  const { case: found } = file;
  const { caseId } = found;
  const change = withLevel(file, decided);
  if (change.set) setColumns(work, caseId, change.set);
  endOffers(
    work,
    caseId,
    change.history.map(({ actorId }) => actorId),
  );
  // What neither needs an answer of the other is on its way together: others wait for the case meanwhile.
  await Promise.all([addHistory(work, caseId, change.history), changeParts(work, found, change)]);
  if (isSeenOtherwise(found.state, change)) await followTopicsOf(work, [caseId]);
  if (change.set?.quote !== undefined) await compareAnew(work, caseId);
  if (counts) raiseVersion(work, caseId);
  else followHomes(work, caseId);
  // After the cards that are already posted have been asked to follow: a new card shows this version anyway.
  if (change.deliveries) await addDeliveries(work, found, change.deliveries);
  if (change.reminders) await addReminders(work, found, change.reminders);
}

/** The same, for whoever goes on with the case. @returns the case as it is afterwards */
export async function changed(...given: Parameters<typeof changeCase>): Promise<CaseFile> {
  await changeCase(...given);
  const [work, file] = given;
  return reread(work, file.case);
}

/** Everything a change says but the history. */
async function changeParts(work: Work, found: Case, change: Change): Promise<void> {
  const { caseId, workspaceId } = found;
  await changeLists(work, caseId, change);
  if (change.ticks) await tick(work, caseId, change.ticks);
  if (change.recommend) await recommend(work, caseId, change.recommend);
  if (change.praise) await addPraised(work, caseId, change.praise);
  if (change.consent) await keepConsent(work, caseId, change.consent);
  if (change.closing) await keepAnswer(work, caseId, change.closing);
  if (change.set?.state && OPEN_STATES.includes(change.set.state)) await endCloseRequests(work, caseId);
  if (change.help) await keepHelp(work, caseId, change.help);
  if (change.credit) await addCredit(work, caseId, change.credit);
  if (change.exclude || change.set?.audience === 'leads')
    await redrawLists(work, { workspaceId, caseIds: [caseId] });
  await changeIssues(work, caseId, change);
  await Promise.all([
    change.clocks ? turnClocks(work, caseId, change.clocks) : null,
    change.replies ? addReplies(work, found, change.replies) : null,
  ]);
  if (change.giftDecisions) await decideGifts(work, caseId, change.giftDecisions);
  if (change.gift) await giveGift(work, found, change.gift);
  if (change.replyStates) await moveReplies(work, found, change.replyStates);
  if (change.topic) await turnTopic(work, caseId, change.topic);
}

/** Whether the topic of a case counts it no more, or again, or there are others who look after it. */
function isSeenOtherwise(state: State, { include, departments, set }: Change): boolean {
  const counts = (each: State) => each !== 'dismissed' && each !== 'merged';
  const isCounted = set?.state === undefined ? counts(state) : counts(set.state);
  return Boolean(include ?? departments ?? set?.audience ?? set?.kind) || isCounted !== counts(state);
}

/** Who flagged it, who has it, whom it is kept from, and what was noted. */
async function changeLists(work: Work, caseId: number, change: Change): Promise<void> {
  if (change.reporters) await addReporters(work, caseId, change.reporters);
  if (change.removeReporters) await removeReporters(work, caseId, change.removeReporters);
  if (change.departments) await addDepartments(work, caseId, change.departments);
  if (change.departmentTurns) await turnDepartments(work, caseId, change.departmentTurns);
  if (change.exclude) {
    await addExclusions(work, caseId, change.exclude);
    await withdrawHandler(work, caseId);
  }
  if (change.include) await removeExclusions(work, caseId, change.include);
  if (change.raise) await keepLevel(work, caseId, change.raise);
  if (change.cc) await changeCc(work, caseId, change.cc);
  if (change.follow) await changeFollowers(work, caseId, change.follow);
  if (change.notes) await addNotes(work, caseId, change.notes);
}

/** The gift, and the answer that brings it. */
async function giveGift(work: Work, found: Case, gift: NewGift): Promise<void> {
  const giftId = await addGift(work, found, found.member.userId, gift);
  const { reply, proposedBy } = gift;
  await addReplies(work, found, [{ ...reply, purpose: 'gift', authorId: proposedBy, giftId, send: false }]);
}

/** The case changed: its version is raised and its posted cards follow. */
export function raiseVersion(work: Work, caseId: number): void {
  work.sql.later('update hearback.cases set version = version + 1 where case_id = $1', [caseId]);
  refreshCards(work, caseId);
  followHomes(work, caseId);
}

/** A case that this transaction holds, as the transaction has left it. */
export async function reread({ sql }: Work, { workspaceId, caseId }: CaseFile['case']): Promise<CaseFile> {
  const file = await readFile(sql, { workspaceId, caseId });
  if (!file) throw new Error(`case ${caseId} vanished while it was held`);
  return file;
}

function setColumns({ sql }: Work, caseId: number, set: NonNullable<Change['set']>): void {
  const given = Object.entries(set).filter(([name, value]) => COLUMN_OF.has(name) && value !== undefined);
  if (given.length === 0) return;
  const assignments = given.map(([name], index) => `${COLUMN_OF.get(name)} = $${index + 2}`);
  sql.later(`update hearback.cases set ${assignments.join(', ')} where case_id = $1`, [
    caseId,
    ...given.map(([, value]) => value),
  ]);
}
