import { z } from 'zod';
import { capture, type Captured } from '../capture.ts';
import { blindNotice } from '../cases/cards/blind.ts';
import type { Flagged, Said, Step } from '../chat/adapter.ts';
import type { ChatEvent } from '../chat/event.ts';
import { isDirectRoot, type MessageRef, type ThreadRoot } from '../chat/ref.ts';
import { AppError, PermissionMissing, TargetGone } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Scan, ScanStep } from '../store/scan-port.ts';
import { textsOf } from '../texts/index.ts';
import { defineHandler, type Context } from './handler.ts';

/** Messages that are missing in a thread and looked for one by one, in a step. The others wait for the next catch-up. */
const MISSING_MAX = 10;

/** What a step found, and how it goes on. */
type Found = Omit<ScanStep, 'problem'> & Pick<Step, 'problem'> & { events: ChatEvent[] };

/**
 * One step of looking back: a few calls, then what was found and where to go on are committed together. So a process
 * that is killed between two steps costs one of them, and nobody waits behind a long look.
 */
export const scanChannel = defineHandler({
  name: 'scan-channel',
  lane: 'scan',
  data: z.object({ scanId: z.number() }),
  async run({ scanId }, context) {
    const { store, once, policy } = context;
    const scan = await store.scan(scanId);
    if (!scan) return;
    const workspace = workspaceOf(policy(scan.workspaceId), scan.workspaceId);
    if (!workspace) return;
    const { events, ...step } = await look(scan, context).catch((error: unknown) =>
      blind(error, scan, context),
    );
    const captured = events
      .map((event) => capture(event, policy(scan.workspaceId)))
      .filter((each): each is Captured => each !== null);
    const problem = step.problem?.(textsOf(workspace)) ?? null;
    await once.scanned(
      scanId,
      captured,
      { ...step, problem },
      blindNotice(workspace, policy(scan.workspaceId)),
    );
  },
});

/** What repeating cannot mend ends the look. The rest is the queue's: it waits exactly as long as the platform wants. */
function blind(error: unknown, { scanId, channelId, root }: Scan, { log }: Context): Found {
  if (!(error instanceof AppError) || error.retry !== 'never') throw error;
  const end = { events: [], next: null, afterMs: 0 };
  // A channel that is gone hides nothing.
  if (error instanceof TargetGone) return { ...end, problem: null };
  log.warn({ err: error, scanId, channelId }, 'a channel cannot be looked through for what was missed');
  // What is said to us alone hides nothing of a channel, and its name is nobody's business.
  if (root && isDirectRoot(root)) return { ...end, problem: null };
  return {
    ...end,
    problem: (texts) => (error instanceof PermissionMissing ? error.neededIn(texts) : error.in(texts)),
  };
}

function look(scan: Scan, context: Context): Promise<Found> {
  return scan.root ? lookIntoThread(scan, scan.root, context) : lookThroughChannel(scan, context);
}

async function lookThroughChannel(scan: Scan, { chat, policy, now }: Context): Promise<Found> {
  const { workspaceId, channelId, cursor, since, limit } = scan;
  const emojis = Object.keys(policy(scan.workspaceId).emojis);
  // When a reaction was set is not told afterwards. Before the call: what is taken back during it is newer.
  const at = now();
  const { flagged, ...step } = await chat(workspaceId).fetchReactions(workspaceId, channelId, {
    cursor,
    emojis,
    since,
    limit,
  });
  return { ...step, events: flagged.flatMap((each) => asReactions(each, workspaceId, at)) };
}

function asReactions({ message, emoji, userIds }: Flagged, workspaceId: string, at: Date): ChatEvent[] {
  return userIds.map((userId) => ({
    kind: 'reaction_added',
    workspaceId,
    eventId: null,
    at,
    userId,
    emoji,
    ...message,
  }));
}

/** What was said in the thread of a case, edited and deleted. What is in the record already is known by its key. */
async function lookIntoThread(scan: Scan, root: ThreadRoot, context: Context): Promise<Found> {
  const { workspaceId, cursor, since } = scan;
  const { store, chat, now } = context;
  const at = now();
  const part = await chat(workspaceId).fetchThread(workspaceId, root, { cursor, since });
  const { said, from, until, ...step } = part;
  const recorded = await store.recordedIn(workspaceId, root, from, until ?? at);
  const there = new Set(said.map(({ snapshot: { ref } }) => `${ref.channelId}/${ref.messageId}`));
  const missing = recorded.filter(({ channelId, messageId }) => !there.has(`${channelId}/${messageId}`));
  const gone = await reallyGone(missing.slice(0, MISSING_MAX), context);
  return {
    ...step,
    events: [
      ...said.flatMap((each) => (isDirectRoot(root) ? asSaidToUs(each) : asSaid(each))),
      ...gone.map((ref): ChatEvent => ({ ...where(ref, null), at, kind: 'message_deleted' })),
    ],
  };
}

/** A list without a message may have other reasons: only the platform's own word counts. */
async function reallyGone(refs: readonly MessageRef[], { chat }: Context): Promise<MessageRef[]> {
  const gone: MessageRef[] = [];
  for (const ref of refs) {
    try {
      await chat(ref.workspaceId).fetchMessage(ref);
    } catch (error) {
      if (!(error instanceof TargetGone)) throw error;
      gone.push(ref);
    }
  }
  return gone;
}

function asSaid({ snapshot, editedAt }: Said): ChatEvent[] {
  const { ref, threadRoot, postedAt, text } = snapshot;
  const place = where(ref, threadRoot ?? null);
  return [
    ...(threadRoot
      ? [{ ...place, kind: 'message_posted' as const, at: postedAt, message: snapshot, isDirect: false }]
      : []),
    ...(editedAt
      ? [
          {
            ...place,
            kind: 'message_edited' as const,
            at: editedAt,
            text,
            threadRoot: threadRoot ?? null,
          },
        ]
      : []),
  ];
}

/** In which community it is about a case the record says. */
function asSaidToUs({ snapshot, editedAt, answers, communities }: Said): ChatEvent[] {
  const { ref, author, postedAt, text } = snapshot;
  if (author.isBot) return [];
  const place = { ...where(ref, null), ...(communities && { communities }) };
  const posted = { kind: 'message_posted' as const, at: postedAt, message: snapshot, isDirect: true };
  return [
    { ...place, ...posted, ...(answers !== undefined && { answers }) },
    ...(editedAt
      ? [{ ...place, kind: 'message_edited' as const, at: editedAt, text, threadRoot: null }]
      : []),
  ];
}

function where({ workspaceId, channelId, messageId }: MessageRef, threadRoot: ThreadRoot | null) {
  const parentChannelId = threadRoot && threadRoot.channelId !== channelId ? threadRoot.channelId : null;
  return { workspaceId, eventId: null, channelId, messageId, parentChannelId };
}
