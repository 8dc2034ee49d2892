import type { DueCase } from '../cases/cards/reminders.ts';
import { remindersCard } from '../cases/cards/reminders.ts';
import { withdrawnCard } from '../cases/cards/restricted.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { MessageRef, Place } from '../chat/ref.ts';
import type { Composer } from './composer.ts';

/** What a message with reminders says; when nothing is left of them, that there is nothing to do. */
export function remindersContent(dues: readonly DueCase[], reader: string, compose: Composer): Content {
  const [first, ...others] = dues;
  if (!first) return { type: 'card', card: withdrawnCard() };
  return {
    type: 'card',
    card: remindersCard([first, ...others], reader, (markdown) => compose.parse(markdown)),
  };
}

/**
 * Posts what still counts at the moment it is posted; nothing when somebody has acted on all of it.
 * @param dues reads the record anew each time
 * @param triedAt when an attempt was made whose end is not known
 */
export async function sayReminders(
  { place, mark }: { place: Place; mark: string },
  triedAt: Date | null,
  dues: () => Promise<DueCase[]>,
  chat: ChatAdapter,
  compose: Composer,
): Promise<{ posted: MessageRef | null; of: number }> {
  if (place.type !== 'dm') return { posted: null, of: 1 };
  const reader = place.userId;
  await chat.awaitTurn(place, mark);
  if (triedAt) {
    const content = remindersContent(await dues(), reader, compose);
    const before = await chat.findPosted(place, content, mark, triedAt);
    if (before) return { posted: before, of: 1 };
  }
  const left = await dues();
  if (left.length === 0) return { posted: null, of: 1 };
  return { posted: await chat.post(place, remindersContent(left, reader, compose), mark), of: 1 };
}
