import { toTell } from '../../cases/topics/to-tell.ts';
import { topicName } from '../../cases/topics/topic.ts';
import type { Answer } from '../../chat/command.ts';
import { NotPossible } from '../../errors.ts';
import type { Texts } from '../../texts/index.ts';
import { say, type CommandContext } from './command.ts';
import { topicIn, type About } from './topic-steps.ts';

/** It is fixed: first who will be told, then they are. */
export async function fixedStep(about: About, context: CommandContext): Promise<Answer> {
  const { command, topics, workspace, audit } = context;
  const found = await topicIn(about, context);
  if (found.fixedAt !== null)
    throw new NotPossible(({ commands }) => commands.topics.fixedAndTold(topicName(found)));
  const all = toTell(found.mentions);
  const sure = toTell(found.mentions.filter(({ how }) => how === 'confirmed'));
  const who = command.values['who'];
  if (who !== 'all' && who !== 'confirmed')
    return form(topicName(found), all.length, sure.length, context.texts);
  const cases = who === 'all' ? all : sure;
  const by = { workspaceId: workspace.id, userId: command.by.userId, interaction: command.interactionId };
  const isFixed = await topics.fix(
    found.topicId,
    cases.map(({ caseId }) => caseId),
    by,
  );
  if (!isFixed) throw new NotPossible(({ commands }) => commands.topics.somebodyQuicker(topicName(found)));
  await audit.note({
    workspaceId: workspace.id,
    actorId: command.by.userId,
    action: 'topic_fixed',
    detail: { topic: topicName(found), members: String(cases.length) },
  });
  const { commands, figures } = context.texts;
  return say(commands.topics.willHear(figures.topics.members(cases.length)));
}

function form(name: string, all: number, sure: number, { commands, figures }: Texts): Answer {
  const { fixedForm: words } = commands.topics;
  const choices = [
    { label: words.all(figures.topics.members(all)), value: 'all' },
    ...(sure > 0 && sure < all ? [{ label: words.onlyLinked(sure), value: 'confirmed' }] : []),
  ];
  return {
    type: 'form',
    form: {
      title: words.title(name),
      submit: words.submit,
      fields: [
        {
          type: 'choice',
          name: 'who',
          label: words.who,
          hint: words.hint,
          required: true,
          choices,
          initial: sure > 0 && sure < all ? 'confirmed' : 'all',
        },
      ],
      invoke: { command: 'topic', values: { do: 'fixed', topic: name } },
    },
  };
}
