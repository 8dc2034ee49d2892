import { z } from 'zod';

/** Raised when something changes its meaning: docs/export-import.md describes it. */
export const TRANSCRIPT_VERSION = 1;

/** All attachments of one transcript together (bytes): what is more is named, without what is in it. */
export const ATTACHED_MAX = 50_000_000;

const at = z.iso.datetime({ offset: true });

const file = z.object({
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  /** Null: it was not copied, or is too much for one transcript. */
  base64: z.string().nullable(),
});
export type AttachedFile = z.infer<typeof file>;

const entry = z.object({
  /** What somebody wrote; an answer to the member; for staff: an internal note, or what was done. */
  type: z.enum(['message', 'reply', 'note', 'step']),
  at,
  who: z.string(),
  /** In the words of the transcript's language. */
  what: z.string(),
  /** Oldest first; null: deleted. */
  texts: z.array(z.object({ at, text: z.string().nullable() })),
  files: z.array(file),
});
export type Entry = z.infer<typeof entry>;

/** A case with its whole story, for somebody to keep. */
export const transcript = z.object({
  hearback: z.literal('transcript'),
  version: z.literal(TRANSCRIPT_VERSION),
  /** `member`: nothing that is internal is in it. */
  for: z.enum(['staff', 'member']),
  case: z.string(),
  community: z.string(),
  language: z.string(),
  /** What is known of the case, in the words of the transcript's language. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  entries: z.array(entry),
});
export type Transcript = z.infer<typeof transcript>;

/** Oldest first. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
