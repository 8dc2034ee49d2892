import type { Choice } from '../../chat/card.ts';
import type { Texts } from '../../texts/index.ts';

/** What an admin can do about the accounts of a person. */
export const IDENTITY_STEPS = ['link', 'unlink', 'list'] as const;

export type IdentityStep = (typeof IDENTITY_STEPS)[number];

export function identityChoices({ commands: { picked } }: Texts): Choice[] {
  return IDENTITY_STEPS.map((value) => ({ value, label: picked.identity[value] }));
}
