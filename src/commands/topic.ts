import { isStaff } from '../cases/access.ts';
import { topicName } from '../cases/topics/topic.ts';
import { typedAs } from '../cases/typed-as.ts';
import { NotPossible } from '../errors.ts';
import { say, type Command } from './desk/command.ts';
import { TOPIC_STEPS } from './desk/topic-choices.ts';
import { fixedStep } from './desk/topic-fixed.ts';
import { linkStep, unlinkStep } from './desk/topic-links.ts';
import { listTopics, showTopic } from './desk/topic-shown.ts';
import { aboutOf, renameForm, topicIn, TITLE_TYPED_MAX } from './desk/topic-steps.ts';

const STEPS: readonly string[] = TOPIC_STEPS;

/** Cases about the same thing: who said it, what belongs together, and that it is fixed. */
export const topic: Command = {
  name: 'topic',
  summary: (texts) => texts.commands.topic.summary,
  options: [
    { name: 'do', summary: () => STEPS.join(', '), required: false, type: 'choice' },
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
  async run(context) {
    const { command, standing, topics, workspace, texts } = context;
    const step = (command.values['do'] ?? 'show').trim().toLowerCase();
    const about = aboutOf(context);
    if (step === '' || step === 'show') return about ? showTopic(about, context) : listTopics(context);
    if (!about)
      throw new NotPossible(({ commands }) =>
        commands.topic.which(typedAs(`topic ${step} T-4`, workspace.id), typedAs('topic', workspace.id)),
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
        const other = /^T-?(\d{1,9})$/i.exec(text)?.[1];
        if (other === undefined || Number(other) === from.topicId)
          throw new NotPossible(({ commands }) =>
            commands.topic.intoWhich(typedAs(`topic merge ${topicName(from)} T-9`, workspace.id)),
          );
        const into = await topicIn({ topicId: Number(other) }, context);
        await topics.merge(from.topicId, into.topicId, by);
        return say(texts.commands.topic.merged(topicName(from), topicName(into)));
      }
      default:
        throw new NotPossible(({ commands }) => commands.topic.notOneOf(STEPS.join(', '), step.slice(0, 40)));
    }
  },
};
