import { z } from 'zod';
import { file, spoken, text } from './message-shape.ts';

// As in event-shape.ts: no more than what is read of an interaction on its way to us.

const id = z.looseObject({ id: z.string() });
const who = z.looseObject({ id: z.string(), team_id: text, username: text, name: text });
const asked = z.looseObject({ user: who, team: id.nullish(), trigger_id: text, response_url: text });

const action = z.union([
  z.looseObject({
    type: z.enum(['static_select', 'overflow']),
    action_id: z.string(),
    selected_option: z.looseObject({ value: z.string() }),
  }),
  z.looseObject({
    type: z.string().refine((type) => type !== 'static_select' && type !== 'overflow'),
    action_id: z.string(),
  }),
]);

const input = z.looseObject({ files: z.array(file).nullish() });

const SHAPES: Record<string, z.ZodType> = {
  block_actions: asked.extend({
    actions: z.array(action).min(1),
    container: z.looseObject({ channel_id: text, message_ts: text, thread_ts: text }),
    // Bolt reads it wherever there is one.
    channel: id.optional(),
    message: z.looseObject({ ts: text, thread_ts: text }).nullish(),
    view: z.looseObject({ callback_id: z.string(), id: text, hash: text }).nullish(),
  }),
  message_action: asked.extend({
    callback_id: z.string(),
    channel: id,
    message_ts: z.string(),
    message: spoken,
  }),
  view_submission: asked.extend({
    view: z.looseObject({
      id: z.string(),
      hash: text,
      callback_id: z.string(),
      private_metadata: z.string(),
      app_installed_team_id: text,
      state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), input)) }),
    }),
  }),
};

const command = z.looseObject({
  command: z.string(),
  text: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string(),
  trigger_id: z.string(),
  response_url: text,
});

/** What an interaction is to us; as `kindOfEvent` says it of events. */
export function kindOfInteraction(body: Record<string, unknown>): 'ours' | 'odd' | 'other' {
  if (typeof body['command'] === 'string') return command.safeParse(body).success ? 'ours' : 'odd';
  const shape =
    typeof body['type'] === 'string' && Object.hasOwn(SHAPES, body['type']) ? SHAPES[body['type']] : null;
  if (!shape) return 'other';
  return shape.safeParse(body).success ? 'ours' : 'odd';
}
