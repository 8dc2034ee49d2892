import type { Choice } from '../../chat/card.ts';
import type { Texts } from '../../texts/index.ts';

/** What somebody can say of the case they were given. */
export const NEXT_WISHES = ['another', 'later'] as const;

export function wishChoices({ commands: { picked } }: Texts): Choice[] {
  return NEXT_WISHES.map((value) => ({ value, label: picked.choices[value] }));
}
