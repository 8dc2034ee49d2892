import type { Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';

/** In place of something that can never be drawn again: it names no case and nobody. */
export function withdrawnCard(what: 'digest' | 'to_do', { says }: Texts): Card {
  const { digestWithdrawn, listWithdrawn, whyWithdrawn } = says.digest;
  const title = what === 'digest' ? digestWithdrawn : listWithdrawn;
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [paragraph(whyWithdrawn)],
    facts: [],
    footer: [],
    actions: [],
  };
}
