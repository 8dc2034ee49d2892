/** What somebody can say of the case they were given. */
export const NEXT_WISHES = [
  { value: 'another', label: 'Give me another one' },
  { value: 'later', label: 'Not now' },
] as const;
