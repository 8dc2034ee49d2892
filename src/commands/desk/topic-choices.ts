import type { Choice } from '../../chat/card.ts';
import type { Texts } from '../../texts/index.ts';

/** What can be done about topics. */
export const TOPIC_STEPS = ['show', 'link', 'unlink', 'merge', 'rename', 'fixed'] as const;

export type TopicStep = (typeof TOPIC_STEPS)[number];

export function topicStepChoices({ commands: { topics } }: Texts): Choice[] {
  return TOPIC_STEPS.map((value) => ({ value, label: topics.choices[value] }));
}
