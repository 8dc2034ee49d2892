import { checkComponents, walk } from './check-components.ts';
import { checkEmbeds } from './check-embeds.ts';
import { checkList, checkText, fieldsOf } from './checks.ts';
import { mentionsIn } from './mentions.ts';
import { newFile, type NewFile } from './new-file.ts';
import { ApiRefusal, collectProblems, type Problems } from './refusal.ts';
import type { Json, StoredAttachment, StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  components: 1 << 15,
} as const;

/** Longest text of a message (characters) for everybody without Nitro. */
export const CONTENT_MAX = 2_000;

/** Largest file (bytes) on a server without boosts. */
const FILE_MAX = 10 * 1_024 * 1_024;

/** Flags an app may set on a message; `ephemeral` only on answers to interactions. */
const SETTABLE = FLAG.suppressEmbeds | FLAG.silent | FLAG.components;

/** The parts of a message that a call carries. */
export type Parts = Pick<
  StoredMessage,
  'content' | 'embeds' | 'components' | 'flags' | 'mentions' | 'mentionRoles' | 'mentionEveryone'
>;

/** A file of the call, or one that the message already has and keeps. */
export interface Files {
  fresh: NewFile[];
  /** Null when the call does not speak of files: all stay. */
  kept: string[] | null;
}

/**
 * Reads the body of a new message.
 * @throws {ApiRefusal} 50035 for what is too long or wrong, 50006 for nothing to show.
 */
export function newMessage(
  world: World,
  body: Json,
  files: Map<number, NewFile>,
): { parts: Parts; files: Files } {
  const flags = typeof body['flags'] === 'number' ? body['flags'] & SETTABLE : 0;
  const problems = collectProblems();
  checkBody(problems, body, flags);
  checkAllowedMentions(problems, body['allowed_mentions']);
  problems.throwIfAny();
  const read = readFiles(body, files);
  const parts = partsOf(world, body, flags);
  refuseEmpty(parts, read.fresh.length);
  return { parts, files: read };
}

/** Reads the body of an edit: what it leaves out stays. */
export function editedMessage(
  world: World,
  message: StoredMessage,
  body: Json,
  files: Map<number, NewFile>,
): { parts: Parts; files: Files } {
  const asked = typeof body['flags'] === 'number' ? body['flags'] & SETTABLE : message.flags & SETTABLE;
  // https://docs.discord.com/developers/resources/message#edit-message: this flag cannot be taken back.
  const flags = asked | (message.flags & (FLAG.components | FLAG.ephemeral));
  const merged: Json = {
    ...body,
    content: body['content'] === undefined ? message.content : body['content'],
    embeds: body['embeds'] === undefined ? message.embeds : body['embeds'],
    components: body['components'] === undefined ? message.components : body['components'],
  };
  const problems = collectProblems();
  checkBody(problems, merged, flags);
  checkAllowedMentions(problems, body['allowed_mentions']);
  problems.throwIfAny();
  const read = readFiles(body, files);
  const parts = partsOf(world, merged, flags);
  refuseEmpty(parts, read.fresh.length + (read.kept ?? message.attachments).length);
  return { parts, files: read };
}

/** Files of `message` that an edit keeps. */
export function keptFiles(message: StoredMessage, { kept }: Files): StoredAttachment[] {
  return kept === null ? message.attachments : message.attachments.filter(({ id }) => kept.includes(id));
}

function checkBody(problems: Problems, body: Json, flags: number): void {
  const isV2 = (flags & FLAG.components) !== 0;
  checkText(problems, ['content'], body['content'], { max: CONTENT_MAX });
  checkEmbeds(problems, body['embeds']);
  checkComponents(problems, body['components'], isV2);
  if (!isV2) return;
  const isFilled = { content: Boolean(body['content']), embeds: [body['embeds'] ?? []].flat().length > 0 };
  for (const [name, filled] of Object.entries(isFilled)) {
    if (filled)
      problems.add(
        [name],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
}

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function checkAllowedMentions(problems: Problems, value: unknown): void {
  const allowed = fieldsOf(value);
  const parse = checkList(problems, ['allowed_mentions', 'parse'], allowed['parse'], { max: 3 });
  for (const kind of ['users', 'roles']) {
    const ids = checkList(problems, ['allowed_mentions', kind], allowed[kind], { max: 100 });
    if (ids.length > 0 && parse.includes(kind)) {
      problems.add(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
}

function partsOf(world: World, body: Json, flags: number): Parts {
  const content = typeof body['content'] === 'string' ? body['content'].trim() : '';
  const embeds = (body['embeds'] ?? []) as Json[];
  return {
    content,
    embeds: embeds.map((embed) => ({ ...withoutNulls(embed), type: 'rich' })),
    components: numbered((body['components'] ?? []) as Json[]),
    flags,
    ...allowedMentions(mentionsIn(world, content), body['allowed_mentions']),
  };
}

type Mentions = ReturnType<typeof mentionsIn>;

/** Whom the message reaches: those its text names and `allowed_mentions` lets through. */
function allowedMentions(named: Mentions, value: unknown): Mentions {
  if (typeof value !== 'object' || value === null) return named;
  const allowed = fieldsOf(value);
  const parse = [allowed['parse'] ?? []].flat();
  const some = (kind: string, ids: string[]) =>
    parse.includes(kind) ? ids : ids.filter((id) => [allowed[kind] ?? []].flat().includes(id));
  return {
    mentions: some('users', named.mentions),
    mentionRoles: some('roles', named.mentionRoles),
    mentionEveryone: named.mentionEveryone && parse.includes('everyone'),
  };
}

/** Discord numbers components that carry no number of their own. */
function numbered(components: Json[]): Json[] {
  const copy = structuredClone(components);
  for (const [index, component] of walk(copy).entries()) component['id'] ??= index + 1;
  return copy;
}

/** Null in a field means that it is absent, and absent is how the field comes back. */
function withoutNulls(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

/** `attachments` describes new files by their number in the body and keeps old ones by their id. */
function readFiles(body: Json, files: Map<number, NewFile>): Files {
  const listed = Array.isArray(body['attachments']) ? body['attachments'].map(fieldsOf) : null;
  const fresh = [...files].map(([index, file]) => {
    const described = fieldsOf(listed?.find(({ id }) => String(id) === String(index)));
    const name = typeof described['filename'] === 'string' ? described['filename'] : file.name;
    const description = typeof described['description'] === 'string' ? described['description'] : null;
    if (file.bytes.length > FILE_MAX) throw new ApiRefusal(40005);
    return newFile(name, file.mime, file.bytes, description);
  });
  const kept = listed?.map(({ id }) => String(id)).filter((id) => !files.has(Number(id))) ?? null;
  return { fresh, kept };
}

function refuseEmpty(parts: Parts, files: number): void {
  const hasComponents = (parts.flags & FLAG.components) !== 0 && parts.components.length > 0;
  if (parts.content === '' && parts.embeds.length === 0 && files === 0 && !hasComponents)
    throw new ApiRefusal(50006);
}
