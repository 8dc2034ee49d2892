import { isLead, isNamedLead, standingOf } from '../cases/access.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { DrawChart } from '../cases/digest/chart.ts';
import { topicCard } from '../cases/topics/topic-card.ts';
import { topicChart, topicChartWords } from '../cases/topics/topic-chart.ts';
import { seenFrom, withoutOwn, type Topic } from '../cases/topics/topic.ts';
import type { Content, Picture } from '../chat/card.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';

export interface TopicRoom {
  topics: { topic(topicId: number): Promise<Topic | null> };
  drawChart: DrawChart;
  /** Answers for the workspace of the place. */
  chat: Pick<ChatAdapter, 'fetchPerson'>;
  policy: Policy;
  workspace: WorkspacePolicy;
  log: { warn(about: { err: unknown }, words: string): void };
  now(): Date;
}

/** The card of a topic, as it stands now, with a chart; null once nothing of it can be shown there. */
export async function topicContent(
  { topicId }: Extract<DeliveryBody, { type: 'topic' }>,
  place: Place,
  room: TopicRoom,
): Promise<Content | null> {
  const { topics, policy, workspace, now } = room;
  const topic = await topics.topic(topicId);
  if (place.type === 'dm' && !(await isHead(place, room))) return null;
  const seen = topic && seenFrom(topic, workspace.id, policy);
  // Nobody looks after what they said themselves.
  const shown = seen && place.type === 'dm' ? withoutOwn(seen, place) : seen;
  if (!shown || shown.mentions.length === 0) return null;
  const card = topicCard(shown, { policy, workspace, now: now() });
  const image = await pictureOf(shown, room);
  return { type: 'card', card: { ...card, ...(image && { image }) } };
}

/** By name, or by the groups they are in at this moment. */
async function isHead(
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: string },
  { workspace, chat }: Pick<TopicRoom, 'workspace' | 'chat'>,
): Promise<boolean> {
  if (workspaceId !== workspace.id) return false;
  if (isNamedLead(workspace, userId)) return true;
  const { groups, isMember } = await chat.fetchPerson(workspaceId, userId);
  return isMember && isLead(standingOf(workspace, { userId, groups, channelId: null }));
}

/** Without it the card says the same in words. */
async function pictureOf(
  topic: Topic,
  { drawChart, workspace, policy, now, log }: TopicRoom,
): Promise<Picture | null> {
  try {
    const chart = topicChart(topic, workspace.timeZone ?? policy.timeZone, now());
    return { png: await drawChart(chart), alt: topicChartWords(chart) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.warn({ err: error }, 'the chart of a topic could not be drawn');
    return null;
  }
}
