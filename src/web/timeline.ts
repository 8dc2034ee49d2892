import type { HistoryRow } from '../cases/case.ts';
import { stepWords, type StepNames } from '../cases/step-target.ts';
import type { CaseMessage, CaseReply } from '../store/case-pages-port.ts';
import type { Texts } from '../texts/index.ts';
import { lengthy } from './long-text.ts';
import type { Shown } from './times.ts';

/** What was said and done, by its time. */
interface Entry {
  kind: 'message' | 'reply' | 'event';
  at: Shown;
  who: string;
  what: string;
  texts: Version[];
  files: AttachedFile[];
  /** A sentence of whether the member saw it; null where that goes without saying. */
  seen: string | null;
}

/** `url` null: there are no bytes of it. */
interface AttachedFile {
  label: string;
  url: string | null;
  /** What a picture is called for whoever does not see it; null for what is no picture. */
  picture: string | null;
}

/** What people, kinds and departments are called, in the words of whoever reads. */
type StoryNames = StepNames & { person(userId: string): string; texts: Texts };

/** Moments in the zone of whoever reads. */
type Clock = (at: Date) => Shown;

/** What something said at a time; text null: deleted. `note` tells which one it is where there are several. */
interface Version {
  note: { words: string; at: Shown | null } | null;
  text: ReturnType<typeof lengthy> | null;
}

type Timed = Entry & { ms: number };

/** Steps that stand in the story already, as what was said: messages with their versions, answers, notes. */
const TOLD = new Set([
  'message_edited',
  'message_deleted',
  'member_wrote',
  'thread_message',
  'noted',
  'replied',
]);

/** The story of a case, oldest first: messages with every version, answers, and what was done. */
export function timelineOf(
  story: {
    number: number;
    messages: readonly CaseMessage[];
    replies: readonly CaseReply[];
    history: readonly HistoryRow[];
  },
  names: StoryNames,
  clock: Clock,
): Entry[] {
  const all: Timed[] = [
    ...story.messages.map((message) => said(message, story.number, clock, names.texts)),
    ...story.replies.map((reply) => answered(reply, names, clock)),
    ...story.history.filter(({ action }) => !TOLD.has(action)).map((step) => done(step, names, clock)),
  ];
  return all.toSorted((a, b) => a.ms - b.ms);
}

function said(
  { role, author, postedAt, versions, files }: CaseMessage,
  number: number,
  clock: Clock,
  texts: Texts,
): Timed {
  const words = texts.dashboard.case;
  return {
    kind: 'message',
    ms: postedAt.getTime(),
    at: clock(postedAt),
    who: author.name,
    what: words.roles[role],
    texts: versions.map(({ text, at }, index) => ({
      note: versions.length > 1 ? noteOf(index, text, clock(at), words) : null,
      text: text === null ? null : lengthy(text),
    })),
    files: files.map((file) => attached(file, number, texts)),
    seen: null,
  };
}

function attached(
  { fileRowId, name, mime, size, isKept }: CaseMessage['files'][number],
  number: number,
  { dashboard: { case: words }, common }: Texts,
): AttachedFile {
  const more = `${sizeOf(size, common.code)}${isKept ? '' : `, ${words.notCopied}`}`;
  return {
    label: `${name} (${more})`,
    url: isKept ? `/cases/${number}/files/${fileRowId}` : null,
    picture: isKept && /^image\/(?:png|jpeg|gif|webp)$/.test(mime) ? words.picture(name) : null,
  };
}

function noteOf(
  index: number,
  text: string | null,
  at: Shown,
  words: Texts['dashboard']['case'],
): Version['note'] {
  if (index === 0) return { words: words.firstWritten, at: null };
  return { words: text === null ? words.deleted : words.edited, at };
}

function answered(
  { markdown, state, purpose, authorId, writtenAt, sentAt }: CaseReply,
  { person, texts }: StoryNames,
  clock: Clock,
): Timed {
  const at = sentAt ?? writtenAt;
  const words = texts.dashboard.case;
  const toHelpers = purpose === 'community' || purpose === 'thanks' ? purpose : null;
  return {
    kind: 'reply',
    ms: at.getTime(),
    at: clock(at),
    who: authorId === null ? 'Hearback' : person(authorId),
    what: words.replies[state === 'sent' ? (toHelpers ?? state) : state],
    texts: [{ note: null, text: lengthy(markdown) }],
    files: [],
    seen: state === 'sent' && toHelpers === null ? words.seen : words.unseen,
  };
}

function done(step: HistoryRow, names: StoryNames, clock: Clock): Timed {
  const { actorId, at } = step;
  return {
    kind: 'event',
    ms: at.getTime(),
    at: clock(at),
    who: actorId === null ? 'Hearback' : names.person(actorId),
    what: stepWords(step, { ...names, moment: (each) => clock(each).text }),
    texts: [],
    files: [],
    seen: null,
  };
}

function sizeOf(bytes: number, language: string): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  const rounded = size === 1_000 ? Math.max(1, Math.round(bytes / size)) : bytes / size;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(rounded);
}
