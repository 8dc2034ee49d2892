import type { Fact } from '../../chat/card.ts';
import { text } from '../../chat/rich.ts';
import { giftName } from '../../policy/lookup.ts';
import type { Gift } from '../case.ts';
import type { View } from './view.ts';

const STATES: Readonly<Record<Gift['state'], string>> = {
  proposed: 'waits for a yes',
  approved: 'not sent yet',
  given: 'given',
  refused: 'refused',
  withdrawn: 'taken back',
  failed: 'not delivered',
};

/** What the member was given, or is to be. */
export function giftFacts({ file, policy }: View): Fact[] {
  const gifts = file.gifts.filter(({ state }) => state !== 'withdrawn');
  if (gifts.length === 0) return [];
  const words = gifts.map(({ key, state }) => `${giftName(policy, key, policy.language)} (${STATES[state]})`);
  return [{ label: 'Gifts', value: [text(words.join(', '))] }];
}
