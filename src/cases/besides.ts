import type { ChannelInfo, MessageSnapshot, Person } from '../chat/message.ts';
import type { MessageRef, WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';

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
  /** Why the helpers cannot be asked, for people; null when nothing is in the way. */
  unasked: string | null;
}

/** So many people one message praises; who mentions more means everybody. */
const PRAISED_MAX = 20;

/** Asked before the case is held: it takes calls to the platform. @param message null for feedback without one */
export async function besidesOf(
  message: Pick<MessageSnapshot, 'ref' | 'mentions' | 'author'> | null,
  kind: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  around: Around,
): Promise<Besides> {
  const { passOn, community } = kindOf(policy, kind);
  return {
    praised: passOn?.praised && message ? await praisedIn(message, workspace.id, around) : [],
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
  if (!passOn?.praised && !community) return { praised: [], unasked: null };
  const message = source && (await otherwise(null, chat.fetchMessage(source)));
  return besidesOf(message, kind, workspace, policy, chat);
}

async function praisedIn(
  { ref, mentions = [], author }: Pick<MessageSnapshot, 'ref' | 'mentions' | 'author'>,
  workspaceId: WorkspaceId,
  around: Around,
): Promise<string[]> {
  const found: string[] = [];
  for (const userId of mentions.filter((each) => each !== author.userId).slice(0, PRAISED_MAX))
    if (await otherwise(false, mayHear(workspaceId, ref.channelId, userId, around))) found.push(userId);
  return found;
}

/** Whether somebody belongs to the community, is no bot, and can read what was said there. @param channelId null: said nowhere */
export async function mayHear(
  workspaceId: WorkspaceId,
  channelId: string | null,
  userId: string,
  around: Pick<Around, 'fetchPerson' | 'canSee'>,
): Promise<boolean> {
  const { isBot, isMember } = await around.fetchPerson(workspaceId, userId);
  return isMember && !isBot && (channelId === null || around.canSee(workspaceId, channelId, userId));
}

/** What is said in a private channel stays there. */
async function whyUnasked(
  message: Pick<MessageSnapshot, 'ref'> | null,
  { id, helpers }: WorkspacePolicy,
  around: Pick<Around, 'fetchChannel'>,
): Promise<string | null> {
  if (helpers === undefined) return 'There is no helpers channel in hearback.yaml.';
  if (!message) return 'This feedback came in without a message that could be shown to them.';
  const { channelId } = message.ref;
  if (channelId === helpers) return null;
  const channel = await otherwise(null, around.fetchChannel(id, channelId));
  return channel && !channel.isPrivate ? null : 'It was said in a private channel, and stays there.';
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
