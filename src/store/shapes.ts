import { z } from 'zod';
import { CLOCK_KINDS } from '../cases/case.ts';
import { TELLS_MANAGEMENT, type DeliveryBody } from '../cases/delivery.ts';
import { PARTS, RUNGS } from '../cases/rung.ts';
import type { ChatEvent } from '../chat/event.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import type { MessageRef, Place, ThreadRoot } from '../chat/ref.ts';
import type { Block, Inline } from '../chat/rich.ts';

// What stands in jsonb columns, read again with its dates as dates. An earlier version of this program may have written it.

const threadRoot: z.ZodType<ThreadRoot> = z.object({ channelId: z.string(), messageId: z.string() });

const messageRef: z.ZodType<MessageRef> = z.object({
  workspaceId: z.string(),
  channelId: z.string(),
  messageId: z.string(),
});

export const place: z.ZodType<Place> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('channel'), workspaceId: z.string(), channelId: z.string() }),
  z.object({
    type: z.literal('thread'),
    workspaceId: z.string(),
    channelId: z.string(),
    messageId: z.string(),
  }),
  z.object({ type: z.literal('dm'), workspaceId: z.string(), userId: z.string() }),
]);

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.object({ type: z.enum(['text', 'code']), text: z.string() }),
    z.object({ type: z.enum(['bold', 'italic', 'strike']), children: z.array(inline) }),
    z.object({ type: z.literal('link'), url: z.string(), children: z.array(inline) }),
    z.object({ type: z.literal('break') }),
    z.object({ type: z.literal('person'), userId: z.string(), ping: z.boolean() }),
    z.object({ type: z.literal('channel'), channelId: z.string() }),
    z.object({ type: z.literal('time'), at: z.coerce.date() }),
  ]),
);

const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), children: z.array(inline) }),
  z.object({
    type: z.literal('list'),
    ordered: z.boolean(),
    start: z.number().exactOptional(),
    items: z.array(z.array(inline)),
  }),
  z.object({ type: z.literal('quote'), children: z.array(inline) }),
  z.object({ type: z.literal('code'), text: z.string() }),
]);

export const clockKind = z.enum(CLOCK_KINDS);

export const rung = z.enum(RUNGS);

export const skipped = z.array(
  z.object({
    personId: z.string(),
    part: z.enum(PARTS),
    until: z.string().nullable(),
    lostRole: z.literal(true).exactOptional(),
  }),
);

const noticeWords = { title: z.string(), blocks: z.array(block) };

export const deliveryBody: z.ZodType<DeliveryBody> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reply'),
    replyId: z.number(),
    part: z
      .object({ index: z.number(), of: z.number(), first: z.string(), after: z.string() })
      .exactOptional(),
  }),
  z.object({ type: z.literal('triage') }),
  z.object({ type: z.literal('escalation'), department: z.string(), cc: z.boolean() }),
  z.object({
    type: z.literal('evidence'),
    department: z.string(),
    upTo: z.number().exactOptional(),
    message: threadRoot.exactOptional(),
  }),
  z.object({ type: z.literal('approval'), giftId: z.number() }),
  z.object({ type: z.literal('management'), why: z.enum(TELLS_MANAGEMENT) }),
  z.object({ type: z.literal('copy') }),
  z.object({ type: z.literal('followed') }),
  z.object({ type: z.literal('praise') }),
  z.object({ type: z.literal('digest'), digestId: z.number() }),
  z.object({ type: z.literal('topic'), topicId: z.number() }),
  z.object({ type: z.literal('hot_thread'), hotThreadId: z.number() }),
  z.object({ type: z.literal('to_do'), day: z.string() }),
  z.object({ type: z.literal('table'), wish: z.string() }),
  z.object({
    type: z.literal('reminder'),
    clock: clockKind,
    step: z.number(),
    personId: z.string(),
    rang: z.object({ clockId: z.number(), generation: z.number(), rung, skipped }).exactOptional(),
    department: z.string().exactOptional(),
    people: z.array(z.string()).exactOptional(),
  }),
  z.object({ type: z.literal('reminders'), personId: z.string() }),
  z.object({
    type: z.literal('receipt'),
    emoji: z.string(),
    present: z.boolean(),
    message: messageRef,
    reporterId: z.string(),
  }),
  z.object({ type: z.literal('hint') }),
  z.object({
    type: z.literal('notice'),
    ...noticeWords,
    inOthers: z.record(z.string(), z.object(noticeWords)).exactOptional(),
    offer: z.literal('reopen').exactOptional(),
    tell: z.string().exactOptional(),
    department: z.string().exactOptional(),
    confidential: z.literal(true).exactOptional(),
    mailed: threadRoot.exactOptional(),
    toFlagger: z.literal(true).exactOptional(),
  }),
]);

const file = z.object({
  fileId: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  url: z.string(),
});

const snapshot: z.ZodType<MessageSnapshot> = z.object({
  ref: messageRef,
  threadRoot: threadRoot.exactOptional(),
  author: z.object({ userId: z.string(), name: z.string(), isBot: z.boolean() }),
  text: z.string(),
  postedAt: z.coerce.date(),
  permalink: z.string(),
  files: z.array(file),
  mentions: z.array(z.string()).exactOptional(),
});

const at = {
  workspaceId: z.string(),
  eventId: z.string().nullable(),
  at: z.coerce.date(),
  channelId: z.string(),
  messageId: z.string(),
  parentChannelId: z.string().nullable(),
  communities: z.array(z.string()).exactOptional(),
};

export const chatEvent: z.ZodType<ChatEvent> = z.discriminatedUnion('kind', [
  z.object({
    ...at,
    kind: z.enum(['reaction_added', 'reaction_removed']),
    userId: z.string(),
    emoji: z.string(),
  }),
  z.object({
    ...at,
    kind: z.literal('message_posted'),
    message: snapshot,
    isDirect: z.boolean(),
    answers: z.string().exactOptional(),
  }),
  z.object({ ...at, kind: z.literal('message_edited'), text: z.string(), threadRoot: threadRoot.nullable() }),
  z.object({ ...at, kind: z.literal('message_deleted') }),
]);

/** Two nullable columns as what they are together. */
export function messageIn(channelId: string | null, messageId: string | null): ThreadRoot | null {
  return channelId !== null && messageId !== null ? { channelId, messageId } : null;
}
