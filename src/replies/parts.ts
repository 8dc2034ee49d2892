import type { DeliveryBody, NewDelivery } from '../cases/delivery.ts';
import type { Content } from '../chat/card.ts';
import type { MessageRef, Place } from '../chat/ref.ts';
import type { Block } from '../chat/rich.ts';
import { AppError } from '../errors.ts';

/** What a delivery posts, and of how many messages it is one: a reply may be too long for one. */
export interface Part {
  content: Content;
  of: number;
}

/** @param split as in ChatAdapter: a reply as messages of a platform */
export function partOf(
  content: Content,
  body: DeliveryBody,
  split: (blocks: readonly Block[]) => Block[][],
): Part {
  if (content.type !== 'reply' || body.type !== 'reply') return { content, of: 1 };
  const parts = split(content.blocks);
  const { index, of } = body.part ?? { index: 0, of: parts.length };
  const blocks = parts[index];
  if (blocks && parts.length === of) {
    const { title, below, actions, variants } = content;
    const isLast = index === of - 1;
    return {
      content: {
        type: 'reply',
        blocks,
        ...(title && index === 0 && { title }),
        ...(below && isLast && { below }),
        ...(actions && isLast && { actions }),
        ...(variants && isLast && { variants }),
      },
      of,
    };
  }
  throw new AppError('TARGET_GONE', ({ says }) => says.reasons.updated, 'never');
}

/** Of a long reply two messages may be alike: what stands up to the one before is not this one. */
export function afterOf(body: DeliveryBody): string | undefined {
  return body.type === 'reply' ? body.part?.after : undefined;
}

/** What has to be said after a message of a reply has arrived; null when it was the last. */
export function nextPart(
  { body, place, posted }: { body: DeliveryBody; place: Place; posted: MessageRef | null },
  of: number,
): NewDelivery | null {
  if (body.type !== 'reply') return null;
  const { replyId, part } = body;
  const index = (part?.index ?? 0) + 1;
  if (index >= of) return null;
  const after = posted?.messageId ?? '';
  return {
    key: `reply-${replyId}-${index}`,
    place: goingOn(place, posted),
    body: { type: 'reply', replyId, part: { index, of, first: part?.first ?? after, after } },
  };
}

/** What is posted in a forum becomes a thread of its own: the rest belongs into it. */
function goingOn(place: Place, posted: MessageRef | null): Place {
  if (place.type !== 'channel' || !posted || posted.channelId === place.channelId) return place;
  const { workspaceId, channelId } = place;
  return { type: 'thread', workspaceId, channelId, messageId: posted.channelId };
}
