import type { ChannelInfo, MessageSnapshot, Person } from '../chat/message.ts';
import type { MessageRef, WorkspaceId } from '../chat/ref.ts';
import { AppError, PlatformUnavailable, RateLimited } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import { textsOf } from '../texts/index.ts';

/** What only the platform knows of people and channels. */
export interface Around {
  fetchPerson(workspaceId: WorkspaceId, userId: string): Promise<Person>;
  fetchChannel(workspaceId: WorkspaceId, channelId: string): Promise<ChannelInfo>;
  canSee(workspaceId: WorkspaceId, channelId: string, userId: string): Promise<boolean>;
}

interface AroundCase extends Around {
  fetchMessage(ref: MessageRef): Promise<MessageSnapshot>;
}

/** What a kind of feedback sets in motion besides an answer, as far as the platform has to be asked about it. */
export interface Besides {
  /** People to whom the kind words go: those the message mentions and who can read it. */
  praised: string[];
  /** People it mentions of whom the platform did not tell in time whether they may have them. */
  missed: string[];
  /** Why the helpers cannot be asked, for people; null when nothing is in the way. */
  unasked: string | null;
}

/** So many people one message praises; who mentions more means everybody. */
const PRAISED_MAX = 20;

/** So long in all (ms) is waited for the limits of the platform, for the people of one message. No case waits for its praise. */
const WAIT_MAX_MS = 6_000;

/** Waits so long (ms). */
export type Wait = (ms: number) => Promise<unknown>;

/**
 * Asked before the case is held: it takes calls to the platform.
 * @param message null for feedback without one. @param wait for the limits of the platform; null where a person waits for us
 */
export async function besidesOf(
  message: Pick<MessageSnapshot, 'ref' | 'mentions' | 'author'> | null,
  kind: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  around: Around,
  wait: Wait | null = null,
): Promise<Besides> {
  const { passOn, community } = kindOf(policy, kind);
  const people = passOn?.praised && message ? await praisedIn(message, workspace.id, around, wait) : NOBODY;
  return {
    ...people,
    unasked: community ? await whyUnasked(message, workspace, around) : null,
  };
}

/** The same for a case that becomes one of another kind: its message is read again. */
export async function besidesOfCase(
  { case: { source } }: Pick<CaseFile, 'case'>,
  kind: string,
  { workspace, policy, chat }: { workspace: WorkspacePolicy; policy: Policy; chat: AroundCase },
): Promise<Besides> {
  const { passOn, community } = kindOf(policy, kind);
  if (!passOn?.praised && !community) return { ...NOBODY, unasked: null };
  const message = source && (await otherwise(null, chat.fetchMessage(source)));
  return besidesOf(message, kind, workspace, policy, chat);
}

const NOBODY: Pick<Besides, 'praised' | 'missed'> = { praised: [], missed: [] };

/** One after the other, until the platform has no more time for it. */
async function praisedIn(
  { ref, mentions = [], author }: Pick<MessageSnapshot, 'ref' | 'mentions' | 'author'>,
  workspaceId: WorkspaceId,
  around: Around,
  wait: Wait | null,
): Promise<Pick<Besides, 'praised' | 'missed'>> {
  const people = mentions.filter((each) => each !== author.userId).slice(0, PRAISED_MAX);
  const praised: string[] = [];
  const mayWait = createPatience(wait);
  for (const [index, userId] of people.entries()) {
    const mayHearIt = () => otherwise(false, mayHear(workspaceId, ref.channelId, userId, around));
    const answer = await inTime(mayHearIt, mayWait);
    if (answer === null) return { praised, missed: people.slice(index) };
    if (answer) praised.push(userId);
  }
  return { praised, missed: [] };
}

/** @returns null when the platform cannot be asked in time */
async function inTime<T>(
  ask: () => Promise<T>,
  mayWait: (ms: number) => Promise<boolean>,
): Promise<T | null> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof PlatformUnavailable) return null;
      if (!(error instanceof RateLimited)) throw error;
      if (!(await mayWait(error.afterMs))) return null;
    }
  }
}

/** Waits as long as all waits together are not too long. @returns whether it has waited */
function createPatience(wait: Wait | null): (ms: number) => Promise<boolean> {
  let leftMs = WAIT_MAX_MS;
  return async (ms) => {
    if (!wait || ms > leftMs) return false;
    // A wait of nothing counts too, so that it ends.
    leftMs -= Math.max(1, ms);
    await wait(ms);
    return true;
  };
}

/** Whether somebody belongs to the community, is no bot, and can read what was said there. @param channelId null: said nowhere */
export async function mayHear(
  workspaceId: WorkspaceId,
  channelId: string | null,
  userId: string,
  around: Pick<Around, 'fetchPerson' | 'canSee'>,
): Promise<boolean> {
  const { isBot, isMember, isVisitor = false } = await around.fetchPerson(workspaceId, userId);
  return (
    (isMember || isVisitor) && !isBot && (channelId === null || around.canSee(workspaceId, channelId, userId))
  );
}

/** What is said in a private channel stays there. */
async function whyUnasked(
  message: Pick<MessageSnapshot, 'ref'> | null,
  workspace: WorkspacePolicy,
  around: Pick<Around, 'fetchChannel'>,
): Promise<string | null> {
  const { id, helpers } = workspace;
  const { unasked } = textsOf(workspace).rules.notices;
  if (helpers === undefined) return unasked.noChannel;
  if (!message) return unasked.noMessage;
  const { channelId } = message.ref;
  if (channelId === helpers) return null;
  const channel = await otherwise(null, around.fetchChannel(id, channelId));
  return channel && !channel.isPrivate ? null : unasked.privateChannel;
}

/** What the platform does not tell is answered as the careful thing; an outage is waited out. */
async function otherwise<T>(careful: T, asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof AppError && error.retry === 'never') return careful;
    throw error;
  }
}
