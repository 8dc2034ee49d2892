import { OPEN_STATES } from '../states.ts';
import type { Mention } from './topic.ts';

/**
 * One case for each member, whichever of their accounts they used, the one in which they are told: an open one before one that has
 * ended, the latest first.
 */
export function toTell(mentions: readonly Mention[]): Mention[] {
  const byMember = new Map<string, Mention>();
  for (const mention of mentions) {
    // Whoever has no account here is told by a person, case by case.
    const key = mention.accounts[0] ?? `case ${mention.caseId}`;
    const known = byMember.get(key);
    if (!known || (!isOpen(known) && isOpen(mention))) byMember.set(key, mention);
  }
  return [...byMember.values()];
}

function isOpen({ state }: Mention): boolean {
  return OPEN_STATES.includes(state);
}
