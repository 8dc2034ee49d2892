import { z } from 'zod';
import { inputElement, interactiveElement, plainText, text } from './block-elements.ts';

/** Most blocks in a message; a view takes twice as many. https://docs.slack.dev/reference/block-kit/blocks */
const MESSAGE_BLOCKS_MAX = 50;
const VIEW_BLOCKS_MAX = 100;
/**
 * Longest blocks of a message altogether (characters of their JSON). Slack names no number; this is what was measured.
 * https://github.com/slackapi/bolt-js/issues/2509
 */
const MESSAGE_BLOCKS_LENGTH_MAX = 13_200;
/** Longest view as JSON (bytes). https://docs.slack.dev/reference/methods/views.open */
const VIEW_BYTES_MAX = 250_000;

const blockId = { block_id: z.string().max(255).optional() };
const image = z.strictObject({
  type: z.literal('image'),
  image_url: z.string().max(3000).optional(),
  slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
  alt_text: z.string().max(2000),
  title: plainText(2000).optional(),
});

const block = z.discriminatedUnion('type', [
  z
    .strictObject({
      ...blockId,
      type: z.literal('section'),
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.union([interactiveElement, image]).optional(),
      expand: z.boolean().optional(),
    })
    .refine((section) => section.text ?? section.fields, {
      error: 'missing required field: text',
      path: ['text'],
    }),
  z.strictObject({
    ...blockId,
    type: z.literal('header'),
    text: plainText(150),
    level: z.number().optional(),
  }),
  z.strictObject({ ...blockId, type: z.literal('divider') }),
  z.strictObject({
    ...blockId,
    type: z.literal('context'),
    elements: z
      .array(z.union([text(3000), image]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    ...blockId,
    type: z.literal('actions'),
    elements: z.array(interactiveElement).min(1).max(25),
  }),
  z.strictObject({ ...blockId, type: z.literal('markdown'), text: z.string().min(1).max(12_000) }),
  image.extend(blockId),
  z.strictObject({
    ...blockId,
    type: z.literal('input'),
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.looseObject({
    ...blockId,
    type: z.literal('rich_text'),
    elements: z.array(z.looseObject({ type: z.string() })),
  }),
  // Known to Slack, not looked into here: the app uses none of them.
  z.looseObject({ ...blockId, type: z.enum(['video', 'file', 'table', 'context_actions']) }),
]);

const messageBlocks = z.array(block).max(MESSAGE_BLOCKS_MAX).superRefine(eachIdOnce('of the message'));

const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    blocks: z.array(block).min(1).max(VIEW_BLOCKS_MAX).superRefine(eachIdOnce('of the block')),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    private_metadata: z.string().max(3000).optional(),
    callback_id: z.string().max(255).optional(),
    external_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine((view) => view.submit ?? view.blocks.every(({ type }) => type !== 'input'), {
    error: 'missing required field: submit',
    path: ['submit'],
  });

const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(block).max(VIEW_BLOCKS_MAX).superRefine(eachIdOnce('of the block')),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
});

/** @returns what is wrong with the blocks of a message, as Slack lists it: empty when nothing is. */
export function faultsInBlocks(blocks: unknown, pointer = '/blocks'): string[] {
  return messagesOf(messageBlocks.safeParse(blocks), pointer);
}

export function tooLong(blocks: unknown): boolean {
  return JSON.stringify(blocks).length > MESSAGE_BLOCKS_LENGTH_MAX;
}

/** @returns what is wrong with a view for `views.open` (modal) or `views.publish` (home). */
export function faultsInView(view: unknown, type: 'modal' | 'home'): string[] {
  return messagesOf((type === 'modal' ? modal : home).safeParse(view), '/view');
}

export function viewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES_MAX;
}

/**
 * Ids that are there once: a block_id in all blocks; an action_id in its block by Slack's documentation,
 * in a message altogether here, where people press a button by its id.
 */
function eachIdOnce(actionIds: 'of the message' | 'of the block') {
  return (blocks: z.infer<typeof block>[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    const once = (key: string, id: unknown, path: (string | number)[]) => {
      if (typeof id !== 'string') return;
      if (seen.has(`${key} ${id}`))
        context.addIssue({ code: 'custom', message: `${id} already exists`, path });
      seen.add(`${key} ${id}`);
    };
    blocks.forEach((one, index) => {
      once('block_id', one.block_id, [index, 'block_id']);
      const key = actionIds === 'of the message' ? 'action_id' : `action_id of ${index}`;
      elementsOf(one).forEach((element, place) =>
        once(key, element['action_id'], [index, 'elements', place, 'action_id']),
      );
    });
  };
}

/** The interactive elements of a block, wherever its type keeps them. */
export function elementsOf(one: Record<string, unknown>): Record<string, unknown>[] {
  const { elements, accessory, element } = one;
  return [...(Array.isArray(elements) ? (elements as unknown[]) : []), accessory, element].filter(
    (candidate): candidate is Record<string, unknown> =>
      typeof candidate === 'object' &&
      candidate !== null &&
      'type' in candidate &&
      !NOT_INTERACTIVE.has(String(candidate.type)),
  );
}

const NOT_INTERACTIVE = new Set([
  'plain_text',
  'mrkdwn',
  'image',
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
]);

function messagesOf(result: z.ZodSafeParseResult<unknown>, pointer: string): string[] {
  return (result.error?.issues ?? []).map(
    ({ message, path }) => `${message} [json-pointer:${[pointer, ...path.map(String)].join('/')}]`,
  );
}
