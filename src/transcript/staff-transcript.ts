import { z } from 'zod';
import type { ExportedLine } from '../store/exports-port.ts';
import { stepWords } from '../cases/step-target.ts';
import type { Texts } from '../texts/index.ts';
import { shown } from './as-html.ts';
import { ATTACHED_MAX, inOrder, TRANSCRIPT_VERSION, type Entry, type Transcript } from './transcript.ts';

const at = z.string();
const versions = z.array(z.object({ text: z.string().nullable(), at }));
const caseLine = z.object({
  state: z.string(),
  kind: z.string(),
  severity: z.string(),
  memberName: z.string(),
  handlerId: z.string().nullable(),
  permalink: z.string().nullable(),
  origin: z.string().nullable(),
  quote: z.string(),
  openedAt: at,
});
const messageLine = z.object({
  channelId: z.string(),
  messageId: z.string(),
  role: z.enum(['source', 'context', 'member', 'thread']),
  authorId: z.string(),
  authorName: z.string(),
  postedAt: at,
  versions,
});
const fileLine = z.object({
  channelId: z.string(),
  messageId: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  base64: z.string().nullable(),
});
const noteLine = z.object({ authorId: z.string(), text: z.string(), at, versions });
const replyLine = z.object({
  state: z.enum(['draft', 'queued', 'sent', 'failed', 'discarded']),
  markdown: z.string(),
  authorId: z.string().nullable(),
  purpose: z.string(),
  writtenAt: at,
  sentAt: at.nullable(),
});
const stepLine = z.object({
  action: z.string(),
  actorId: z.string().nullable(),
  detail: z.record(z.string(), z.string()).nullable(),
  at,
});

/** What a transcript is made with, besides the lines of its case. */
export interface About {
  name: string;
  community: string;
  texts: Texts['record'];
  /** Everything else that has words, in the same language. */
  inAll: Pick<Texts, 'common' | 'dashboard' | 'history'>;
  /** What people call a kind of feedback and a department. */
  kindName(key: string, language: string): string;
  departmentName(key: string, language: string): string;
  /** What somebody is called; their id where nobody knows. */
  personName(userId: string): string;
}

/** Steps that stand in the story already, as what was said. */
const TOLD = new Set([
  'message_edited',
  'message_deleted',
  'noted',
  'note_edited',
  'note_deleted',
  'replied',
]);

/** A case with everything whoever reads it may see: internal notes and drafts are marked as what they are. */
export async function staffTranscript(
  lines: AsyncIterable<ExportedLine>,
  about: About,
): Promise<Transcript | null> {
  const of = await byType(lines);
  const found = of('case', caseLine)[0];
  if (!found) return null;
  const messages = of('message', messageLine);
  const names = new Map(messages.map(({ authorId, authorName }) => [authorId, authorName]));
  const nameOf = (userId: string | null) =>
    userId === null ? 'Hearback' : (names.get(userId) ?? about.personName(userId));
  const files = of('file', fileLine);
  const people = {
    reporters: of('reporter', z.object({ userId: z.string() })).map(({ userId }) => nameOf(userId)),
    departments: of('department', z.object({ department: z.string() })).map(({ department }) =>
      about.departmentName(department, about.texts.code),
    ),
  };
  return {
    hearback: 'transcript',
    version: TRANSCRIPT_VERSION,
    for: 'staff',
    case: about.name,
    community: about.community,
    language: about.texts.code,
    facts: factsOf(found, people, about, nameOf),
    entries: inOrder([
      ...messages.map((message) => said(message, files, about.texts)),
      ...of('note', noteLine).map((note) => noted(note, about.texts, nameOf)),
      ...of('reply', replyLine).map((reply) => answered(reply, about.texts, nameOf)),
      ...of('history', stepLine)
        .filter(({ action }) => !TOLD.has(action))
        .map((step) => done(step, about, nameOf)),
    ]),
  };
}

type Of = <T>(type: string, shape: z.ZodType<T>) => T[];

async function byType(lines: AsyncIterable<ExportedLine>): Promise<Of> {
  const found = new Map<string, ExportedLine[]>();
  let attached = 0;
  for await (const line of lines) {
    const { base64, size } = line;
    attached += typeof base64 === 'string' ? Number(size) : 0;
    // What is too much is dropped at once.
    const kept = typeof base64 === 'string' && attached > ATTACHED_MAX ? { ...line, base64: null } : line;
    const those = found.get(line.type) ?? [];
    those.push(kept);
    found.set(line.type, those);
  }
  return (type, shape) => (found.get(type) ?? []).map((line) => shape.parse(line));
}

function factsOf(
  found: z.infer<typeof caseLine>,
  people: { reporters: string[]; departments: string[] },
  { texts, inAll, kindName }: About,
  nameOf: (userId: string) => string,
): Transcript['facts'] {
  const facts: [string, string | null][] = [
    [texts.kind, kindName(found.kind, texts.code)],
    [texts.state, called(inAll.dashboard.states, found.state)],
    [texts.severity, called(inAll.dashboard.severities, found.severity)],
    [texts.member, found.memberName],
    [texts.handler, found.handlerId && nameOf(found.handlerId)],
    [texts.departments, people.departments.join(', ')],
    [texts.reporters, people.reporters.join(', ')],
    [texts.origin, found.origin],
    [texts.link, found.permalink],
    [texts.quote, found.quote],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function said(
  message: z.infer<typeof messageLine>,
  files: readonly z.infer<typeof fileLine>[],
  texts: About['texts'],
): Entry {
  const what = {
    source: texts.wroteFlagged,
    member: texts.wroteAgain,
    thread: texts.wroteBelow,
    context: texts.wroteBefore,
  }[message.role];
  const { authorName: who, postedAt, versions: kept } = message;
  const own = files
    .filter(({ channelId, messageId }) => channelId === message.channelId && messageId === message.messageId)
    .map(({ name, mime, size, base64 }) => ({ name, mime, size, base64 }));
  return { type: 'message', at: postedAt, who, what, texts: kept, files: own };
}

function noted(
  { authorId, text, at: when, versions: kept }: z.infer<typeof noteLine>,
  texts: About['texts'],
  nameOf: (userId: string) => string,
): Entry {
  // What it says now is its last version, or all there is.
  const isThere = text === '' || kept.some((each) => each.text === text);
  const all = isThere ? kept : [{ text, at: when }, ...kept];
  return { type: 'note', at: when, who: nameOf(authorId), what: texts.internalNote, texts: all, files: [] };
}

function answered(
  { state, markdown, authorId, purpose, writtenAt, sentAt }: z.infer<typeof replyLine>,
  texts: About['texts'],
  nameOf: (userId: string | null) => string,
): Entry {
  const when = sentAt ?? writtenAt;
  const toHelpers = purpose === 'community' || purpose === 'thanks';
  const what = state === 'sent' ? (toHelpers ? texts.toHelpers : texts.answered) : texts.unsent;
  return {
    // What the member has not got is internal.
    type: state === 'sent' ? 'reply' : 'note',
    at: when,
    who: nameOf(authorId),
    what,
    texts: [{ text: markdown, at: when }],
    files: [],
  };
}

function done(
  step: z.infer<typeof stepLine>,
  { departmentName, kindName, inAll }: About,
  nameOf: (userId: string | null) => string,
): Entry {
  const { code } = inAll.common;
  const what = stepWords(step, {
    kind: (key) => kindName(key, code),
    department: (key) => departmentName(key, code),
    texts: inAll,
    person: nameOf,
    moment: (when) => shown(when.toISOString()),
  });
  return { type: 'step', at: step.at, who: nameOf(step.actorId), what, texts: [], files: [] };
}

/** What people call a state or a severity; what a later version has written stays as it is. */
function called(names: Readonly<Record<string, string>>, key: string): string {
  return (Object.hasOwn(names, key) && names[key]) || key.replaceAll('_', ' ');
}
