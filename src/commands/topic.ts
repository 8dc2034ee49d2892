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

const STEPS = TOPIC_STEPS.map(({ value }) => value);

/** Cases about the same thing: who said it, what belongs together, and that it is fixed. */
export const topic: Command = {
  name: 'topic',
  summary: 'What several members say about the same thing, and telling them it is fixed',
  options: [
    { name: 'do', summary: STEPS.join(', '), required: false, type: 'choice' },
    { name: 'about', summary: 'The topic or case, such as T-4 or FB-12', required: false, type: 'text' },
    {
      name: 'text',
      summary: 'The other topic or case; for rename the new name',
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { command, standing, topics, workspace } = context;
    const step = (command.values['do'] ?? 'show').trim().toLowerCase();
    const about = aboutOf(context);
    if (step === '' || step === 'show') return about ? showTopic(about, context) : listTopics(context);
    if (!about)
      throw new NotPossible(
        `Say which: ${typedAs(`topic ${step} T-4`, workspace.id)}. ${typedAs('topic', workspace.id)} lists the topics.`,
      );
    if (step === 'fixed') return fixedStep(about, context);
    if (!isStaff(standing))
      throw new NotPossible(
        'What belongs together is for the people who look after all cases. Tell them in a note.',
      );
    const text = (command.values['text'] ?? '').trim();
    const by = { workspaceId: workspace.id, userId: command.by.userId, interaction: command.interactionId };
    switch (step) {
      case 'link':
        return linkStep(about, text, context);
      case 'unlink':
        return unlinkStep(about, context);
      case 'rename': {
        const found = await topicIn(about, context);
        if (text === '') return renameForm(found);
        if (text.length > TITLE_TYPED_MAX)
          throw new NotPossible(`That is ${text.length} characters long, and ${TITLE_TYPED_MAX} fit.`);
        await topics.rename(found.topicId, text, by);
        return say(`${topicName(found)} is called “${text}” now.`);
      }
      case 'merge': {
        const from = await topicIn(about, context);
        const other = /^T-?(\d{1,9})$/i.exec(text)?.[1];
        if (other === undefined || Number(other) === from.topicId)
          throw new NotPossible(
            `Name the topic it goes into: ${typedAs(`topic merge ${topicName(from)} T-9`, workspace.id)}`,
          );
        const into = await topicIn({ topicId: Number(other) }, context);
        await topics.merge(from.topicId, into.topicId, by);
        return say(`All of ${topicName(from)} belongs to ${topicName(into)} now.`);
      }
      default:
        throw new NotPossible(`Write one of ${STEPS.join(', ')}, not "${step.slice(0, 40)}".`);
    }
  },
};
