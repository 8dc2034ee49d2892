import { isStaff } from '../../cases/access.ts';
import type { Topic } from '../../cases/topics/topic.ts';
import { seenFrom, titleOf, topicName } from '../../cases/topics/topic.ts';
import { typedAs } from '../../cases/typed-as.ts';
import type { Answer } from '../../chat/command.ts';
import { NotPossible } from '../../errors.ts';
import type { Policy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import { caseNumber, caseNumberIn, readCase, type CommandContext } from './command.ts';

/** What a command names: a topic by its number, or a case. */
export type About = { topicId: number } | { number: number };

/** Longest name people give (characters). */
export const TITLE_TYPED_MAX = 80;

/** `T-4`, or a case; from a button what it carries. Null when nothing is named. @throws {NotPossible} */
export function aboutOf(context: CommandContext): About | null {
  const { values } = context.command;
  const typed = (values['topic'] ?? values['case'] ?? values['about'] ?? '').trim();
  if (typed === '') return null;
  const { prefix } = context.policy;
  if (!isNamed(typed, context.policy))
    throw new NotPossible(({ commands }) =>
      commands.topics.notNamed(typed.slice(0, 40), `${prefix}-12`, typedAs('topic', context.workspace.id)),
    );
  const topicId = topicIdIn(typed);
  return topicId === null ? { number: caseNumber(typed, context) } : { topicId };
}

/** `T-4`, `t4`. */
export function topicIdIn(typed: string): number | null {
  const found = /^T-?(\d{1,9})$/i.exec(typed.trim())?.[1];
  return found === undefined ? null : Number(found);
}

/** Whether it names a topic or a case. */
export function isNamed(typed: string, { prefix }: Pick<Policy, 'prefix'>): boolean {
  return topicIdIn(typed) !== null || caseNumberIn(typed, prefix) !== null;
}

/** The topic itself, or that of the case. Departments see those that were brought to them. @throws {NotPossible} */
export async function topicIn(about: About, context: CommandContext): Promise<Topic> {
  const { topics, standing, workspace, policy } = context;
  const known =
    'topicId' in about ? await topics.topic(about.topicId) : await topicOfCase(about.number, context);
  const found = known && seenFrom(known, workspace.id, policy);
  const isHere = found?.mentions.some(({ workspaceId }) => workspaceId === workspace.id);
  const isAcross = policy.topics !== false && policy.topics.across;
  const maySee = isStaff(standing)
    ? isHere || (isAcross && found !== null)
    : isHere && found?.raisedAt !== null;
  if (found && found.mentions.length > 0 && maySee) return found;
  throw new NotPossible(({ commands: { topics: words } }) =>
    'topicId' in about
      ? words.noTopic(`T-${about.topicId}`, typedAs('topic', workspace.id))
      : words.ofNoTopic,
  );
}

async function topicOfCase(number: number, context: CommandContext): Promise<Topic | null> {
  const { topics } = context;
  const file = await readCase(naming(number, context));
  return topics.ofCase(file.case.caseId);
}

/** The same wish about this case. */
export function naming(number: number, context: CommandContext): CommandContext {
  const { command, policy } = context;
  return {
    ...context,
    command: { ...command, values: { ...command.values, case: `${policy.prefix}-${number}` } },
  };
}

export function renameForm(topic: Topic, texts: Texts): Answer {
  const { rename: words } = texts.commands.topics;
  return {
    type: 'form',
    form: {
      title: words.title(topicName(topic)),
      submit: words.submit,
      fields: [
        {
          type: 'line',
          name: 'text',
          label: words.label,
          hint: words.hint,
          required: true,
          initial: titleOf(topic, texts),
          maxLength: TITLE_TYPED_MAX,
        },
      ],
      invoke: { command: 'topic', values: { do: 'rename', topic: topicName(topic) } },
    },
  };
}
