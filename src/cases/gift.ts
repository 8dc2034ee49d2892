import { NotPossible } from '../errors.ts';
import type { GiftPolicy, Policy, WorkspacePolicy } from '../policy/schema.ts';
import { kindName, kindOf } from '../policy/lookup.ts';
import { isBarred, namedLeads } from './access.ts';
import type { CaseFile, Gift, NewGift, Reply } from './case.ts';
import type { Change } from './change.ts';
import { assertOpen } from './states.ts';
import type { Place } from '../chat/ref.ts';
import { SPOKEN_LANGUAGES, textsIn } from '../texts/index.ts';

/**
 * What stands in a gift's answer for the code, which is put there at the moment it is delivered and never before: in the language of
 * the community, which may have been another one when the words were written.
 */
export const CODE_PLACES: readonly string[] = SPOKEN_LANGUAGES.map(
  (language) => textsIn(language).rules.gifts.codePlace,
);

/** Longest words with a gift (characters): with any code in them they are one message on every platform. */
const WORDS_MAX = 1_500;

/** What has been given so far; what waits for approval or for its click counts too. */
export interface GiftUsage {
  /** Gifts to this member this month. */
  member: number;
  /** All gifts of the community this month, and their values together. */
  all: number;
  value: number;
  /** Codes of this kind of gift that can still be given. */
  codesLeft: number;
}

/** A gift somebody wants to give. */
export interface Wish {
  /** A key of the policy's `gifts`. */
  key: string;
  by: string;
  /** What the member will read, with one of `CODE_PLACES` where the code belongs. */
  reply: Pick<NewGift['reply'], 'markdown' | 'language' | 'steps'>;
  /** The month it counts in. */
  month: string;
}

/** States in which a gift counts against the limits, and holds its code; one that failed, while its code can still be delivered. */
const HOLDING: readonly Gift['state'][] = ['proposed', 'approved', 'given', 'failed'];

export function holds({ state, isCodeLost }: Pick<Gift, 'state' | 'isCodeLost'>): boolean {
  return HOLDING.includes(state) && !(state === 'failed' && isCodeLost);
}

/** The month of a moment where people live: `2026-11`. */
export function monthOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(
    at,
  );
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}

/** The gifts that may be given for a case: none when its kind says never. The one its kind suggests comes first. */
export function giftsFor({ case: { kind } }: Pick<CaseFile, 'case'>, policy: Policy): string[] {
  const { gift: suggested, answer } = kindOf(policy, kind);
  if (suggested === 'never' || answer === 'never') return [];
  const keys = Object.keys(policy.gifts);
  return suggested === null || !keys.includes(suggested)
    ? keys
    : [suggested, ...keys.filter((key) => key !== suggested)];
}

/**
 * What has to hold before anything is asked or written: the kind allows gifts, there is somebody to give to.
 * @throws {NotPossible}
 */
export function assertMayGive(file: CaseFile, by: string, policy: Policy): void {
  const { case: found, excluded } = file;
  assertOpen(found);
  const { gift, answer } = kindOf(policy, found.kind);
  if (gift === 'never' || answer === 'never')
    throw new NotPossible(({ rules, common }) => rules.gifts.kindNever(kindName(policy, found, common.code)));
  if (Object.keys(policy.gifts).length === 0) throw new NotPossible(({ rules }) => rules.gifts.noGifts);
  const { userId } = found.member;
  if (!userId) throw new NotPossible(({ rules }) => rules.gifts.noAccount);
  if (userId === by) throw new NotPossible(({ rules }) => rules.gifts.toThemselves);
  if (excluded.some((each) => each.userId === userId))
    throw new NotPossible(({ rules }) => rules.gifts.memberKeptOut);
}

/**
 * A gift within the limits: ready to be seen and sent, or, above `approveOver`, proposed to somebody else.
 * @throws {NotPossible} naming the limit in the way
 */
export function give(
  file: CaseFile,
  usage: GiftUsage,
  wish: Wish,
  policy: Policy,
  workspace: WorkspacePolicy,
): Change {
  assertMayGive(file, wish.by, policy);
  const gift = giftOf(policy, wish.key);
  assertWithin(file, usage, gift, policy);
  assertWords(gift.type === 'codes', wish.reply.markdown);
  const { approveOver } = policy.giftLimits;
  const isOver = approveOver !== null && gift.value > approveOver;
  const { workspaceId, member } = file.case;
  return {
    history: [
      { action: isOver ? 'gift_proposed' : 'gift_prepared', actorId: wish.by, detail: { gift: wish.key } },
    ],
    gift: {
      key: wish.key,
      value: gift.value,
      hasCode: gift.type === 'codes',
      state: isOver ? 'proposed' : 'approved',
      proposedBy: wish.by,
      month: wish.month,
      reply: { ...wish.reply, place: { type: 'dm', workspaceId, userId: member.userId } },
      ask: isOver ? approvers(file, wish.by, workspace) : [],
    },
  };
}

/** @throws {NotPossible} */
export function giftOf(policy: Policy, key: string): GiftPolicy {
  const found = Object.hasOwn(policy.gifts, key) ? policy.gifts[key] : undefined;
  if (found) return found;
  throw new NotPossible(({ rules }) =>
    rules.gifts.unknown(key.slice(0, 40), Object.keys(policy.gifts).join(', ')),
  );
}

function assertWithin(file: CaseFile, usage: GiftUsage, gift: GiftPolicy, { giftLimits }: Policy): void {
  const { perCase, perMember, perMonth, budget } = giftLimits;
  const ofCase = file.gifts.filter(holds).length;
  if (ofCase >= perCase) throw new NotPossible(({ rules }) => rules.gifts.perCase(ofCase, perCase));
  if (usage.member >= perMember)
    // Not how many: some may be in cases that whoever asks does not see.
    throw new NotPossible(({ rules }) => rules.gifts.perMember(perMember));
  if (usage.all >= perMonth) throw new NotPossible(({ rules }) => rules.gifts.perMonth(usage.all));
  if (budget !== null && usage.value + gift.value > budget)
    throw new NotPossible(({ rules }) => rules.gifts.budget(Math.max(0, budget - usage.value), budget));
  if (gift.type === 'codes' && usage.codesLeft === 0)
    throw new NotPossible(({ rules }) => rules.gifts.noCodes);
}

/** Whoever decides: the leads the policy names and who may see the case, one message each; else the triage channel. */
function approvers(file: CaseFile, by: string, workspace: WorkspacePolicy): Place[] {
  const { workspaceId } = file.case;
  const leads = namedLeads(workspace).filter((userId) => userId !== by && !isBarred(workspace, file, userId));
  if (leads.length === 0) return [{ type: 'channel', workspaceId, channelId: workspace.triage }];
  return leads.map((userId) => ({ type: 'dm', workspaceId, userId }));
}

/** Before an answer that brings a gift is sent or written anew. @throws {NotPossible} */
export function assertGiftMayGo(file: CaseFile, { giftId }: Pick<Reply, 'giftId'>): void {
  const gift = giftId === null ? undefined : file.gifts.find((each) => each.giftId === giftId);
  if (gift?.state === 'proposed') throw new NotPossible(({ rules }) => rules.gifts.waits);
}

/** An answer that brings a gift, written anew, keeps the place for the code. @throws {NotPossible} */
export function assertGiftKept(file: CaseFile, reply: Pick<Reply, 'giftId'>, markdown: string): void {
  const gift = file.gifts.find(({ giftId }) => giftId === reply.giftId);
  if (!gift) return;
  assertGiftMayGo(file, reply);
  assertWords(gift.hasCode, markdown);
}

/** @throws {NotPossible} */
function assertWords(hasCode: boolean, markdown: string): void {
  if (hasCode && !CODE_PLACES.some((place) => markdown.includes(place)))
    throw new NotPossible(({ rules: { gifts } }) => gifts.keepPlace(gifts.codePlace));
  if (markdown.length > WORDS_MAX) throw new NotPossible(({ rules }) => rules.gifts.wordsTooLong(WORDS_MAX));
}
