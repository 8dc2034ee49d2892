import type { Fact } from '../../chat/card.ts';
import { text } from '../../chat/rich.ts';
import { giftName } from '../../policy/lookup.ts';
import { textsFor, type View } from './view.ts';

/** What the member was given, or is to be. */
export function giftFacts(view: View): Fact[] {
  const { file, workspace, policy } = view;
  const { cards, common } = textsFor(view);
  const gifts = file.gifts.filter(({ state }) => state !== 'withdrawn');
  if (gifts.length === 0) return [];
  const words = gifts.map(
    ({ key, state }) => `${giftName(policy, workspace, key, common.code)} (${cards.gifts.states[state]})`,
  );
  return [{ label: cards.gifts.label, value: [text(words.join(', '))] }];
}
