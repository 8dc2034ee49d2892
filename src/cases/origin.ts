import type { Texts } from '../texts/index.ts';

/** How feedback came that nobody wrote in a channel. */
export const ORIGINS = ['mail', 'phone', 'person', 'elsewhere'] as const;

export type Origin = (typeof ORIGINS)[number];

/** In words; what an older version wrote stays as it is. */
export function originWords(origin: string, { rules: { words } }: Texts): string {
  const known = ORIGINS.find((each) => each === origin);
  return known === undefined ? origin : words.origins[known];
}
