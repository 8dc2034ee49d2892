import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { FILES_MAX } from '../../chat/files.ts';
import type { ArrivedLetter } from '../../chat/mail.ts';
import { legible, shorten, storable } from '../../chat/text.ts';
import { htmlText } from './html-text.ts';
import { withoutQuoted } from './quoted.ts';
import { sortOf } from './sort.ts';
import type { Wording } from '../../texts/index.ts';

/** Largest mail that is read (bytes). */
export const LETTER_MAX = 26_214_400;
/** Largest file that is kept of one (bytes), and all together. */
const EACH_MAX = 8_000_000;
const TOTAL_MAX = 20_000_000;
/** So much of the words is kept (characters). */
const TEXT_MAX = 20_000;
/** Longest address there is (characters). https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const ADDRESS_MAX = 254;
const NAME_MAX = 200;
/** So much of a header is read (bytes); longer ones are none that a program for mail writes. */
export const HEADER_BYTES_MAX = 262_144;
/** So much of a line of the header is looked at (characters). */
const HEADER_MAX = 20_000;
/** So much of the words is looked through (characters): whoever writes more quotes. */
const LOOKED_AT = 200_000;
/** So many recipients are looked at. */
const RECIPIENTS_MAX = 200;
/** So many lines are taken apart: the largest mail as programs write files has fewer, and each costs memory and time. */
const LINES_MAX = 400_000;
/** So many of them shorter than any line of a file (bytes): a mail of nothing else would take the program down. */
const SHORT_LINES_MAX = 100_000;
const SHORT = 40;
/** Pictures within the words up to so large are logos (bytes); larger ones somebody put there. */
const LOGO_MAX = 16_384;

/** Where a mail says whom it was sent to, besides To and Cc. */
const TO_HEADERS = new Set([
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
]);

/**
 * A mail as it arrived, in our words; never throws for what stands in it.
 * @param raw all of it, or only its header where it is too large
 * @param size of all of it (bytes)
 * @param passedOn whom whoever passed it on says it was for
 */
export async function readLetter(
  raw: Uint8Array,
  size: number = raw.byteLength,
  passedOn: readonly string[] = [],
): Promise<ArrivedLetter> {
  const isWhole = size <= raw.byteLength;
  const whole = isWhole && hasFewLines(raw) ? await parsed(raw) : null;
  const mail = whole ?? (await parsed(headerOf(raw)));
  const megabytes = Math.round(size / 1_000_000);
  const tooLarge: Wording | null = isWhole
    ? null
    : ({ rules }) => rules.notices.files.letterTooLarge(megabytes, LETTER_MAX / 1_048_576);
  // Of what cannot be taken apart nothing may look as if it had been read.
  const tooManyParts: Wording | null = whole ? null : ({ rules }) => rules.notices.files.letterTooManyParts;
  const unread = tooLarge ?? tooManyParts;
  const parts = whole ? filesOf(whole.attachments) : { files: [], left: [] };
  return {
    recipients: mail ? recipientsOf(mail, passedOn) : [...passedOn],
    from: addressOf(mail),
    key: keyOf(mail, raw),
    sort: mail ? sortOf(mail) : 'words',
    text: whole ? wordsOf(whole) : '',
    ...parts,
    unread,
  };
}

async function parsed(raw: Uint8Array): Promise<Email | null> {
  return PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 50 }).catch(() => null);
}

function hasFewLines(raw: Uint8Array): boolean {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let [lines, short, from] = [0, 0, 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    lines += 1;
    if (at - from < SHORT) short += 1;
    if (lines > LINES_MAX || short > SHORT_LINES_MAX) return false;
    from = at + 1;
  }
  return true;
}

/** Up to the first empty line; all of it where there is none and only the beginning was fetched. */
function headerOf(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = ['\r\n\r\n', '\n\n'].map((end) => text.indexOf(end)).filter((at) => at !== -1);
  return raw.subarray(0, Math.min(...ends, HEADER_BYTES_MAX));
}

function recipientsOf(mail: Email, passedOn: readonly string[]): string[] {
  const said = mail.headers.filter(({ key }) => TO_HEADERS.has(key)).map(({ value }) => value);
  const found = [...passedOn, ...said].flatMap(
    (line) => line.slice(0, HEADER_MAX).match(/[^\s<>,;:"()@]{1,64}@[^\s<>,;:"()@]{1,255}/g) ?? [],
  );
  return [...new Set(found.map((each) => each.toLowerCase()))].slice(0, RECIPIENTS_MAX);
}

function addressOf(mail: Email | null): string {
  const address = mail?.from?.address?.trim().toLowerCase() ?? '';
  return address.length <= ADDRESS_MAX && /^[^\s<>]+@[^\s<>]+$/.test(address)
    ? storable(legible(address))
    : '';
}

/**
 * Whatever way it comes, and however often, it is the same mail. With its date: some machines give each of their mails the same
 * Message-ID, and none of them may be lost.
 */
function keyOf(mail: Email | null, raw: Uint8Array): string {
  const id = mail?.messageId?.replaceAll(/[<>\s]/g, '');
  const date = mail?.headers.find(({ key }) => key === 'date')?.value.trim() ?? '';
  return createHash('sha256')
    .update(id ? `${id}\n${date}` : raw)
    .digest('hex');
}

function wordsOf({ text, html }: Email): string {
  const words = text?.trim() ? text : htmlText(html ?? '');
  return shorten(storable(legible(withoutQuoted(words.slice(0, LOOKED_AT)))), TEXT_MAX);
}

function filesOf(attachments: readonly Attachment[]): Pick<ArrivedLetter, 'files' | 'left'> {
  const parts: Pick<ArrivedLetter, 'files' | 'left'> = { files: [], left: [] };
  let total = 0;
  for (const [index, { filename, mimeType, content, related }] of attachments.entries()) {
    const name = shorten(storable(legible(filename ?? `file-${index + 1}`)).replaceAll('\n', ' '), NAME_MAX);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    // Logos in signatures. What is larger somebody pasted between the words.
    if (related && mimeType.startsWith('image/') && bytes.byteLength <= LOGO_MAX) continue;
    const why = whyLeft(bytes.byteLength, total, parts.files.length);
    if (why !== null) parts.left.push({ name, why });
    else if (bytes.byteLength > 0) {
      total += bytes.byteLength;
      parts.files.push({ name, bytes, mime: shorten(storable(mimeType), NAME_MAX) });
    }
  }
  return parts;
}

/** Why a file of a mail does not come along; null when it does. */
function whyLeft(bytes: number, total: number, count: number): Wording | null {
  if (bytes > EACH_MAX) return ({ rules }) => rules.notices.files.mailTooLarge(EACH_MAX / 1_000_000);
  if (count >= FILES_MAX) return ({ rules }) => rules.notices.files.mailTooMany(FILES_MAX);
  if (total + bytes <= TOTAL_MAX) return null;
  return ({ rules }) => rules.notices.files.mailTooMuch(TOTAL_MAX / 1_000_000);
}
