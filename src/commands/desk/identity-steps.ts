import type { Choice } from '../../chat/card.ts';

/** What an admin can do about the accounts of a person. */
export const IDENTITY_STEPS = [
  { value: 'link', label: 'Link: two accounts are one person' },
  { value: 'unlink', label: 'Unlink: they are not' },
  { value: 'list', label: 'List what is linked' },
] as const satisfies readonly Choice[];

export type IdentityStep = (typeof IDENTITY_STEPS)[number]['value'];
