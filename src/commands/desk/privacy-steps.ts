import type { Choice } from '../../chat/card.ts';
import type { Texts } from '../../texts/index.ts';

/** What `/feedback privacy` can do. */
export const PRIVACY_STEPS = ['export', 'erase', 'opt-out', 'opt-in'] as const;

export type PrivacyStep = (typeof PRIVACY_STEPS)[number];

export function privacyChoices({ commands: { kept } }: Texts): Choice[] {
  return PRIVACY_STEPS.map((value) => ({ value, label: kept.choices[value] }));
}
