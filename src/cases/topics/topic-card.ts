import type { Action, Button, Card, Fact, Section } from '../../chat/card.ts';
import { bold, link, paragraph, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { departmentOf, workspaceOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { caseName } from '../case.ts';
import { counted, oneLine } from '../digest/words.ts';
import { membersOf, titleOf, topicName, type Mention, type Topic } from './topic.ts';

/** What a topic is shown with. */
export interface TopicView {
  policy: Policy;
  /** Whose people read it. */
  workspace: WorkspacePolicy;
  now: Date;
}

/** So many mentions are quoted, and so much of each (characters). */
const QUOTED = 8;
const QUOTE_MAX = 200;
/** So many links that nobody has looked at have a button of their own. */
const DOUBTED = 3;

/** What several members say about the same thing, for those who look after it. */
export function topicCard(topic: Topic, view: TopicView): Card {
  const title = `${topicName(topic)} · ${titleOf(topic)}`;
  return {
    title,
    tone: topic.fixedAt === null ? 'urgent' : 'done',
    summary: `${title}: ${counted(membersOf(topic.mentions), 'member')}`,
    body: [paragraph(...saidWords(topic)), quotes(topic, view)],
    facts: facts(topic, view),
    sections: doubted(topic, view),
    footer: [text('Cases that not everybody here may see are left out, and are not counted.')],
    actions: actionsOf(topic),
  };
}

function saidWords(topic: Topic): Inline[] {
  const { mentions, fixedAt, round } = topic;
  const first = mentions.at(-1);
  const often = `${counted(membersOf(mentions), 'member')} said this ${mentions.length === 1 ? 'once' : `${mentions.length} times`}`;
  return [
    bold(often),
    ...(first ? [text(' since '), time(first.openedAt)] : []),
    text('. '),
    ...(fixedAt === null
      ? [
          text(
            round > 0
              ? 'It was fixed, and has come back.'
              : 'When it is fixed, press Fixed: each of them is told.',
          ),
        ]
      : [text('Fixed, '), time(fixedAt), text(': each of them is told.')]),
  ];
}

function quotes({ mentions }: Topic, view: TopicView): Block {
  const more = mentions.length - QUOTED;
  return {
    type: 'list',
    ordered: false,
    items: [
      ...mentions
        .slice(0, QUOTED)
        .map((mention) => [
          mentionLink(mention, view),
          text(` “${shorten(oneLine(mention.quote), QUOTE_MAX)}” · `),
          time(mention.openedAt),
        ]),
      ...(more > 0 ? [[text(`and ${more} more`)]] : []),
    ],
  };
}

/** `FB-3`, and whose it is where it is another community's; the way to its message. */
export function mentionLink(
  mention: Mention,
  { policy, workspace }: Pick<TopicView, 'policy' | 'workspace'>,
): Inline {
  const { workspaceId, number, permalink } = mention;
  const whose =
    workspaceId === workspace.id ? '' : ` (${workspaceOf(policy, workspaceId)?.name ?? workspaceId})`;
  const name = `${caseName(policy.prefix, number)}${whose}`;
  return permalink ? link(name, permalink) : bold(name);
}

function facts({ mentions }: Topic, { policy, workspace }: TopicView): Fact[] {
  const communities = [...new Set(mentions.map(({ workspaceId }) => workspaceId))].map((id) => {
    const count = mentions.filter((each) => each.workspaceId === id).length;
    return `${workspaceOf(policy, id)?.name ?? id} ${count}`;
  });
  const departments = [
    ...new Set(
      mentions.filter((each) => each.workspaceId === workspace.id).flatMap((each) => each.departments),
    ),
  ].map((key) => departmentOf(workspace, key)?.name ?? key);
  const found = mentions.filter(({ how }) => how === 'found').length;
  return [
    ...(communities.length > 1 ? [{ label: 'Where', value: [text(communities.join(', '))] }] : []),
    ...(departments.length > 0 ? [{ label: 'Departments', value: [text(departments.join(', '))] }] : []),
    {
      label: 'Linked',
      value: [
        text(found === 0 ? 'by people' : `${found} of ${mentions.length} by their words alone: please look`),
      ],
    },
  ];
}

/** What was found by words alone, each with a way to say that it is something else. */
function doubted({ mentions, fixedAt }: Topic, view: TopicView): Section[] {
  if (fixedAt !== null) return [];
  return mentions
    .filter(({ how, workspaceId }) => how === 'found' && workspaceId === view.workspace.id)
    .slice(0, DOUBTED)
    .map((mention) => {
      const name = caseName(view.policy.prefix, mention.number);
      return {
        name,
        text: [mentionLink(mention, view), text(` ${shorten(oneLine(mention.quote), 80)}`)],
        actions: [
          topicButton('Same', { do: 'link', case: name }),
          topicButton('Not the same', { do: 'unlink', case: name }),
        ],
      };
    });
}

function actionsOf(topic: Topic): Action[] {
  const topicValue = { topic: topicName(topic) };
  return [
    ...(topic.fixedAt === null ? [topicButton('Fixed', { do: 'fixed', ...topicValue }, 'primary')] : []),
    topicButton('Show all', { do: 'show', ...topicValue }),
    topicButton('Rename', { do: 'rename', ...topicValue }),
  ];
}

export function topicButton(
  label: string,
  values: Record<string, string>,
  style: Button['style'] = 'plain',
): Button {
  return { type: 'button', label, style, invoke: { command: 'topic', values } };
}
