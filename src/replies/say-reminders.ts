import type { DueCase } from '../cases/cards/reminders.ts';
import { remindersCard } from '../cases/cards/reminders.ts';
import { withdrawnCard } from '../cases/cards/restricted.ts';
import { textsFor, type View } from '../cases/cards/view.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { MessageRef, Place } from '../chat/ref.ts';
import type { Composer } from './composer.ts';
import { localeAgain, localeAt } from './reader.ts';

/** Whose case it is, and in which language it is read. */
export type Reading = Pick<View, 'workspace' | 'policy' | 'locale'>;

/** What a message with reminders says; when nothing is left of them, that there is nothing to do. */
export function remindersContent(
  dues: readonly DueCase[],
  reader: string,
  compose: Composer,
  reading: Reading,
): Content {
  const { locale = null } = reading;
  const [first, ...others] = dues.map((due) => ({ ...due, view: { ...due.view, locale } }));
  if (!first) return { type: 'card', card: withdrawnCard(textsFor(reading)) };
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
  around: Pick<Reading, 'workspace' | 'policy'>,
): Promise<{ posted: MessageRef | null; of: number }> {
  if (place.type !== 'dm') return { posted: null, of: 1 };
  const reader = place.userId;
  const reading = { ...around, locale: await (triedAt ? localeAgain : localeAt)(place, around, chat) };
  if (triedAt) {
    const content = remindersContent(await dues(), reader, compose, reading);
    const before = await chat.findPosted(place, content, mark, triedAt);
    if (before) return { posted: before, of: 1 };
  }
  const left = await dues();
  if (left.length === 0) return { posted: null, of: 1 };
  return { posted: await chat.post(place, remindersContent(left, reader, compose, reading), mark), of: 1 };
}
