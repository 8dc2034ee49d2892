import type { Wording } from '../texts/index.ts';
import type { Content } from './card.ts';
import type { Answer, ChatCommand, CommandSpec, Complete } from './command.ts';
import type { ChatEvent } from './event.ts';
import type { HomeOpened, HomePage } from './home.ts';
import type { Group, RolesChanged } from './group.ts';
import type { ChannelInfo, FileRef, MessageSnapshot, Person } from './message.ts';
import type { MessageRef, Place, ThreadRoot, WorkspaceId } from './ref.ts';
import type { Block } from './rich.ts';

/** What an adapter calls when something comes in. */
export interface Inbound {
  /** Stores it. The platform is told "received" only after this resolves; when it rejects, the platform is left to deliver again. */
  onEvent(event: ChatEvent): Promise<void>;
  onCommand(command: ChatCommand): Promise<Answer>;
  /** Somebody looks at their page with the bot: it is drawn for them. Resolves when that has been noted. */
  onHome(opened: HomeOpened): Promise<void>;
  onComplete: Complete;
  /**
   * Events may have been missed: called once after every start and after every reconnection that did not resume.
   * Resolves when the caller has taken note, not when it has caught up.
   */
  onGap(workspaceId: WorkspaceId): Promise<void>;
  /** From now on events of this community come to this process; another one heard it until now, and nothing was missed. */
  onTakenOver(workspaceId: WorkspaceId): Promise<void>;
  /** Who is in which group has changed. What this adapter remembered of it is forgotten by then; when it rejects, it counts as missed. */
  onRoles(changed: RolesChanged): Promise<void>;
}

/** A request the platform makes to us over HTTP (Slack without Socket Mode). Mounted by the web server. */
export interface HttpRoute {
  path: string;
  handle(request: {
    rawBody: string;
    headers: Record<string, string | undefined>;
  }): Promise<{ status: number; body: string; contentType: string }>;
}

/** A request with a body that is read as it comes, and may be refused before its end. */
export interface StreamRoute {
  path: string;
  handle(request: {
    body: AsyncIterable<Uint8Array>;
    headers: Record<string, string | undefined>;
  }): Promise<{ status: number; body: string; contentType: string }>;
}

/** A message with a reaction, found by looking back after a gap. */
export interface Flagged {
  message: { channelId: string; messageId: string; parentChannelId: string | null };
  emoji: string;
  userIds: string[];
}

/** A step of looking back through a channel. Each is few calls, and the next one goes on where it ended. */
export interface LookBack {
  /** `next` of the step before; null begins at the newest message. */
  cursor: string | null;
  /** The emoji that matter, as in ChatEvent: who set another one is not asked for. */
  emojis: readonly string[];
  /** Nothing older is looked at. */
  since: Date;
  /** So many messages of the channel, and of each thread where the platform lists the newest first. */
  limit: number;
}

/** What one step of looking back has brought. */
export interface Step {
  /** Where the next step begins; null when all has been looked through. Opaque text. */
  next: string | null;
  /** How long the platform wants to be left alone before the next step (ms); usually 0. */
  afterMs: number;
  /** What could not be seen although it was there, and what to click, for people; null when all could be. */
  problem: Wording | null;
}

/** A message as it stands now. */
export interface Said {
  snapshot: MessageSnapshot;
  /** When it was last edited; null when it never was. */
  editedAt: Date | null;
  /** Of what was said to us alone: as in ChatEvent. */
  answers?: string;
  communities?: WorkspaceId[];
}

/** A part of a thread: everything that stands in it between two moments. */
export interface ThreadPart extends Step {
  /** The root, on the first step, and what was said, oldest first. */
  said: Said[];
  from: Date;
  /** Null: up to now. */
  until: Date | null;
}

/**
 * One platform. Everything thrown is an AppError: RateLimited, TargetGone, PermissionMissing, PersonUnreachable,
 * OutcomeUnknown, PlatformRefused or PlatformUnavailable. No call waits out a rate limit or repeats a post by itself:
 * the caller's ledger decides. Reading calls may be repeated inside.
 */
export interface ChatAdapter {
  /** `slack`, `discord`: the prefix of its workspace ids. */
  readonly platform: string;
  /** For the web server; empty when the platform never calls us. */
  readonly routes: HttpRoute[];

  /** Connects, lists the commands with the platform and delivers what comes in until `stop`. */
  start(inbound: Inbound, commands: readonly CommandSpec[]): Promise<void>;
  /** Stops intake first, waits for what is under way, then disconnects. Safe to call twice, or without `start`. */
  stop(): Promise<void>;
  /** Null while events really arrive; else why not, for people. */
  problem(): string | null;
  /** Whether events of this community come to this process: of a platform that shares them out, some go to others. */
  hears(workspaceId: WorkspaceId): boolean;

  /**
   * Resolves when a post with this mark may be made there now, with the platform's limits kept: for what has to be asked
   * right before it, and for what costs more than asking. Where the post needs another call first, that one waits. `post` alone takes its
   * turn by itself. @throws {RateLimited} with how long to wait for it
   */
  awaitTurn(place: Place, mark: string): Promise<void>;
  /** The same for `update` of this message. @throws {RateLimited} */
  awaitTurnToUpdate(ref: MessageRef): Promise<void>;
  /**
   * A reply as parts that each fit into one message of this platform whole: broken at paragraph ends first, then list items,
   * lines, sentences, words, and at last characters. Nothing is lost but space, nothing doubled, no part is empty, and there
   * is at least one. Pure: the same blocks have the same parts.
   */
  split(blocks: readonly Block[]): Block[][];
  /**
   * Posts once. `mark` (1-25 of A-Za-z0-9_-) goes with the message invisibly, so that `findPosted` can find it again;
   * where the platform can, a second post with the same mark returns the first.
   */
  post(place: Place, content: Content, mark: string): Promise<MessageRef>;
  /**
   * The message an earlier `post` with this mark and content left at `place` at or after `since`, if it arrived.
   * @param after id of a message that stands there before it
   */
  findPosted(
    place: Place,
    content: Content,
    mark: string,
    since: Date,
    after?: string,
  ): Promise<MessageRef | null>;
  /** When a message was posted, by the platform's clock, as its id says. Pure. */
  postedAt(ref: MessageRef): Date;
  /** Replaces a message of ours. */
  update(ref: MessageRef, content: Content): Promise<void>;
  /** Only this person sees it, in the channel; not kept by the platform. Falls back to a direct message where the platform has no such thing. */
  whisper(workspaceId: WorkspaceId, channelId: string, userId: string, content: Content): Promise<void>;
  /**
   * Shows somebody their page with the bot, in the place of the one before. Where a platform has no such place (Discord), nothing is
   * done: there the same page is the answer to a command, and its buttons draw it anew.
   * @param after what this returned for the version that should stand there now, so that one which arrives late changes nothing
   * @returns the platform's word for this version; null where it has none
   * @throws {NotYet} when another version stands there: whether this page is older, only who reads the record anew can tell
   */
  showHome(
    workspaceId: WorkspaceId,
    userId: string,
    page: HomePage,
    after: string | null,
  ): Promise<string | null>;
  /** Adds or takes away our own reaction; having it already, or not at all, is not an error. `emoji` as in ChatEvent. */
  react(ref: MessageRef, emoji: string, present: boolean): Promise<void>;

  fetchMessage(ref: MessageRef): Promise<MessageSnapshot>;
  /** Reads a message by its link. Null when the link is not one of this platform and workspace. */
  parseLink(workspaceId: WorkspaceId, link: string): MessageRef | null;
  /** Up to `limit` messages before it, oldest first: of its thread (root included) when it is in one, else of its channel. */
  fetchContext(message: MessageSnapshot, limit: number): Promise<MessageSnapshot[]>;
  /** The bytes of a file. `maxBytes` bounds what is read, whatever the platform said of its size. @throws {PlatformRefused} `too_large` */
  download(workspaceId: WorkspaceId, file: FileRef, maxBytes: number): Promise<Uint8Array>;
  fetchPerson(workspaceId: WorkspaceId, userId: string): Promise<Person>;
  /** The groups there are now; deleted and disabled ones are none. Asked anew each time. @throws {PermissionMissing} */
  fetchGroups(workspaceId: WorkspaceId): Promise<Group[]>;
  /** Nothing that was heard before of these people's groups, and of what they see, counts any more; null: of anybody's. */
  forgetRoles(changed: RolesChanged): void;
  fetchChannel(workspaceId: WorkspaceId, channelId: string): Promise<ChannelInfo>;
  /**
   * Whether a person can read a channel; for a thread its channel, and the thread too where it is private. False for a
   * channel that does not exist, is another workspace's or about which the bot is told nothing, and for whoever is not in
   * the workspace.
   */
  canSee(workspaceId: WorkspaceId, channelId: string, userId: string): Promise<boolean>;
  /** Channels of the workspace the bot is in (Slack) or can see (Discord), threads left out. */
  fetchChannels(workspaceId: WorkspaceId): Promise<ChannelInfo[]>;
  /** One step through a channel and its active threads, for the catch-up after a gap. @throws {PermissionMissing} when it is blind */
  fetchReactions(
    workspaceId: WorkspaceId,
    channelId: string,
    lookBack: LookBack,
  ): Promise<Step & { flagged: Flagged[] }>;
  /**
   * One step through what stands in a thread since a moment, root first. A thread that was never begun has only its root; a
   * conversation with one person (`isDirectRoot`) has none.
   */
  fetchThread(
    workspaceId: WorkspaceId,
    root: ThreadRoot,
    lookBack: Pick<LookBack, 'cursor' | 'since'>,
  ): Promise<ThreadPart>;
}
