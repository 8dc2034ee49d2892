import type { MemberStory } from '../store/transcripts-port.ts';
import type { Texts } from '../texts/index.ts';
import {
  ATTACHED_MAX,
  inOrder,
  TRANSCRIPT_VERSION,
  type AttachedFile,
  type Entry,
  type Transcript,
} from './transcript.ts';

/**
 * A case as its member knows it: what they said and what was said to them. Made of the story the record gives a member, and of
 * nothing that staff see.
 */
export async function memberTranscript(
  story: MemberStory,
  about: { name: string; community: string; texts: Texts['record'] },
  bytesOf: (fileRowId: number) => Promise<Uint8Array | null>,
): Promise<Transcript> {
  const { texts } = about;
  const entries: Entry[] = [];
  let attached = 0;
  if (story.words !== null)
    entries.push(entry('message', story.member, texts.wrote, [{ at: story.openedAt, text: story.words }]));
  for (const { isOwn, author, versions, files } of story.messages) {
    if (versions.length === 0) continue;
    const along: AttachedFile[] = [];
    for (const { fileRowId, name, mime, size } of files) {
      attached += size;
      const bytes = attached > ATTACHED_MAX ? null : await bytesOf(fileRowId);
      along.push({ name, mime, size, base64: bytes && Buffer.from(bytes).toString('base64') });
    }
    entries.push({
      ...entry('message', author, isOwn ? texts.wrote : texts.wroteBelow, versions),
      files: along,
    });
  }
  for (const { markdown, at } of story.replies)
    if (markdown !== '')
      entries.push(entry('reply', about.community, texts.answered, [{ at, text: markdown }]));
  for (const { answer, at, reason, rating, comment } of story.answers) {
    const words = [reason, rating === null ? null : texts.rating(rating), comment].filter(
      (each) => each !== null,
    );
    const what = answer === 'solved' ? texts.saidSolved : texts.saidNotYet;
    entries.push(entry('message', story.member, what, [{ at, text: words.join('\n') }]));
  }
  return {
    hearback: 'transcript',
    version: TRANSCRIPT_VERSION,
    for: 'member',
    case: about.name,
    community: about.community,
    language: texts.code,
    facts: [],
    entries: inOrder(entries),
  };
}

function entry(
  type: 'message' | 'reply',
  who: string,
  what: string,
  versions: readonly { text: string | null; at: Date }[],
): Entry {
  const texts = versions.map(({ text, at }) => ({ at: at.toISOString(), text }));
  return { type, at: texts[0]?.at ?? '', who, what, texts, files: [] };
}
