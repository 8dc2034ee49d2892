import type { CaseFile } from './cases/case.ts';
import { TOLD } from './cases/told.ts';
import type { FileRef, MessageSnapshot } from './chat/message.ts';
import { asking, base, openCase, type Flagged, type Recorder } from './record.ts';
import { languageOf } from './replies/language-of.ts';

/** Feedback that came by mail, phone or in person, as somebody wrote it down. */
export interface Told extends Omit<Flagged, 'message' | 'note'> {
  text: string;
  /** Whoever said it; with an empty id where they have no account here. */
  member: { userId: string; name: string };
  origin: string;
  files: FileRef[];
  /** Unique in its community: of the interaction by which it came in. */
  id: string;
}

/** Recorded like a message of its member, where it says whose account theirs is. */
export async function recordTold(
  told: Told,
  recorder: Recorder,
): Promise<{ file: CaseFile; isNew: boolean }> {
  const flagged = { ...told, note: '' };
  const { member, text } = told;
  const language = await languageOf(text, member.userId || null, asking(recorder));
  const said = asMessage(told, recorder);
  return openCase(
    {
      ...base(flagged, language, recorder),
      member,
      source: null,
      thread: null,
      permalink: null,
      quote: text,
      origin: told.origin,
      // Its words are the quote.
      messages: said.files.length > 0 ? [{ role: 'member', snapshot: { ...said, text: '' } }] : [],
      told: said,
    },
    flagged,
    language.otherwise,
    recorder,
  );
}

function asMessage({ id, member, text, files }: Told, { workspace, now }: Recorder): MessageSnapshot {
  return {
    ref: { workspaceId: workspace.id, channelId: TOLD, messageId: id },
    author: { ...member, isBot: false },
    text,
    postedAt: now,
    permalink: '',
    files,
  };
}
