import type { HistoryRow } from '../cases/case.ts';
import type { CaseMessage, CaseReply } from '../store/case-pages-port.ts';
import { lengthy } from './long-text.ts';
import type { Shown } from './times.ts';

/** What was said and done, by its time. */
interface Entry {
  kind: 'message' | 'reply' | 'event';
  at: Shown;
  who: string;
  what: string;
  texts: Version[];
  files: string[];
}

/** What something said at a time; text null: deleted. `note` tells which one it is where there are several. */
interface Version {
  note: { words: string; at: Shown | null } | null;
  text: ReturnType<typeof lengthy> | null;
}

type Timed = Entry & { ms: number };

const ROLES: Record<CaseMessage['role'], string> = {
  source: 'wrote what was flagged',
  member: 'answered',
  thread: 'wrote in the thread',
  context: 'wrote before it',
};

const REPLIES: Record<CaseReply['state'], string> = {
  draft: 'Draft of an answer, not sent',
  queued: 'Answer on its way to the member',
  sent: 'Answer to the member',
  failed: 'Answer that could not be delivered',
  discarded: 'Draft that was thrown away',
};

/** What was said to others of the community than the member. */
const TO_HELPERS: ReadonlyMap<CaseReply['purpose'], string> = new Map([
  ['community', 'Question to the helpers'],
  ['thanks', 'Thanks to a helper'],
]);

/** Steps that stand in the story already, as what was said: messages with their versions, answers, notes. */
const TOLD = new Set(['message_edited', 'message_deleted', 'noted', 'replied']);

/** The story of a case, oldest first: messages with every version, answers, and what was done. */
export function timelineOf(
  story: {
    messages: readonly CaseMessage[];
    replies: readonly CaseReply[];
    history: readonly HistoryRow[];
  },
  names: { person(userId: string): string; department(key: string): string },
  clock: (at: Date) => Shown,
): Entry[] {
  const all: Timed[] = [
    ...story.messages.map((message) => said(message, clock)),
    ...story.replies.map((reply) => answered(reply, names.person, clock)),
    ...story.history.filter(({ action }) => !TOLD.has(action)).map((step) => done(step, names, clock)),
  ];
  return all.toSorted((a, b) => a.ms - b.ms);
}

function said({ role, author, postedAt, versions, files }: CaseMessage, clock: (at: Date) => Shown): Timed {
  return {
    kind: 'message',
    ms: postedAt.getTime(),
    at: clock(postedAt),
    who: author.name,
    what: ROLES[role],
    texts: versions.map(({ text, at }, index) => ({
      note: versions.length > 1 ? noteOf(index, text, clock(at)) : null,
      text: text === null ? null : lengthy(text),
    })),
    files: files.map(({ name, size, isKept }) => `${name} (${sizeOf(size)}${isKept ? '' : ', not copied'})`),
  };
}

function noteOf(index: number, text: string | null, at: Shown): Version['note'] {
  if (index === 0) return { words: 'First written', at: null };
  return { words: text === null ? 'Deleted' : 'Edited', at };
}

function answered(
  { markdown, state, purpose, authorId, writtenAt, sentAt }: CaseReply,
  nameOf: (userId: string) => string,
  clock: (at: Date) => Shown,
): Timed {
  const at = sentAt ?? writtenAt;
  return {
    kind: 'reply',
    ms: at.getTime(),
    at: clock(at),
    who: authorId === null ? 'Hearback' : nameOf(authorId),
    what: (state === 'sent' && TO_HELPERS.get(purpose)) || REPLIES[state],
    texts: [{ note: null, text: lengthy(markdown) }],
    files: [],
  };
}

function done(
  { action, actorId, at, detail }: HistoryRow,
  names: { person(userId: string): string; department(key: string): string },
  clock: (at: Date) => Shown,
): Timed {
  const { department, to, helper } = detail ?? {};
  const whom = action === 'praised' ? detail?.['person'] : action === 'assigned' ? to : helper;
  const target = whom === undefined ? to : names.person(whom);
  const more = department === undefined ? target : names.department(department);
  return {
    kind: 'event',
    ms: at.getTime(),
    at: clock(at),
    who: actorId === null ? 'Hearback' : names.person(actorId),
    what: `${action.replaceAll('_', ' ')}${more ? ` → ${more}` : ''}`,
    texts: [],
    files: [],
  };
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
