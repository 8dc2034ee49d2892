import { isLead, isNamedLead, standingOf } from '../cases/access.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { DrawChart } from '../cases/digest/chart.ts';
import { textsFor } from '../cases/cards/view.ts';
import { topicCard } from '../cases/topics/topic-card.ts';
import { topicChart, topicChartWords } from '../cases/topics/topic-chart.ts';
import { seenFrom, withoutOwn, type Topic } from '../cases/topics/topic.ts';
import type { Content, Picture } from '../chat/card.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Texts } from '../texts/index.ts';
import { localeAt } from './reader.ts';

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
  const reader = place.type === 'dm' ? await headAt(place, room) : null;
  if (place.type === 'dm' && reader === null) return null;
  const seen = topic && seenFrom(topic, workspace.id, policy);
  // Nobody looks after what they said themselves.
  const shown = seen && place.type === 'dm' ? withoutOwn(seen, place) : seen;
  if (!shown || shown.mentions.length === 0) return null;
  const locale = reader?.locale ?? null;
  const card = topicCard(shown, { policy, workspace, now: now(), locale });
  const texts = textsFor({ workspace, policy, locale });
  const image = await pictureOf(shown, texts, room);
  return { type: 'card', card: { ...card, ...(image && { image, language: texts.common.code }) } };
}

/** A head by name, or by the groups they are in at this moment; null for whoever is none. */
async function headAt(
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: string },
  { workspace, policy, chat }: Pick<TopicRoom, 'workspace' | 'policy' | 'chat'>,
): Promise<{ locale: string | null } | null> {
  if (workspaceId !== workspace.id) return null;
  if (isNamedLead(workspace, userId))
    return { locale: await localeAt({ type: 'dm', workspaceId, userId }, { workspace, policy }, chat) };
  const { groups, isMember, locale } = await chat.fetchPerson(workspaceId, userId);
  const isHead = isMember && isLead(standingOf(workspace, { userId, groups, channelId: null }));
  return isHead ? { locale } : null;
}

/** Without it the card says the same in words. */
async function pictureOf(
  topic: Topic,
  texts: Texts,
  { drawChart, workspace, policy, now, log }: TopicRoom,
): Promise<Picture | null> {
  try {
    const chart = topicChart(topic, workspace.timeZone ?? policy.timeZone, now(), texts);
    return { png: await drawChart(chart), alt: topicChartWords(chart, texts) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.warn({ err: error }, 'the chart of a topic could not be drawn');
    return null;
  }
}
