import { z } from 'zod';
import type { DrawChart } from '../cases/digest/chart.ts';
import { isDueToRaise, raisedIn, raising } from '../cases/topics/raise.ts';
import { withdrawnCard } from '../cases/cards/restricted.ts';
import type { Topic } from '../cases/topics/topic.ts';
import { OPEN_STATES } from '../cases/states.ts';
import type { Content } from '../chat/card.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { isMail } from '../chat/mail.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { contentAcross } from '../replies/named-across.ts';
import { topicContent } from '../replies/topic-content.ts';
import type { PostedTopic } from '../store/topics-port.ts';
import { textsIn } from '../texts/index.ts';
import { defineHandler, type Context } from './handler.ts';

/** So many cards of its cases follow a topic at once; the others show it when they are drawn next. */
const CARDS = 5;

/** Something about a topic changed: enough members, and it is brought to departments and management; its cards show it as it is. */
export const followTopic = defineHandler({
  name: 'follow-topic',
  lane: 'deliver',
  // `posted`: one of its cards was just posted, and nothing else has happened.
  data: z.object({ topicId: z.number(), posted: z.literal(1).exactOptional() }),
  async run({ topicId, posted }, shared) {
    const context = { ...shared, drawChart: drawnOnce(shared.drawChart) };
    const { topics, now } = context;
    const topic = await topics.topic(topicId);
    if (topic && !posted)
      for (const policy of policiesOf(topic, context))
        if (isDueToRaise(topic, policy, now()))
          await topics.raise(topicId, raising(topic, policy, await heads(topic, policy, context)));
    for (const card of await topics.posted(topicId)) await redraw(card, topicId, context);
    if (topic && !posted) await redrawCases(topic, context);
  },
});

/** The policies its communities are in: more than one, where a policy was taken apart since. Each raises what is its own. */
function policiesOf({ mentions }: Topic, { policy }: Context): Set<Policy> {
  return new Set(mentions.map(({ workspaceId }) => policy(workspaceId)));
}

/** Who is management by a group alone, where only the platform can say it. */
async function heads(
  topic: Topic,
  policy: Policy,
  { chat, log }: Context,
): Promise<Map<WorkspaceId, string[]>> {
  const found = new Map<WorkspaceId, string[]>();
  for (const id of raisedIn(topic, policy)) {
    const workspace = workspaceOf(policy, id);
    const groups = workspace?.roles.management.groups ?? [];
    if (groups.length === 0 || workspace?.management !== undefined) continue;
    try {
      const known = await chat(id).fetchGroups(id);
      found.set(
        id,
        known.filter(({ groupId }) => groups.includes(groupId)).flatMap(({ people }) => people ?? []),
      );
    } catch (error) {
      // It is told elsewhere that groups cannot be asked for; the leads hear of the topic meanwhile.
      if (!(error instanceof AppError) || error.retry !== 'never') throw error;
      log.warn({ err: error }, 'the groups of management could not be asked for');
    }
  }
  return found;
}

/** Several of its cards show the same chart. */
function drawnOnce(draw: DrawChart): DrawChart {
  const drawings = new Map<string, Promise<Uint8Array>>();
  return (chart) => {
    const key = JSON.stringify(chart);
    const drawing = drawings.get(key) ?? draw(chart);
    drawings.set(key, drawing);
    return drawing;
  };
}

async function redraw(card: PostedTopic, topicId: number, context: Context): Promise<void> {
  const { chat, log, policy } = context;
  // Mail cannot be drawn again.
  if (isMail(card.place.workspaceId)) return;
  const way = { home: card.workspaceId, where: card.place.workspaceId };
  try {
    const content = await drawn(card, topicId, context);
    await chat(card.place.workspaceId).update(
      card.message,
      await contentAcross(content, way, { chat, policy: policy(card.workspaceId) }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    log.warn({ err: error, deliveryId: card.deliveryId }, 'the card of a topic could not be updated');
  }
}

/** A topic that is gone, or of which nothing is left to show, must not stay as it was. */
async function drawn(card: PostedTopic, topicId: number, context: Context): Promise<Content> {
  const policy = context.policy(card.workspaceId);
  const workspace = workspaceOf(policy, card.workspaceId);
  const content =
    workspace &&
    (await topicContent({ type: 'topic', topicId }, card.place, {
      ...context,
      policy,
      workspace,
      chat: context.chat(card.place.workspaceId),
    }));
  const there = workspaceOf(policy, card.place.workspaceId) ?? workspace;
  return content ?? { type: 'card', card: withdrawnCard(textsIn(there?.language, policy.language)) };
}

/** The newest of its open cases, whose cards name the others. */
async function redrawCases({ mentions }: Topic, { store }: Context): Promise<void> {
  for (const { workspaceId, caseId } of mentions
    .filter(({ state }) => OPEN_STATES.includes(state))
    .slice(0, CARDS))
    await store.change({ workspaceId, caseId }, () => ({ change: { history: [] }, answer: null }));
}
