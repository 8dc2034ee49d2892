import { isNamedLead } from '../cases/access.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { DrawChart } from '../cases/digest/chart.ts';
import { topicCard } from '../cases/topics/topic-card.ts';
import { topicChart, topicChartWords } from '../cases/topics/topic-chart.ts';
import type { Topic } from '../cases/topics/topic.ts';
import type { Content, Picture } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';

export interface TopicRoom {
  topics: { topic(topicId: number): Promise<Topic | null> };
  drawChart: DrawChart;
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
  if (place.type === 'dm' && !isHead(place.userId, workspace)) return null;
  const shown = topic && forReader(topic, place);
  if (!shown || shown.mentions.length === 0) return null;
  const card = topicCard(shown, { policy, workspace, now: now() });
  const image = await pictureOf(shown, room);
  return { type: 'card', card: { ...card, ...(image && { image }) } };
}

function isHead(userId: string, workspace: WorkspacePolicy): boolean {
  return workspace.roles.management.people.includes(userId) || isNamedLead(workspace, userId);
}

/** Nobody looks after what they said themselves. */
function forReader(topic: Topic, place: Place): Topic {
  if (place.type !== 'dm') return topic;
  const mentions = topic.mentions.filter(
    ({ workspaceId, member }) => workspaceId !== place.workspaceId || member.userId !== place.userId,
  );
  return { ...topic, mentions };
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
