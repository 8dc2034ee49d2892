import type { ChatAdapter } from '../chat/adapter.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import type { ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { KindPolicy, WorkspacePolicy } from '../policy/schema.ts';
import { isStaff, standingOf } from './access.ts';
import type { CaseFile } from './case.ts';

/** Who has to do with what was said, as far as it can be known: those whom a playbook may keep out of the case. */
export interface Involved {
  /** People who work here and whom the message is about. */
  accused: readonly string[];
  /** Whoever had the matter in hand before, the latest first. */
  previousHandlers: readonly string[];
}

/** What of a message says whom it is about. */
export interface AboutWhom extends Pick<MessageSnapshot, 'mentions' | 'threadRoot'> {
  author: Pick<MessageSnapshot['author'], 'userId'>;
}

/** What was said, by whom and where. */
export interface Statement {
  workspaceId: WorkspaceId;
  /** Empty for whoever has no account here. */
  memberId: string;
  thread: ThreadRoot | null;
  /** The case it is already, whose own handlers count too; null for one that is about to be opened. */
  caseId: number | null;
  /** Null for what came by mail, phone or in person. */
  message: AboutWhom | null;
  /** The words that came so, as somebody wrote them down here. */
  told?: string;
}

/** Whose earlier work is looked for in the record. */
export interface Past extends Pick<Statement, 'workspaceId' | 'memberId' | 'thread' | 'caseId'> {
  /** Cases that were over before that do not count, unless they are of the same thread. */
  since: Date;
}

/** Where the answers come from: the platform, and the record. */
export interface Around {
  chat: Pick<ChatAdapter, 'fetchPerson' | 'fetchMessage'>;
  store: {
    /** The flagged message of a case with everybody it mentioned when it was seen; null where there is none. */
    flaggedMessage(key: { workspaceId: WorkspaceId; caseId: number }): Promise<AboutWhom | null>;
    /** Who took on, answered or ended such cases, the latest first. */
    pastHandlers(past: Past): Promise<string[]>;
  };
  workspace: WorkspacePolicy;
  now: Date;
}

/** How long ago an earlier case still counts (ms). */
const EARLIER_MS = 180 * 86_400_000;

/** So many people of one message are asked for at the platform; those beyond count as people who work here. */
const ASKED_MAX = 25;

/**
 * Who is to be kept out of a case of this kind. Asks nobody anything when the kind keeps nobody out.
 * @throws {AppError} when the platform cannot be asked now; not when it does not know somebody
 */
export async function involvedIn(
  { message, told, ...past }: Statement,
  { keepOut }: KindPolicy,
  around: Around,
): Promise<Involved> {
  const since = new Date(around.now.getTime() - EARLIER_MS);
  const about = message ?? (told === undefined ? null : aboutTold(told, past.memberId));
  return {
    accused: keepOut.accused && about ? await accusedIn(about, around) : [],
    previousHandlers: keepOut.previousHandlers ? await around.store.pastHandlers({ ...past, since }) : [],
  };
}

/**
 * The same for a case there is already, which becomes one of this kind. Whom its message mentioned when it was flagged counts
 * as well as whom it mentions now: who edits or deletes it takes nobody out of it.
 */
export async function involvedInCase(
  { case: found }: Pick<CaseFile, 'case'>,
  kind: KindPolicy,
  around: Around,
): Promise<Involved> {
  const { workspaceId, caseId, thread, source, member } = found;
  const isAsked = kind.keepOut.accused && source;
  const then = isAsked ? await around.store.flaggedMessage({ workspaceId, caseId }) : null;
  const today = isAsked ? await orNull(around.chat.fetchMessage(source)) : null;
  const message = together(then, today);
  const told = source ? {} : { told: found.quote };
  return involvedIn({ workspaceId, memberId: member.userId, thread, caseId, message, ...told }, kind, around);
}

/** Mentions as both platforms write them into the text of a command. @param userId whose words they are; empty for nobody here */
function aboutTold(words: string, userId: string): AboutWhom {
  const mentions = [...words.matchAll(/<@!?([A-Z0-9]{2,32})(?:\|[^>]*)?>/g)].flatMap(([, id]) => id ?? []);
  return { author: { userId }, mentions: [...new Set(mentions)] };
}

function together(then: AboutWhom | null, today: AboutWhom | null): AboutWhom | null {
  const known = today ?? then;
  const mentions = [...new Set([...(then?.mentions ?? []), ...(today?.mentions ?? [])])];
  const threadRoot = today?.threadRoot ?? then?.threadRoot;
  return known && { author: known.author, mentions, ...(threadRoot && { threadRoot }) };
}

/**
 * The people who work here whom the message mentions. Where it mentions none of them and answers in a thread, whoever began
 * the thread: what is said there is said to them.
 */
async function accusedIn(message: AboutWhom, { chat, workspace }: Around): Promise<string[]> {
  const { author, mentions = [], threadRoot } = message;
  const mentioned = mentions.filter((userId) => userId !== author.userId);
  const unnamed = mentioned.filter((userId) => !isNamed(workspace, userId));
  const asked = hasGroups(workspace) ? unnamed.slice(0, ASKED_MAX) : unnamed;
  const working = await Promise.all(asked.map((userId) => worksHere(workspace, userId, chat)));
  const others = unnamed.filter((_userId, index) => working[index] ?? true);
  const found = mentioned.filter((userId) => isNamed(workspace, userId) || others.includes(userId));
  if (found.length > 0 || !threadRoot) return found;
  const begun = await orNull(chat.fetchMessage({ workspaceId: workspace.id, ...threadRoot }));
  const beginner = begun?.author.userId;
  if (beginner === undefined || beginner === author.userId) return [];
  return (await worksHere(workspace, beginner, chat)) ? [beginner] : [];
}

/** Whoever could see a case: staff, and people of departments. */
function worksAs(workspace: WorkspacePolicy, userId: string, groups: readonly string[]): boolean {
  const standing = standingOf(workspace, { userId, groups, channelId: null });
  return isStaff(standing) || standing.departments.size > 0;
}

function isNamed(workspace: WorkspacePolicy, userId: string): boolean {
  return worksAs(workspace, userId, []);
}

function hasGroups({ roles, departments }: WorkspacePolicy): boolean {
  return [...Object.values(roles), ...Object.values(departments)].some(({ groups }) => groups.length > 0);
}

async function worksHere(workspace: WorkspacePolicy, userId: string, chat: Around['chat']): Promise<boolean> {
  if (isNamed(workspace, userId)) return true;
  if (!hasGroups(workspace)) return false;
  const person = await orNull(chat.fetchPerson(workspace.id, userId));
  return person !== null && !person.isBot && worksAs(workspace, userId, person.groups);
}

const UNKNOWN = ['TARGET_GONE', 'PLATFORM_REFUSED', 'PERMISSION_MISSING'];

/** Null for what the platform does not know, or does not show us. */
async function orNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof AppError && UNKNOWN.includes(error.code)) return null;
    throw error;
  }
}
