import { toTell } from '../../cases/topics/to-tell.ts';
import { topicName } from '../../cases/topics/topic.ts';
import { counted } from '../../cases/digest/words.ts';
import type { Answer } from '../../chat/command.ts';
import { NotPossible } from '../../errors.ts';
import { say, type CommandContext } from './command.ts';
import { topicIn, type About } from './topic-steps.ts';

/** It is fixed: first who will be told, then they are. */
export async function fixedStep(about: About, context: CommandContext): Promise<Answer> {
  const { command, topics, workspace, audit } = context;
  const found = await topicIn(about, context);
  if (found.fixedAt !== null)
    throw new NotPossible(`${topicName(found)} is fixed already, and its members were told.`);
  const all = toTell(found.mentions);
  const sure = toTell(found.mentions.filter(({ how }) => how === 'confirmed'));
  const who = command.values['who'];
  if (who !== 'all' && who !== 'confirmed') return form(topicName(found), all.length, sure.length);
  const cases = who === 'all' ? all : sure;
  const by = { workspaceId: workspace.id, userId: command.by.userId, interaction: command.interactionId };
  const isFixed = await topics.fix(
    found.topicId,
    cases.map(({ caseId }) => caseId),
    by,
  );
  if (!isFixed) throw new NotPossible(`${topicName(found)} is fixed already: somebody was quicker.`);
  await audit.note({
    workspaceId: workspace.id,
    actorId: command.by.userId,
    action: 'topic_fixed',
    detail: { topic: topicName(found), members: String(cases.length) },
  });
  return say(
    `Well done! ${counted(cases.length, 'member')} will hear it, one after the other, each in their language. Whom I cannot tell I name to whoever looks after their case.`,
  );
}

function form(name: string, all: number, sure: number): Answer {
  const choices = [
    { label: `All ${counted(all, 'member')}`, value: 'all' },
    ...(sure > 0 && sure < all
      ? [{ label: `Only the ${sure} that people have linked`, value: 'confirmed' }]
      : []),
  ];
  return {
    type: 'form',
    form: {
      title: `${name} is fixed`,
      submit: 'Tell them',
      fields: [
        {
          type: 'choice',
          name: 'who',
          label: 'Who is told that it is fixed?',
          hint: 'Each once, in their language, where their case is answered. Look at doubtful links first.',
          required: true,
          choices,
          initial: sure > 0 && sure < all ? 'confirmed' : 'all',
        },
      ],
      invoke: { command: 'topic', values: { do: 'fixed', topic: name } },
    },
  };
}
