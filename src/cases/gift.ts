import { NotPossible } from '../errors.ts';
import type { GiftPolicy, Policy, WorkspacePolicy } from '../policy/schema.ts';
import { kindOf } from '../policy/lookup.ts';
import { isBarred, namedLeads } from './access.ts';
import type { CaseFile, Gift, NewGift, Reply } from './case.ts';
import type { Change } from './change.ts';
import { assertOpen } from './states.ts';
import type { Place } from '../chat/ref.ts';

/** Stands in a gift's answer for the code, which is put there at the moment it is delivered and never before. */
export const CODE_PLACE = '(the code appears here)';

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
  /** What the member will read, with `CODE_PLACE` where the code belongs. */
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
    throw new NotPossible(
      `No gift is given for "${kindOf(policy, found.kind).name}": hearback.yaml says so for this kind of feedback. If the kind is wrong, change it first.`,
    );
  if (Object.keys(policy.gifts).length === 0)
    throw new NotPossible(
      'There are no gifts yet. Whoever runs Hearback adds them to hearback.yaml under gifts.',
    );
  const { userId } = found.member;
  if (!userId)
    throw new NotPossible(
      'This member has no account here, so the gift could not reach them. Give it the way their feedback came, and note it with /feedback note.',
    );
  if (userId === by) throw new NotPossible('Nobody gives themselves a gift.');
  if (excluded.some((each) => each.userId === userId))
    throw new NotPossible('The member is kept out of this case, so nothing of it may reach them.');
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
  throw new NotPossible(
    `There is no gift "${key.slice(0, 40)}". Choose one of: ${Object.keys(policy.gifts).join(', ')}.`,
  );
}

function assertWithin(file: CaseFile, usage: GiftUsage, gift: GiftPolicy, { giftLimits }: Policy): void {
  const { perCase, perMember, perMonth, budget } = giftLimits;
  const ofCase = file.gifts.filter(holds).length;
  if (ofCase >= perCase)
    throw new NotPossible(
      `This case has ${counted(ofCase)} already, and no more than ${perCase} are given for one case (giftLimits.perCase).`,
    );
  if (usage.member >= perMember)
    throw new NotPossible(
      // Not how many: some may be in cases that whoever asks does not see.
      `No more gifts for this member this month: no more than ${perMember} are given (giftLimits.perMember).`,
    );
  if (usage.all >= perMonth)
    throw new NotPossible(
      `${counted(usage.all)} were given this month, which is all there are (giftLimits.perMonth). Next month begins anew.`,
    );
  if (budget !== null && usage.value + gift.value > budget)
    throw new NotPossible(
      `That is more than what is left of this month's budget: ${Math.max(0, budget - usage.value)} of ${budget} (giftLimits.budget).`,
    );
  if (gift.type === 'codes' && usage.codesLeft === 0)
    throw new NotPossible(
      'There are no codes of this gift left. Whoever runs Hearback imports more with: hearback gifts import',
    );
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
  if (gift?.state === 'proposed')
    throw new NotPossible(
      'This gift waits for somebody else to approve it (/feedback approve). To say it differently, discard it and propose it again.',
    );
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
  if (hasCode && !markdown.includes(CODE_PLACE))
    throw new NotPossible(`Please keep the words "${CODE_PLACE}": the member's code is put there.`);
  if (markdown.length > WORDS_MAX)
    throw new NotPossible(
      `With a gift please stay below ${WORDS_MAX} characters: it goes out as one message.`,
    );
}

function counted(count: number): string {
  return count === 1 ? '1 gift' : `${count} gifts`;
}
