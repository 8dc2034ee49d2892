/** What `/feedback privacy` can do. */
export const PRIVACY_STEPS = [
  { value: 'export', label: 'Export: take it with you' },
  { value: 'erase', label: 'Erase: have it removed' },
  { value: 'opt-out', label: 'Opt out: nothing more is recorded' },
  { value: 'opt-in', label: 'Opt in again' },
] as const;

export type PrivacyStep = (typeof PRIVACY_STEPS)[number]['value'];
