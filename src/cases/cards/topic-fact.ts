import type { Button, Fact } from '../../chat/card.ts';
import { text, time, type Inline } from '../../chat/rich.ts';
import { joined } from '../digest/words.ts';
import { mentionLink, topicButton } from '../topics/topic-card.ts';
import { membersOf, seenFrom, topicName } from '../topics/topic.ts';
import { nameOf, textsFor, type View } from './view.ts';

/** So many others are named. */
const NAMED = 5;

/** What is known of the topic a case belongs to; nothing while it belongs to none. */
export function topicFact(view: View): Fact[] {
  const { file } = view;
  const topic = view.topic ? seenFrom(view.topic, view.workspace.id, view.policy) : null;
  const others = topic?.mentions.filter(({ caseId }) => caseId !== file.case.caseId) ?? [];
  if (!topic || others.length === 0) return [];
  const more = others.length - NAMED;
  const { facts } = textsFor(view).cards;
  const value: Inline[] = [
    ...joined(others.slice(0, NAMED).map((each) => [mentionLink(each, view)])),
    ...(more > 0 ? [text(facts.moreBehind(more))] : []),
    text(facts.similarTo(topicName(topic), membersOf(topic.mentions))),
    ...(topic.fixedAt ? [text(facts.topicFixed), time(topic.fixedAt)] : []),
    ...(howOf(view) === 'found' ? [text(facts.topicFound)] : []),
  ];
  return [{ label: facts.similar, value }];
}

/** What people say of a link that was found, and how they undo one. */
export function topicButtons(view: View): Button[] {
  const how = howOf(view);
  if (how === null || topicFact(view).length === 0) return [];
  const values = { case: nameOf(view) };
  const { buttons } = textsFor(view).cards;
  return [
    ...(how === 'found' ? [topicButton(buttons.same, { do: 'link', ...values })] : []),
    topicButton(buttons.notTheSame, { do: 'unlink', ...values }),
  ];
}

function howOf({ file, topic }: View): 'found' | 'confirmed' | null {
  return topic?.mentions.find(({ caseId }) => caseId === file.case.caseId)?.how ?? null;
}
