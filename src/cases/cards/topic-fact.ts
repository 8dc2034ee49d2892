import type { Button, Fact } from '../../chat/card.ts';
import { text, time, type Inline } from '../../chat/rich.ts';
import { joined } from '../digest/words.ts';
import { mentionLink, topicButton } from '../topics/topic-card.ts';
import { membersOf, seenFrom, topicName } from '../topics/topic.ts';
import { nameOf, type View } from './view.ts';

/** So many others are named. */
const NAMED = 5;

/** What is known of the topic a case belongs to; nothing while it belongs to none. */
export function topicFact(view: View): Fact[] {
  const { file } = view;
  const topic = view.topic ? seenFrom(view.topic, view.workspace.id, view.policy) : null;
  const others = topic?.mentions.filter(({ caseId }) => caseId !== file.case.caseId) ?? [];
  if (!topic || others.length === 0) return [];
  const more = others.length - NAMED;
  const value: Inline[] = [
    ...joined(others.slice(0, NAMED).map((each) => [mentionLink(each, view)])),
    text(
      `${more > 0 ? ` and ${more} more` : ''} · ${topicName(topic)}, ${membersOf(topic.mentions)} members`,
    ),
    ...(topic.fixedAt ? [text(' · fixed '), time(topic.fixedAt)] : []),
    ...(howOf(view) === 'found' ? [text(' · found by its words: Same or Not the same?')] : []),
  ];
  return [{ label: 'Similar', value }];
}

/** What people say of a link that was found, and how they undo one. */
export function topicButtons(view: View): Button[] {
  const how = howOf(view);
  if (how === null || topicFact(view).length === 0) return [];
  const values = { case: nameOf(view) };
  return [
    ...(how === 'found' ? [topicButton('Same as the similar ones', { do: 'link', ...values })] : []),
    topicButton('Not the same', { do: 'unlink', ...values }),
  ];
}

function howOf({ file, topic }: View): 'found' | 'confirmed' | null {
  return topic?.mentions.find(({ caseId }) => caseId === file.case.caseId)?.how ?? null;
}
