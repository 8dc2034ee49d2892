import type { Action, Button, Card, Fact, Section } from '../../chat/card.ts';
import { bold, inlines, link, paragraph, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { departmentName, workspaceOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { caseName } from '../case.ts';
import type { Texts } from '../../texts/index.ts';
import { textsFor } from '../cards/view.ts';
import { oneLine } from '../digest/words.ts';
import { membersOf, titleOf, topicName, type Mention, type Topic } from './topic.ts';

/** What a topic is shown with. */
export interface TopicView {
  policy: Policy;
  /** Whose people read it. */
  workspace: WorkspacePolicy;
  now: Date;
  /** Of the one person who reads it, if it is one and it is known; else it is in the language of the community. */
  locale?: string | null;
}

/** The same with the texts it is written in. */
type Written = TopicView & { texts: Texts };

/** So many mentions are quoted, and so much of each (characters). */
const QUOTED = 8;
const QUOTE_MAX = 200;
/** So many links that nobody has looked at have a button of their own. */
const DOUBTED = 3;

/** What several members say about the same thing, for those who look after it. */
export function topicCard(topic: Topic, shown: TopicView): Card {
  const texts = textsFor(shown);
  const words = texts.says.topics;
  const view = { ...shown, texts };
  const title = `${topicName(topic)} · ${titleOf(topic, texts)}`;
  return {
    title,
    tone: topic.fixedAt === null ? 'urgent' : 'done',
    summary: words.summary(title, membersOf(topic.mentions)),
    body: [paragraph(...saidWords(topic, texts)), quotes(topic, view)],
    facts: facts(topic, view),
    sections: doubted(topic, view),
    footer: [text(words.footer)],
    actions: actionsOf(topic, texts),
  };
}

function saidWords({ mentions, fixedAt, round }: Topic, { says, cards }: Texts): Inline[] {
  const words = says.topics;
  const first = mentions.at(-1);
  const said = bold(words.said(membersOf(mentions), mentions.length));
  const how = round > 0 ? words.cameBack : words.whenFixed(cards.buttons.fixed);
  return inlines(
    ...(first ? words.saidSince<Inline>(said, time(first.openedAt)) : [said, '. ']),
    ...(fixedAt === null ? [how] : words.fixedAt(time(fixedAt))),
  );
}

function quotes({ mentions }: Topic, view: Written): Block {
  const words = view.texts.says.topics;
  const more = mentions.length - QUOTED;
  return {
    type: 'list',
    ordered: false,
    items: [
      ...mentions
        .slice(0, QUOTED)
        .map((mention) => [
          mentionLink(mention, view),
          text(words.quoted(shorten(oneLine(mention.quote), QUOTE_MAX))),
          time(mention.openedAt),
        ]),
      ...(more > 0 ? [[text(words.more(more))]] : []),
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

function facts({ mentions }: Topic, { policy, workspace, texts: { says, common } }: Written): Fact[] {
  const words = says.topics;
  const communities = [...new Set(mentions.map(({ workspaceId }) => workspaceId))].map((id) => {
    const count = mentions.filter((each) => each.workspaceId === id).length;
    return `${workspaceOf(policy, id)?.name ?? id} ${count}`;
  });
  const departments = [
    ...new Set(
      mentions.filter((each) => each.workspaceId === workspace.id).flatMap((each) => each.departments),
    ),
  ].map((key) => departmentName(workspace, key, common.code));
  const found = mentions.filter(({ how }) => how === 'found').length;
  return [
    ...(communities.length > 1 ? [{ label: words.where, value: [text(communities.join(', '))] }] : []),
    ...(departments.length > 0 ? [{ label: words.departments, value: [text(departments.join(', '))] }] : []),
    {
      label: words.linked,
      value: [text(found === 0 ? words.byPeople : words.byWords(found, mentions.length))],
    },
  ];
}

/** What was found by words alone, each with a way to say that it is something else. */
function doubted({ mentions, fixedAt }: Topic, view: Written): Section[] {
  const { says, cards } = view.texts;
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
          topicButton(says.topics.same, { do: 'link', case: name }),
          topicButton(cards.buttons.notTheSame, { do: 'unlink', case: name }),
        ],
      };
    });
}

function actionsOf(topic: Topic, { says, cards }: Texts): Action[] {
  const { showAll, rename } = says.topics;
  const topicValue = { topic: topicName(topic) };
  return [
    ...(topic.fixedAt === null
      ? [topicButton(cards.buttons.fixed, { do: 'fixed', ...topicValue }, 'primary')]
      : []),
    topicButton(showAll, { do: 'show', ...topicValue }),
    topicButton(rename, { do: 'rename', ...topicValue }),
  ];
}

export function topicButton(
  label: string,
  values: Record<string, string>,
  style: Button['style'] = 'plain',
): Button {
  return { type: 'button', label, style, invoke: { command: 'topic', values } };
}
