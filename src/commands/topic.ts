import { isStaff } from '../cases/access.ts';
import { topicName } from '../cases/topics/topic.ts';
import { typedAs } from '../cases/typed-as.ts';
import { NotPossible } from '../errors.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { TOPIC_STEPS, type TopicStep } from './desk/topic-choices.ts';
import { fixedStep } from './desk/topic-fixed.ts';
import { linkStep, unlinkStep } from './desk/topic-links.ts';
import { listTopics, showTopic } from './desk/topic-shown.ts';
import { aboutOf, isNamed, renameForm, topicIdIn, topicIn, TITLE_TYPED_MAX } from './desk/topic-steps.ts';

/** Cases about the same thing: who said it, what belongs together, and that it is fixed. */
export const topic: Command = {
  name: 'topic',
  summary: (texts) => texts.commands.topic.summary,
  options: [
    { name: 'do', summary: () => TOPIC_STEPS.join(', '), required: false, type: 'choice' },
    { name: 'about', summary: (texts) => texts.commands.topic.options.about, required: false, type: 'text' },
    {
      name: 'text',
      summary: (texts) => texts.commands.topic.options.text,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(asked) {
    const context = inOrder(asked);
    const { command, standing, topics, workspace, texts } = context;
    const step = stepOf(context);
    const about = aboutOf(context);
    if (step === 'show') return about ? showTopic(about, context) : listTopics(context);
    if (!about)
      throw new NotPossible(({ commands }) =>
        commands.topic.which(exampleOf(step, context), typedAs('topic', workspace.id)),
      );
    if (step === 'fixed') return fixedStep(about, context);
    if (!isStaff(standing)) throw new NotPossible(({ commands }) => commands.topic.forStaff);
    const text = (command.values['text'] ?? '').trim();
    const by = { workspaceId: workspace.id, userId: command.by.userId, interaction: command.interactionId };
    switch (step) {
      case 'link':
        return linkStep(about, text, context);
      case 'unlink':
        return unlinkStep(about, context);
      case 'rename': {
        const found = await topicIn(about, context);
        if (text === '') return renameForm(found, context.texts);
        if (text.length > TITLE_TYPED_MAX)
          throw new NotPossible(({ commands }) => commands.topic.tooLong(text.length, TITLE_TYPED_MAX));
        await topics.rename(found.topicId, text, by);
        return say(texts.commands.topic.called(topicName(found), text));
      }
      case 'merge': {
        const from = await topicIn(about, context);
        const other = topicIdIn(text);
        if (other === null || other === from.topicId)
          throw new NotPossible(({ commands }) =>
            commands.topic.intoWhich(
              typedAs(`topic merge ${topicName(from)} T-${from.topicId + 1}`, workspace.id),
            ),
          );
        const into = await topicIn({ topicId: other }, context);
        await topics.merge(from.topicId, into.topicId, by);
        return say(texts.commands.topic.merged(topicName(from), topicName(into)));
      }
    }
  },
};

/** `T-4` alone shows it, and `T-4 fixed` is `fixed T-4`. */
function inOrder(context: CommandContext): CommandContext {
  const { command, policy } = context;
  const { do: first = '', about: second = '' } = command.values;
  const isTurned = isNamed(first, policy) && (second === '' || stepIn(second) !== undefined);
  if (!isTurned) return context;
  return { ...context, command: { ...command, values: { ...command.values, do: second, about: first } } };
}

function stepIn(typed: string): TopicStep | undefined {
  const wanted = typed.trim().toLowerCase();
  return TOPIC_STEPS.find((step) => step === wanted);
}

/** @throws {NotPossible} */
function stepOf(context: CommandContext): TopicStep {
  const typed = context.command.values['do']?.trim() || 'show';
  const found = stepIn(typed);
  if (found) return found;
  throw new NotPossible(({ commands }) =>
    commands.topic.notOneOf(TOPIC_STEPS.join(', '), typed.slice(0, 40), exampleOf('fixed', context)),
  );
}

/** How it is typed in full. */
function exampleOf(step: TopicStep, { policy, workspace }: CommandContext): string {
  const about = {
    show: 'T-4',
    link: `${policy.prefix}-12 T-4`,
    unlink: `${policy.prefix}-12`,
    merge: 'T-4 T-7',
    rename: 'T-4',
    fixed: 'T-4',
  }[step];
  return typedAs(`topic ${step} ${about}`, workspace.id);
}
