import type { Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';

/** In place of something that can never be drawn again: it names no case and nobody. */
export function withdrawnCard(what: 'digest' | 'to_do'): Card {
  const title = what === 'digest' ? 'This digest has been withdrawn' : 'This list has been withdrawn';
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [
      paragraph('Something in it is not for everybody here any more, and it cannot be drawn without it now.'),
    ],
    facts: [],
    footer: [],
    actions: [],
  };
}
