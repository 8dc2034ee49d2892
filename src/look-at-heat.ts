import { HOT, heatOf, type Heat } from './cases/heat/heat-of.ts';
import { heatLimits } from './cases/heat/heat-limits.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { MessageRef, WorkspaceId } from './chat/ref.ts';
import { AppError } from './errors.ts';
import type { Log } from './log.ts';
import { eachCommunity, watches } from './policy/lookup.ts';
import type { Policy, WorkspacePolicy } from './policy/schema.ts';
import type { FirstMessage, HeatRecord, WarmThread } from './store/heat-port.ts';

interface Desk {
  heat: HeatRecord;
  policies(): readonly Policy[];
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
  log: Log;
}

const HOUR_MS = 3_600_000;

/**
 * Looks whether threads have become hot, and offers them to the moderators. Any number of programs may look, as often as they
 * like: the record decides that each is offered once.
 */
export function createLookAtHeat(desk: Desk): () => Promise<void> {
  return async () => {
    for (const [policy, workspace] of eachCommunity(desk.policies())) {
      try {
        await lookAt(workspace, policy, desk);
      } catch (error) {
        desk.log.warn(
          { err: error, workspaceId: workspace.id },
          'it could not be seen whether a thread is heating up',
        );
      }
    }
  };
}

async function lookAt(workspace: WorkspacePolicy, policy: Policy, desk: Desk): Promise<void> {
  const least = leastOf(policy, workspace);
  if (policy.hotThreads === false || least === null) return;
  const { within } = policy.hotThreads;
  const now = desk.now().getTime();
  // Clocks differ, and some run ahead for a while: what they date far ahead would count for good.
  const [since, until] = [new Date(now - within), new Date(now + within)];
  const usual = asked((channelId) => desk.heat.usual(workspace.id, channelId, since));
  for (const warm of await desk.heat.warm(workspace.id, { since, until }, least)) {
    const { root } = warm;
    const limits = heatLimits(policy, workspace, root.channelId);
    // The policy may have become another one since it was counted.
    if (!limits || !watches(workspace, root.messageId, root.channelId)) continue;
    const felt = await desk.heat.felt(workspace.id, root, { since, until });
    // What is usual only makes it cooler, and takes longest to count.
    if (heatOf(felt, root.messageId, limits, 0).value < HOT) continue;
    const replies = (await usual(root.channelId)) * (within / HOUR_MS);
    const heat = heatOf(felt, root.messageId, limits, replies);
    if (heat.value < HOT) continue;
    try {
      await offer(warm, heat, workspace, desk);
    } catch (error) {
      // One that cannot be read for now keeps no other from being offered; it is looked at again a moment later.
      desk.log.warn({ err: error, workspaceId: workspace.id }, 'a thread that heats up could not be offered');
    }
  }
}

async function offer(warm: WarmThread, heat: Heat, workspace: WorkspacePolicy, desk: Desk): Promise<void> {
  const { id: workspaceId, triage: channelId } = workspace;
  const first = await firstOf(workspaceId, warm, desk.chat(workspaceId));
  const triage = { type: 'channel', workspaceId, channelId } as const;
  if (await desk.heat.offer({ workspaceId, root: warm.root, heat, first }, triage))
    desk.log.info({ workspaceId, heat: heat.value }, 'a thread is heating up: offered');
}

/** The same is asked once. */
function asked(ask: (channelId: string) => Promise<number>): (channelId: string) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  return (channelId) => {
    const found = known.get(channelId) ?? ask(channelId);
    known.set(channelId, found);
    return found;
  };
}

/** The lowest limits of any channel; null where nothing is counted. */
function leastOf(policy: Policy, workspace: WorkspacePolicy): { people: number; upset: number } | null {
  const all = heatLimits(policy, workspace, '');
  if (!all) return null;
  const own = workspace.hotThreads || { channels: {} };
  const each = Object.keys(own.channels).flatMap(
    (channelId) => heatLimits(policy, workspace, channelId) ?? [],
  );
  return {
    people: Math.min(all.people, ...each.map(({ people }) => people)),
    upset: Math.min(all.upset, ...each.map(({ upset }) => upset)),
  };
}

/**
 * The message a thread hangs from. On Discord it stands in the channel above or, in a forum, in the thread itself; of a thread
 * that was made by itself it is the first one known. Null when none of them can be read.
 */
async function firstOf(
  workspaceId: WorkspaceId,
  { root, earliest }: WarmThread,
  chat: ChatAdapter,
): Promise<FirstMessage | null> {
  const { channelId, messageId } = root;
  const places: MessageRef[] = [
    { workspaceId, channelId, messageId },
    { workspaceId, channelId: messageId, messageId },
    ...(earliest === null
      ? []
      : [
          { workspaceId, channelId: messageId, messageId: earliest },
          { workspaceId, channelId, messageId: earliest },
        ]),
  ];
  for (const ref of places) {
    const found = await readable(ref, chat);
    if (found) return found;
  }
  return null;
}

async function readable(ref: MessageRef, chat: ChatAdapter): Promise<FirstMessage | null> {
  try {
    const message = await chat.fetchMessage(ref);
    const { author, postedAt } = message;
    return { ref: message.ref, authorId: author.userId, postedAt, isBot: author.isBot };
  } catch (error) {
    if (error instanceof AppError && error.retry === 'never') return null;
    throw error;
  }
}
