import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { languageName } from './cards/language-words.ts';
import type { CaseFile, Reply } from './case.ts';
import type { Change } from './change.ts';
import { answerPlace, type Prepared } from './open.ts';
import { assertAnswered, draftFor, draftOf, isToMember } from './reply.ts';
import { assertOpen } from './states.ts';
import type { Wording } from '../texts/index.ts';

/** An answer that waits for a click and is still as the templates have it: nobody has put their own words into it, and no gift goes with it. */
export function isUntouched({ state, authorId, steps, giftId }: Reply): boolean {
  return state === 'draft' && authorId === null && steps.length > 0 && giftId === null;
}

/** Whether the moment by which it says that the member hears again is over, and nobody has changed it. */
export function isStale(reply: Reply, now: Date): boolean {
  return isUntouched(reply) && reply.promises !== null && reply.promises <= now;
}

/**
 * In place of sending an answer whose moment is over, it is written anew, to be looked at once more.
 * @param replyId the answer that was shown; null: the one that waits now
 * @returns null when it can go out as it is, which is so too where its words would be the same
 * @throws {NotPossible} when it was sent or discarded meanwhile, or cannot be written
 */
export function renewed(
  file: CaseFile,
  replyId: number | null,
  write: (reply: Reply) => Prepared,
  by: string,
  now: Date,
): Change | null {
  assertOpen(file.case);
  const chosen = replyId === null ? draftFor(file) : draftOf(file, replyId);
  if (!chosen || !isStale(chosen, now)) return null;
  const anew = written(write(chosen));
  if (anew.markdown === chosen.markdown) return null;
  return { ...replacing(chosen, anew), history: [{ action: 'answer_renewed', actorId: by }] };
}

/** The answer that `renewed` has put in the place of this one, as long as it waits. */
export function renewedIn({ replies }: CaseFile, replyId: number | null): Reply | null {
  const newest = replies.findLast((reply) => isToMember(reply) && reply.state !== 'discarded');
  const isReplaced =
    replyId === null || replies.some((reply) => reply.replyId === replyId && reply.state === 'discarded');
  return isReplaced && newest && isUntouched(newest) ? newest : null;
}

/** What happens to the answers that wait when the language of their case changes. */
export interface LanguageChange {
  /** The case as it is with the language: what an answer is composed from. */
  after: CaseFile;
  /** To be written anew. */
  untouched: Reply[];
  /** A person's words: left as they are. */
  kept: Reply[];
}

/**
 * A person says in which language the member is answered.
 * @throws {NotPossible} for one nobody has written templates in, and for the one it has
 */
export function planLanguage(
  file: CaseFile,
  wanted: string | null,
  offered: readonly string[],
): LanguageChange {
  assertOpen(file.case);
  if (wanted === null)
    throw new NotPossible((texts) => {
      const choices = offered.map((each) => `${each} (${languageName(each, texts)})`);
      return texts.rules.answers.noTemplates(choices.join(', '));
    });
  if (file.case.language === wanted && file.case.languageFrom === 'chosen')
    throw new NotPossible((texts) => texts.rules.answers.languageAlready(languageName(wanted, texts)));
  const waiting = file.replies.filter((reply) => reply.state === 'draft' && isToMember(reply));
  return {
    after: { ...file, case: { ...file.case, language: wanted, languageFrom: 'chosen' } },
    untouched: waiting.filter((reply) => isUntouched(reply) && reply.language !== wanted),
    kept: waiting.filter((reply) => !isUntouched(reply)),
  };
}

/**
 * @param write composes an answer anew, from the case as it will be
 * @throws {NotPossible} when that cannot be done: then nothing changes
 */
export function changeLanguage(
  file: CaseFile,
  { after, untouched }: LanguageChange,
  write: (reply: Reply, after: CaseFile) => Prepared,
  by: string,
): Change {
  const { language, languageFrom } = after.case;
  const anew = untouched.map((reply) => replacing(reply, write(reply, after)));
  return {
    set: { language, languageFrom },
    replyStates: anew.flatMap(({ replyStates }) => replyStates),
    replies: anew.flatMap(({ replies }) => replies),
    history: [{ action: 'language_chosen', actorId: by, detail: { from: file.case.language, to: language } }],
  };
}

/**
 * The answer in whose place another text can come; null when none waits, and one can be prepared.
 * @param replyId the answer that was shown; null: the one that waits now
 * @throws {NotPossible} when it was sent, discarded or edited meanwhile, or nobody answers such a case
 */
export function assertExchangeable(file: CaseFile, policy: Policy, replyId: number | null): Reply | null {
  assertOpen(file.case);
  assertAnswered(file, policy);
  const shown = replyId === null ? (draftFor(file) ?? null) : draftOf(file, replyId);
  if (!shown || isUntouched(shown)) return shown;
  throw new NotPossible(({ rules: { answers } }) =>
    shown.giftId === null ? answers.personsWords : answers.bringsGift,
  );
}

/**
 * Another text for the member in place of the one that waits, from templates. Nothing is sent.
 * @throws {NotPossible} as `assertExchangeable`
 */
export function chooseTemplate(
  file: CaseFile,
  name: string,
  prepared: Prepared,
  policy: Policy,
  replyId: number | null,
  by: string,
): Change {
  const shown = assertExchangeable(file, policy, replyId);
  const place = shown?.place ?? answerPlace(file, kindOf(policy, file.case.kind).answer === 'private');
  if (!place) throw new NotPossible(({ rules }) => rules.answers.noThread);
  const history = [{ action: 'template_chosen', actorId: by, detail: { to: name } }];
  if (shown) return { ...replacing(shown, prepared), history };
  return { replies: [{ ...written(prepared), authorId: null, place, send: false }], history };
}

function replacing(
  { replyId, place, purpose }: Reply,
  prepared: Prepared,
): { replyStates: NonNullable<Change['replyStates']>; replies: NonNullable<Change['replies']> } {
  return {
    replyStates: [{ replyId, state: 'discarded' }],
    replies: [{ ...written(prepared), authorId: null, place, purpose, send: false }],
  };
}

/** @throws {NotPossible} when it cannot be written */
function written(prepared: Prepared): Exclude<Prepared, null | { problem: Wording }> {
  if (prepared && 'markdown' in prepared) return prepared;
  throw new NotPossible((texts) => {
    const { answers } = texts.rules;
    return prepared ? answers.unwritten(prepared.problem(texts)) : answers.nothingToSay;
  });
}
