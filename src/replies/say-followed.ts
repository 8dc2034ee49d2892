import { followedCard } from '../cases/cards/followed.ts';
import { textsFor } from '../cases/cards/view.ts';
import { followedCases, type FollowedCase } from '../cases/followed-cases.ts';
import { idIn } from '../chat/account.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { MessageRef, Place, WorkspaceId } from '../chat/ref.ts';
import type { Texts } from '../texts/index.ts';
import { localeAgain, localeAt } from './reader.ts';

type Reading = Parameters<typeof followedCases>[1] & {
  store: { letGo(userId: string, caseIds: readonly number[]): Promise<void> };
};

/**
 * Tells a follower what happened, as far as it is for them at this moment. A case that is not any more they follow no longer, and
 * hear only that there was one.
 */
export async function sayFollowed(
  delivery: {
    deliveryId: number;
    workspaceId: WorkspaceId;
    place: Place;
    mark: string;
    firstTriedAt: Date | null;
  },
  isRetry: boolean,
  chat: ChatAdapter,
  reading: Reading,
): Promise<{ posted: MessageRef | null; of: number }> {
  const { place, mark, firstTriedAt } = delivery;
  if (place.type !== 'dm') return { posted: null, of: 1 };
  const { theirs, lost } = await followedCases(delivery, reading, chat);
  if (theirs.length + lost.length === 0) return { posted: null, of: 1 };
  const { workspace, policy } = reading;
  const locale = await (isRetry ? localeAgain : localeAt)(place, reading, chat);
  const content = contentOf(theirs, lost.length, textsFor({ workspace, policy, locale }));
  const before = isRetry && firstTriedAt ? await chat.findPosted(place, content, mark, firstTriedAt) : null;
  if (lost.length > 0) await reading.store.letGo(idIn(reading.workspace.id, place), lost);
  return { posted: before ?? (await chat.post(place, content, mark)), of: 1 };
}

function contentOf(theirs: readonly FollowedCase[], lost: number, texts: Texts): Content {
  return { type: 'card', card: followedCard(theirs, lost, texts) };
}
