import { setTimeout } from 'node:timers/promises';
import type { View } from '../cases/cards/view.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Place } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';

/** So long is waited for the platform to say which language somebody reads (ms): nothing that is due is late for it. */
const WITHIN_MS = 1_000;

/** Of so many people it is remembered what was said last, so that a card keeps its language while a platform does not answer. */
const REMEMBERED = 5_000;
const saidLast = new Map<string, string | null>();

type Around = Pick<View, 'workspace' | 'policy'>;

/**
 * The locale of whoever reads what is posted somewhere: their own in a direct message, where the platform says it in time, else that of
 * the community it is posted in. Asked in the same way whenever something is drawn, so that it keeps its language. Where the platform
 * does not answer in time it is what it said last. Never fails.
 */
export async function localeAt(
  place: Place,
  around: Around,
  chat: Pick<ChatAdapter, 'fetchPerson'>,
  withinMs = WITHIN_MS,
): Promise<string | null> {
  return (place.type === 'dm' ? await ownLocale(place, chat, withinMs) : null) ?? languageAt(place, around);
}

/**
 * The same for what may have been posted already and is looked for by its words: in another language it would not be found, and be
 * posted twice. So the platform is waited for.
 * @throws {AppError} that is tried again, when it does not answer
 */
export async function localeAgain(
  place: Place,
  around: Around,
  chat: Pick<ChatAdapter, 'fetchPerson'>,
): Promise<string | null> {
  if (place.type !== 'dm') return languageAt(place, around);
  const key = keyOf(place);
  try {
    const { locale } = await chat.fetchPerson(place.workspaceId, place.userId);
    return remembered(key, locale) ?? languageAt(place, around);
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    // Whoever is gone will not say it again.
    return saidLast.get(key) ?? languageAt(place, around);
  }
}

/** The same without asking the platform: null at home, and in a mailbox, where a card speaks the language of its case's community. */
export function languageAt({ workspaceId }: Place, { workspace, policy }: Around): string | null {
  if (workspaceId === workspace.id) return null;
  const there = workspaceOf(policy, workspaceId);
  return there ? (there.language ?? policy.language) : null;
}

type Direct = Extract<Place, { type: 'dm' }>;

function keyOf({ workspaceId, userId }: Direct): string {
  return `${workspaceId} ${userId}`;
}

async function ownLocale(
  place: Direct,
  chat: Pick<ChatAdapter, 'fetchPerson'>,
  withinMs: number,
): Promise<string | null> {
  const { workspaceId, userId } = place;
  const key = keyOf(place);
  const timer = new AbortController();
  const asking = async () => remembered(key, (await chat.fetchPerson(workspaceId, userId)).locale);
  const timeUp = setTimeout(withinMs, null, { signal: timer.signal, ref: false });
  try {
    return await Promise.race([asking(), timeUp.then(() => saidLast.get(key) ?? null)]);
  } catch {
    // A platform that does not answer costs the language at most, not the card.
    return saidLast.get(key) ?? null;
  } finally {
    timer.abort();
  }
}

function remembered(key: string, locale: string | null): string | null {
  saidLast.delete(key);
  saidLast.set(key, locale);
  const [oldest] = saidLast.keys();
  if (saidLast.size > REMEMBERED && oldest !== undefined) saidLast.delete(oldest);
  return locale;
}
