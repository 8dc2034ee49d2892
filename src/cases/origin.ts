/** How feedback came that nobody wrote in a channel, and what people read of it. */
export const ORIGINS = {
  mail: 'by mail',
  phone: 'by phone',
  person: 'in person',
  elsewhere: 'another way',
} as const;

export type Origin = keyof typeof ORIGINS;

/** In words; what an older version wrote stays as it is. */
export function originWords(origin: string): string {
  return Object.hasOwn(ORIGINS, origin) ? ORIGINS[origin as Origin] : origin;
}
