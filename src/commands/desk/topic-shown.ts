import { isStaff } from '../../cases/access.ts';
import { topicCard } from '../../cases/topics/topic-card.ts';
import { membersOf, seenFrom, titleOf, topicName, type Topic } from '../../cases/topics/topic.ts';
import { typedAs } from '../../cases/typed-as.ts';
import type { Answer } from '../../chat/command.ts';
import { bold, inlines, paragraph, text, time, type Inline } from '../../chat/rich.ts';
import { say, type CommandContext } from './command.ts';
import { topicIn, type About } from './topic-steps.ts';

/** So many topics one answer lists. */
const LISTED = 12;

/** One topic, as its card is. */
export async function showTopic(about: About, context: CommandContext): Promise<Answer> {
  const { audit, workspace, command, policy, now, texts } = context;
  const found = await topicIn(about, context);
  await audit.note({
    workspaceId: workspace.id,
    actorId: command.by.userId,
    action: 'topic_shown',
    detail: { topic: topicName(found) },
  });
  return { type: 'card', card: topicCard(found, { policy, workspace, now, locale: texts.common.code }) };
}

/** Topics of this community, those that are not fixed first. */
export async function listTopics({
  topics,
  workspace,
  standing,
  audit,
  command,
  policy,
  texts,
}: CommandContext): Promise<Answer> {
  const { topics: words } = texts.commands;
  const { members, cases } = texts.figures.topics;
  const found = await topicsSeen({ topics, workspace, standing, policy });
  if (found.length === 0) return say(words.noneSame);
  await audit.note({ workspaceId: workspace.id, actorId: command.by.userId, action: 'topics_listed' });
  const items = found.map((topic): Inline[] => [
    bold(topicName(topic)),
    text(
      words.listed(titleOf(topic, texts), members(membersOf(topic.mentions)), cases(topic.mentions.length)),
    ),
    ...(topic.fixedAt === null ? [] : inlines(...words.fixedOn(time(topic.fixedAt)))),
  ]);
  return {
    type: 'say',
    blocks: [
      paragraph(bold(words.title)),
      { type: 'list', ordered: false, items },
      paragraph(words.showsOne(typedAs('topic show T-4', workspace.id))),
    ],
  };
}

/** The latest topics that somebody may know of. */
export async function topicsSeen({
  topics,
  workspace,
  standing,
  policy,
}: Pick<CommandContext, 'topics' | 'workspace' | 'standing' | 'policy'>): Promise<Topic[]> {
  const all = await topics.list([workspace.id], LISTED);
  const known = isStaff(standing) ? all : all.filter(({ raisedAt }) => raisedAt !== null);
  return known
    .map((topic) => seenFrom(topic, workspace.id, policy))
    .filter(({ mentions }) => mentions.length > 0);
}
