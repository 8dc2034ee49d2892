import { faultsInBlocks, tooLong } from '../block-kit.ts';
import { ApiRefusal, type Json } from '../types.ts';
import type { Ground } from './method.ts';
import type { Args } from './args.ts';

/** Longest text of a new message (characters). https://docs.slack.dev/reference/methods/chat.postMessage */
export const TEXT_MAX = 40_000;
/** Most attachments of a message. */
const ATTACHMENTS_MAX = 100;
/** Largest metadata as JSON (bytes). https://docs.slack.dev/messaging/message-metadata */
const METADATA_MAX = 8_000;

export interface SentContent {
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
}

/** What a message is made of, refused as Slack refuses it. @throws {ApiRefusal} */
export function readContent(args: Args): SentContent {
  const text = args.text('text') ?? '';
  const blocks = listOf(args.json('blocks', 'invalid_blocks_format'), 'invalid_blocks_format');
  const attachments = listOf(args.json('attachments', 'invalid_attachments'), 'invalid_attachments');
  const metadata = args.json('metadata', 'invalid_metadata_format');
  if (text.length > TEXT_MAX) throw new ApiRefusal('msg_too_long');
  checkBlocks(blocks, 'invalid_blocks', '/blocks');
  if (tooLong(blocks)) throw new ApiRefusal('msg_blocks_too_long');
  if (attachments.length > ATTACHMENTS_MAX) throw new ApiRefusal('too_many_attachments');
  attachments.forEach((attachment, index) => {
    const inside = listOf(attachment['blocks'], 'invalid_attachments');
    checkBlocks(inside, 'invalid_attachments', `/attachments/${index}/blocks`);
    if (tooLong(inside)) throw new ApiRefusal('msg_blocks_too_long');
  });
  const says = attachments.some(
    (attachment) => attachment['blocks'] ?? attachment['text'] ?? attachment['fallback'],
  );
  if (text.trim() === '' && blocks.length === 0 && !says) throw new ApiRefusal('no_text');
  return {
    text,
    ...(blocks.length ? { blocks } : {}),
    ...(attachments.length ? { attachments } : {}),
    ...(metadata === undefined ? {} : { metadata: checkMetadata(metadata) }),
  };
}

function listOf(value: unknown, code: string): Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'object' || item === null))
    throw new ApiRefusal(code);
  return value as Json[];
}

/** @throws {ApiRefusal} */
function checkBlocks(blocks: Json[], code: string, pointer: string): void {
  const errors = faultsInBlocks(blocks, pointer);
  if (errors.length === 0) return;
  throw new ApiRefusal(code, {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}

function checkMetadata(metadata: unknown): Json {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as Json;
  if (
    typeof type !== 'string' ||
    type === '' ||
    typeof payload !== 'object' ||
    payload === null ||
    Array.isArray(payload)
  ) {
    throw new ApiRefusal('invalid_metadata_schema');
  }
  if (Buffer.byteLength(JSON.stringify(metadata)) > METADATA_MAX) throw new ApiRefusal('metadata_too_large');
  return metadata as Json;
}

/**
 * The files that image blocks of a message show: the app's own, and looked through.
 * @returns their ids
 * @throws {ApiRefusal} `invalid_blocks`
 */
export function filesShown({ blocks = [] }: SentContent, { messages, directory }: Ground): string[] {
  return blocks.flatMap((block, index) => {
    const id = (block['slack_file'] as Json | undefined)?.['id'];
    if (block['type'] !== 'image' || typeof id !== 'string') return [];
    const file = messages.file(id);
    const isOwn = file?.user === directory.bot.id && (file.upload?.isComplete ?? true);
    if (isOwn && (file.upload?.readyAt ?? 0) <= Date.now()) return [id];
    const error = `invalid slack file [json-pointer:/blocks/${index}/slack_file]`;
    throw new ApiRefusal('invalid_blocks', {
      errors: [error],
      response_metadata: { messages: [`[ERROR] ${error}`] },
    });
  });
}
