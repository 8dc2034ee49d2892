import type { Fault, Path } from './document.ts';
import { asMap } from './loose.ts';
import { advice } from './name-checks.ts';
import { shown } from './secrets.ts';

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
