import { isRestricted } from '../../cases/exclude.ts';
import { topicName } from '../../cases/topics/topic.ts';
import { typedAs } from '../../cases/typed-as.ts';
import type { Answer } from '../../chat/command.ts';
import { NotPossible } from '../../errors.ts';
import { caseNumber, changeCase, nameOf, readCase, say, type CommandContext } from './command.ts';
import { isDrawnAgain } from './drawn-again.ts';
import { naming, topicIdIn, topicIn, type About } from './topic-steps.ts';

/** A case belongs to a topic, or to another case; without a second name: what was found is right. */
export async function linkStep(about: About, text: string, context: CommandContext): Promise<Answer> {
  const number = numberOf(about, context);
  const to = await target(number, text, context);
  const { userId: by } = context.command.by;
  const file = await changeCase(naming(number, context), (found) => {
    if (isRestricted(found)) throw new NotPossible(({ commands }) => commands.topics.notForEverybody);
    return { history: [{ action: 'topic_linked', actorId: by }], topic: { op: 'join', to, by } };
  });
  return isDrawnAgain(context.command)
    ? { type: 'silent' }
    : say(
        context.texts.commands.topics.belongs(
          nameOf(file, context),
          typedAs(`topic show ${nameOf(file, context)}`, context.workspace.id),
        ),
      );
}

async function target(number: number, text: string, context: CommandContext) {
  const topicId = topicIdIn(text);
  if (topicId !== null) return { topicId: (await topicIn({ topicId }, context)).topicId };
  if (text === '') return { topicId: (await topicIn({ number }, context)).topicId };
  const other = caseNumber(text, context);
  if (other === number) throw new NotPossible(({ commands }) => commands.topics.sameCase);
  const { case: found, ...file } = await readCase(naming(other, context));
  if (isRestricted({ case: found, ...file }))
    throw new NotPossible(({ commands }) => commands.topics.otherNotForEverybody);
  return { caseId: found.caseId };
}

/** It is about something else: remembered, and not proposed again. */
export async function unlinkStep(about: About, context: CommandContext): Promise<Answer> {
  const number = numberOf(about, context);
  const { userId: by } = context.command.by;
  const found = await topicIn({ number }, context);
  const file = await changeCase(naming(number, context), () => ({
    history: [{ action: 'topic_unlinked', actorId: by, detail: { topic: topicName(found) } }],
    topic: { op: 'leave', by },
  }));
  return say(context.texts.commands.topics.isAboutElse(nameOf(file, context), topicName(found)));
}

/** @throws {NotPossible} for a topic */
function numberOf(about: About, { policy, workspace }: CommandContext): number {
  if ('number' in about) return about.number;
  const typed = typedAs(`topic link ${policy.prefix}-12 T-${about.topicId}`, workspace.id);
  throw new NotPossible(({ commands }) => commands.topics.nameCase(typed));
}
