import { caseName } from '../cases/case.ts';
import type { Exports, Extent } from '../store/exports-port.ts';
import type { CaseKey } from '../store/store.ts';
import type { Transcripts } from '../store/transcripts-port.ts';
import { textsIn } from '../texts/index.ts';
import { asHtml } from './as-html.ts';
import { asMarkdown } from './as-markdown.ts';
import { memberTranscript } from './member-transcript.ts';
import { staffTranscript, type About } from './staff-transcript.ts';
import { transcript } from './transcript.ts';

export const FORMATS = ['md', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const READERS = ['staff', 'member'] as const;
export type Reader = (typeof READERS)[number];

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export interface TranscriptWish {
  key: Extract<CaseKey, { number: number }>;
  for: Reader;
  as: Format;
  /** What whoever reads it speaks; the member's own version is in the language of the case. */
  languages: readonly (string | null)[];
  eyes: Extent['eyes'];
  prefix: string;
}

interface Ports {
  exports: Exports;
  transcripts: Transcripts;
  bytesOf(fileRowId: number): Promise<Uint8Array | null>;
}

/** A case as a file to keep. Whether somebody may have it has been asked. Null: there is no such case, or nothing left of it. */
export async function makeTranscript(
  wish: TranscriptWish,
  about: Pick<About, 'community' | 'kindName' | 'departmentName' | 'personName'>,
  { exports, transcripts, bytesOf }: Ports,
): Promise<{ name: string; contentType: string; text: string } | null> {
  const { key, as, eyes, prefix } = wish;
  const name = caseName(prefix, key.number);
  const story = wish.for === 'member' ? await transcripts.forMember(key) : null;
  if (wish.for === 'member' && !story) return null;
  const texts = textsIn(...(story ? [story.language] : []), ...wish.languages);
  const made = story
    ? await memberTranscript(story, { name, community: about.community, texts: texts.record }, bytesOf)
    : await staffTranscript(exports.lines({ eyes, withFiles: true, only: key }), {
        ...about,
        name,
        texts: texts.record,
        inAll: texts,
      });
  if (!made) return null;
  const whole = transcript.parse(made);
  const text =
    as === 'json'
      ? `${JSON.stringify(whole, null, 2)}\n`
      : as === 'html'
        ? asHtml(whole, texts.record)
        : asMarkdown(whole, texts.record);
  const suffix = wish.for === 'member' ? '-for-member' : '';
  return { name: `${name}${suffix}.${as}`, contentType: CONTENT_TYPES[as], text };
}
