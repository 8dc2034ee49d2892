import type { Choice } from '../../chat/card.ts';
import type { Texts } from '../../texts/index.ts';

/** What `/feedback meeting` can do. */
const MEETING_STEPS = ['list', 'add', 'decide'] as const;

export function meetingChoices({ commands: { picked } }: Texts): Choice[] {
  return MEETING_STEPS.map((value) => ({ value, label: picked.meeting[value] }));
}
