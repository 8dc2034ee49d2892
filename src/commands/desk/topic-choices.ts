import type { Choice } from '../../chat/card.ts';

/** What can be done about topics. */
export const TOPIC_STEPS: readonly Choice[] = [
  { value: 'show', label: 'Show it, or all of them' },
  { value: 'link', label: 'A case belongs to it' },
  { value: 'unlink', label: 'A case is about something else' },
  { value: 'merge', label: 'It is the same as another topic' },
  { value: 'rename', label: 'Call it something else' },
  { value: 'fixed', label: 'It is fixed: tell the members' },
];
