import type { View } from '../cases/cards/view.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import type { Composer } from './composer.ts';
import { contentOf } from './content.ts';
import { hintFor } from './hint.ts';
import { hotContent, type HotRoom } from './hot-content.ts';
import type { Post } from './say-mail.ts';
import { tableContent, type TableRoom } from './table-content.ts';
import { topicContent, type TopicRoom } from './topic-content.ts';

type OfMany = Extract<DeliveryBody, { type: 'digest' | 'to_do' }>;

/** What it is drawn from. */
interface Room<Around> extends TopicRoom, HotRoom, TableRoom {
  compose: Composer;
  chat: ChatAdapter;
  post: Pick<Post, 'filesOf'>;
  /** Of whoever reads it, as `localeAt` says. */
  locale: string | null;
  /** Draws what is of many cases. */
  ofManyCases(body: OfMany, place: Place, around: Around): Promise<Content | null>;
}

/**
 * All that a delivery says, before it is cut into messages; null for what is not to be said any more.
 * @param code opens the code of the gift a reply brings; asked for that alone
 */
export async function wholeContent<Around extends Room<Around>>(
  body: Exclude<DeliveryBody, { type: 'receipt' }>,
  place: Place,
  view: View | null,
  room: Around,
  code: () => Promise<string | null>,
): Promise<Content | null> {
  if (body.type === 'hint') return hintFor(place, { ...room, now: room.now() });
  if (body.type === 'topic') return topicContent(body, place, room);
  if (body.type === 'hot_thread') return hotContent(body.hotThreadId, room);
  if (body.type === 'table') return tableContent(body, place, room);
  if (body.type === 'digest' || body.type === 'to_do') return room.ofManyCases(body, place, room);
  const files = body.type === 'notice' && body.mailed ? await room.post.filesOf(body.mailed) : [];
  return contentOf(body, place, view, room.compose, await code(), files);
}
