import { z } from 'zod';
import { NotPossible } from '../../errors.ts';
import type { ExportLine } from '../../store/exchange/lines.ts';
import type { PlacedLine } from '../../store/imports-port.ts';
import { broken, type Archive } from './archive.ts';
import { lineWith, NEW_CASE } from './blank.ts';
import { parsedJson } from './read-jsonl.ts';
import { linesOf } from './read-text.ts';

// The zip that discord-tickets 4 writes for a server (its dashboard, Settings, Export): settings.json, tickets.jsonl with one
// ticket a line, opened already, and a comment that says which server and version. https://github.com/discord-tickets/bot

const about = z.looseObject({ originalGuildId: z.string().optional(), version: z.string().optional() });

const moment = z.iso.datetime({ offset: true });

const ticket = z.looseObject({
  id: z.string(),
  number: z.int(),
  createdById: z.string(),
  createdAt: moment,
  open: z.boolean().default(false),
  closedAt: moment.nullish(),
  closedById: z.string().nullish(),
  closedReason: z.string().nullish(),
  claimedById: z.string().nullish(),
  priority: z.enum(['LOW', 'MEDIUM', 'HIGH']).nullish().catch(null),
  topic: z.string().nullish(),
  archivedMessages: z
    .array(
      z.looseObject({
        id: z.string(),
        authorId: z.string(),
        content: z.string().nullish(),
        createdAt: moment,
        deleted: z.boolean().default(false),
      }),
    )
    .default([]),
  archivedUsers: z
    .array(
      z.looseObject({
        userId: z.string(),
        displayName: z.string().nullish(),
        username: z.string().nullish(),
        bot: z.boolean().default(false),
      }),
    )
    .default([]),
  questionAnswers: z.array(z.looseObject({ value: z.string().nullish() })).default([]),
  feedback: z.looseObject({ rating: z.number(), comment: z.string().nullish(), createdAt: moment }).nullish(),
});
type Ticket = z.infer<typeof ticket>;

/** What a message is kept as: text, attachments and what it answers, as JSON in its content. */
const content = z.looseObject({
  content: z.string().default(''),
  attachments: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string().nullish(),
        contentType: z.string().nullish(),
        size: z.number().nullish(),
        url: z.string().nullish(),
      }),
    )
    .default([]),
});

const SEVERITIES = { LOW: 'low', MEDIUM: 'normal', HIGH: 'high' } as const;

export interface TicketsArchive {
  /** The server it is of, as `discord:1100`; null when the zip does not say. */
  workspaceId: string | null;
  version: string | null;
}

/** @throws {NotPossible} when it is something else */
export function aboutTickets({ comment, files, name }: Archive): TicketsArchive {
  if (!files.includes('tickets.jsonl'))
    throw new NotPossible(
      `${name}: there is no tickets.jsonl in it, so it is no export of discord-tickets 4.`,
    );
  let said: unknown = {};
  try {
    said = JSON.parse(comment);
  } catch {
    // A zip that was packed anew has no comment.
  }
  const { originalGuildId, version = null } = about.catch({}).parse(said);
  if (version !== null && !version.startsWith('4.'))
    throw new NotPossible(
      `${name} was written by discord-tickets ${version.slice(0, 20)}; exports of version 4 are known here.`,
    );
  return { workspaceId: originalGuildId === undefined ? null : `discord:${originalGuildId}`, version };
}

/** Every ticket as a case, as lines of an export. @throws {NotPossible} with the line of a ticket that is not as expected */
export async function* ticketCases(
  archive: Archive,
  wish: { workspaceId: string; kind: string; language: string; channels: readonly string[] | null },
): AsyncGenerator<PlacedLine> {
  const stream = await archive.open('tickets.jsonl');
  const file = `${archive.name}/tickets.jsonl`;
  try {
    for await (const { text, number } of linesOf(stream as AsyncIterable<Buffer>, file)) {
      if (text.trim() === '') continue;
      const place = `${file}, line ${number}`;
      const found = ticket.safeParse(parsedJson(text, place));
      if (!found.success) {
        const [issue] = found.error.issues;
        throw new NotPossible(`${place}, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}.`);
      }
      for (const line of caseOf(found.data, wish)) yield { line, place };
    }
  } catch (error) {
    throw error instanceof NotPossible ? error : broken(file, error);
  }
}

function* caseOf(
  found: Ticket,
  { workspaceId, kind, language }: { workspaceId: string; kind: string; language: string },
): Generator<ExportLine> {
  const key = `${workspaceId}/${found.number}`;
  const users = new Map(found.archivedUsers.map((each) => [each.userId, each]));
  const nameOf = (userId: string) => users.get(userId)?.displayName ?? users.get(userId)?.username ?? userId;
  const said = found.archivedMessages.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const answers = found.questionAnswers.flatMap(({ value }) => value ?? []);
  const quote = [found.topic ?? '', ...answers].filter((each) => each.trim() !== '').join('\n');
  const end = found.closedAt ?? said.at(-1)?.createdAt ?? found.createdAt;
  yield lineWith('case', {
    ...NEW_CASE,
    workspace: workspaceId,
    number: found.number,
    kind,
    state: found.open ? 'open' : 'closed',
    severity: SEVERITIES[found.priority ?? 'MEDIUM'],
    memberId: found.createdById,
    memberName: nameOf(found.createdById),
    threadChannel: found.id,
    threadMessage: found.id,
    quote: quote || `Ticket ${found.number}`,
    origin: 'discord-tickets',
    handlerId: found.claimedById ?? null,
    language,
    openedAt: found.createdAt,
    closedAt: found.open ? null : end,
  });
  for (const each of said) yield* messageOf(each, found, key, { users, nameOf });
  const note = (text: string, authorId: string, at: string) =>
    lineWith('note', { case: key, authorId, text, at });
  if (found.closedReason) yield note(found.closedReason, found.closedById ?? '', end);
  if (found.feedback)
    yield note(
      `Rated ${found.feedback.rating}${found.feedback.comment ? `: ${found.feedback.comment}` : ''}`,
      found.createdById,
      found.feedback.createdAt,
    );
  yield lineWith('history', { case: key, action: 'opened', actorId: found.createdById, at: found.createdAt });
}

function* messageOf(
  { id, authorId, content: kept, createdAt, deleted }: Ticket['archivedMessages'][number],
  { id: channelId, createdById }: Ticket,
  key: string,
  { users, nameOf }: { users: Map<string, Ticket['archivedUsers'][number]>; nameOf(userId: string): string },
): Generator<ExportLine> {
  const { content: text, attachments } = contentIn(kept ?? '');
  yield lineWith('message', {
    case: key,
    role: authorId === createdById ? 'member' : 'thread',
    channelId,
    messageId: id,
    threadChannel: channelId,
    threadMessage: channelId,
    authorId,
    authorName: nameOf(authorId),
    authorIsBot: users.get(authorId)?.bot ?? false,
    postedAt: createdAt,
    versions: [{ text, at: createdAt }, ...(deleted ? [{ text: null, at: createdAt }] : [])],
  });
  for (const { id: fileId, name, contentType, size, url } of attachments)
    yield lineWith('file', {
      case: key,
      channelId,
      messageId: id,
      fileId,
      name: name ?? 'file',
      mime: contentType ?? 'application/octet-stream',
      size: Math.max(0, Math.round(size ?? 0)),
      url: url ?? '',
      state: 'problem',
      problem: 'discord-tickets keeps the link of a file, and not the file.',
    });
}

/** Old ones are plain text. */
function contentIn(kept: string): z.infer<typeof content> {
  try {
    return content.parse(JSON.parse(kept));
  } catch {
    return { content: kept, attachments: [] };
  }
}
