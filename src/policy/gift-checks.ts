import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { isLanguage, languageAdvice } from './locale-checks.ts';
import { asMap } from './loose.ts';
import { advice } from './name-checks.ts';
import { shown } from './secrets.ts';

/** Gifts whose names are in languages that do not exist. */
export function giftNameFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  return Object.entries(asMap(policy['gifts'])).flatMap(([key, gift]) =>
    Object.keys(asMap(asMap(gift)['name'])).flatMap((language) => {
      if (isLanguage(language)) return [];
      const path = ['gifts', key, 'name', language];
      const what = `${shown(language)} is not a language`;
      return [document.atKey(path, `${pathName(path)}: ${what}; ${languageAdvice(language)}`)];
    }),
  );
}

/**
 * A gift a kind suggests that is none. What only its playbook suggests is no fault where there are no gifts at all: playbooks
 * are written for many communities.
 */
export function suggestedGiftFaults(
  { value, at, isOwn }: { value: unknown; at(path: Path, message: string): Fault; isOwn: boolean },
  policy: Record<string, unknown>,
): Fault[] {
  if (typeof value !== 'string' || value === 'never') return [];
  const gifts = Object.keys(asMap(policy['gifts']));
  if (gifts.includes(value) || (gifts.length === 0 && !isOwn)) return [];
  return [at(['gift'], `there is no gift ${shown(value)}; ${advice(value, ['never', ...gifts])}`)];
}
