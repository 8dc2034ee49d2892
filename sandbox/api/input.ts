import { z } from 'zod';
import { DISCONNECT_REASONS } from '../platform.ts';
import { ApiFault } from './http.ts';

const id = z.string().min(1).max(200);
const times = z.number().int().min(1).max(1000).default(1);
const method = z.string().min(1).max(200).exactOptional();
const ms = z.number().int().min(0).max(600_000);

const files = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(255),
      mime: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/, 'Expected a media type such as image/png'),
      base64: z.base64(),
    }),
  )
  .max(10, 'Expected at most 10 files');

/** What the control API accepts, route by route. Unknown fields are refused: a typo should not pass for a default. */
export const inputs = {
  nothing: z.strictObject({}),
  list: z.strictObject({
    as: id,
    channel: id,
    thread: id.exactOptional(),
    /** Only the newest so many. */
    limit: z.coerce.number().int().min(1).max(1000).exactOptional(),
  }),
  inbox: z.strictObject({ as: id }),
  createMessage: z.strictObject({
    as: id,
    channel: id,
    text: z.string().max(100_000),
    thread: id.exactOptional(),
    files: files.exactOptional(),
  }),
  editMessage: z.strictObject({ as: id, channel: id, message: id, text: z.string().max(100_000) }),
  deleteMessage: z.strictObject({ as: id, channel: id, message: id }),
  reaction: z.strictObject({ as: id, channel: id, message: id, emoji: z.string().min(1).max(100) }),
  command: z.strictObject({
    as: id,
    channel: id,
    text: z.string().max(10_000).startsWith('/', 'A command starts with /'),
    thread: id.exactOptional(),
    files: files.exactOptional(),
  }),
  menu: z.strictObject({ as: id, channel: id, message: id, name: z.string().min(1).max(100) }),
  press: z.strictObject({
    as: id,
    channel: id,
    message: id,
    action: z.string().min(1).max(300),
    value: z.string().max(2000).exactOptional(),
  }),
  submit: z.strictObject({
    as: id,
    form: id,
    values: z.record(z.string(), z.string().max(10_000)),
    files: z.record(z.string(), files).exactOptional(),
  }),
  member: z.strictObject({ person: id, group: id }),
  group: z.strictObject({ group: id }),
  groupName: z.strictObject({ group: id, name: z.string().min(1).max(100) }),
  person: z.strictObject({ person: id }),
  fault: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('redeliver'), times }),
    z.strictObject({ kind: z.literal('reorder'), times }),
    z.strictObject({ kind: z.literal('delay'), times, ms }),
    z.strictObject({ kind: z.literal('drop_socket'), ms: ms.default(0) }),
    z.strictObject({ kind: z.literal('disconnect'), reason: z.enum(DISCONNECT_REASONS) }),
    z.strictObject({ kind: z.literal('events_limited'), times }),
    z.strictObject({ kind: z.literal('raw_event'), payload: z.record(z.string(), z.unknown()) }),
    z.strictObject({
      kind: z.literal('rate_limit'),
      times,
      retryAfterS: z.number().min(0).max(600).default(1),
      method,
    }),
    z.strictObject({
      kind: z.literal('server_error'),
      times,
      status: z.number().int().min(500).max(599).default(503),
      method,
    }),
    z.strictObject({ kind: z.literal('lost_answer'), times, method }),
    z.strictObject({ kind: z.literal('dms_closed'), person: id }),
    z.strictObject({ kind: z.literal('missing_scope'), scope: z.string().min(1).max(100) }),
  ]),
};

/**
 * Checks what came in. A field that is null counts as left out, so that a message's own `thread: null` may be sent back.
 * @throws {ApiFault} bad_input, naming every fault; `where` is the first field at fault.
 */
export function check<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(withoutNulls(given));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const where = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : '');
    const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    const words = isMissing ? 'is missing' : issue.message;
    return { where, text: where ? `${where}: ${words}` : words };
  });
  throw new ApiFault(400, 'bad_input', faults.map(({ text }) => text).join('. '), faults[0]?.where || null);
}

function withoutNulls(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}
