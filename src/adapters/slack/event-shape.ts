import { z } from 'zod';
import { spoken, text } from './message-shape.ts';
import { isRecord } from './records.ts';

// No more than what is read of an event on its way to us: a field that Slack adds, or leaves out one day, is no reason to lose it.

const said = spoken.extend({ ts: z.string() });

const reaction = z.looseObject({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  event_ts: z.string(),
  item: z.union([
    z.looseObject({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
    z.looseObject({ type: z.string().refine((type) => type !== 'message') }),
  ]),
});

const message = z.union([
  z.looseObject({
    type: z.literal('message'),
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: said,
    previous_message: z.looseObject({ text }).nullish(),
  }),
  z.looseObject({
    type: z.literal('message'),
    subtype: z.literal('message_deleted'),
    channel: z.string(),
    deleted_ts: z.string(),
    previous_message: z.looseObject({}).nullish(),
  }),
  said.extend({
    type: z.literal('message'),
    subtype: z
      .string()
      .refine((subtype) => subtype !== 'message_changed' && subtype !== 'message_deleted')
      .nullish(),
    channel: z.string(),
  }),
]);

const people = z.array(z.string()).optional();

const roles = z.union([
  z.looseObject({ type: z.literal('subteam_updated') }),
  z.looseObject({ type: z.literal('subteam_members_changed'), added_users: people, removed_users: people }),
  z.looseObject({ type: z.literal('user_change'), user: z.looseObject({ id: z.string() }) }),
]);

const home = z.looseObject({
  type: z.literal('app_home_opened'),
  user: z.string(),
  tab: z.string(),
});

/** About the app itself. */
const removed = z.looseObject({ type: z.enum(['app_uninstalled', 'tokens_revoked']) });

const ours = z.union([reaction, message, roles, home, removed]);
const OURS = new Set<unknown>([
  'reaction_added',
  'reaction_removed',
  'message',
  'subteam_updated',
  'subteam_members_changed',
  'user_change',
  'app_home_opened',
  'app_uninstalled',
  'tokens_revoked',
]);

/**
 * What an event is to us, by the body it comes in. `odd` has a name we listen to and a shape nobody has seen yet: Bolt
 * stumbles over some of those, and what cannot be read would be sent again and again.
 */
export function kindOfEvent({ event, authorizations }: Record<string, unknown>): 'ours' | 'odd' | 'other' {
  if (!isRecord(event)) return 'odd';
  if (!OURS.has(event['type'])) return 'other';
  // Whom it is for: Bolt reads it of each.
  if (authorizations !== undefined && !isListOfRecords(authorizations)) return 'odd';
  return isReadable(event) && ours.safeParse(event).success ? 'ours' : 'odd';
}

/** Bolt reads these of any event that has them, and stumbles over null. */
function isReadable(event: Record<string, unknown>): boolean {
  const is = (name: string, fits: (value: unknown) => boolean) => !(name in event) || fits(event[name]);
  const isNamed = (value: unknown) => typeof value === 'string' || isRecord(value);
  return is('user', isNamed) && is('channel', isNamed) && is('item', isRecord) && is('subteam', isRecord);
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord);
}
