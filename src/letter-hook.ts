import { createHash, timingSafeEqual } from 'node:crypto';
import type { ArrivedLetter } from './chat/mail.ts';
import type { StreamRoute } from './chat/adapter.ts';
import type { Taken } from './take-letter.ts';

/** Where a mail server hands over what arrives for us. */
const LETTER_HOOK_PATH = '/hooks/mail';
/** Of a mail that is too large so much is read, to know whose it is (bytes). */
const HEADER_MAX = 131_072;

interface Around {
  secret: string;
  take(letter: ArrivedLetter): Promise<Taken>;
  read(raw: Uint8Array, size: number, passedOn: readonly string[]): Promise<ArrivedLetter>;
  /** Largest mail that is read (bytes). */
  maxBytes: number;
}

/**
 * A raw mail as the body of a POST, with `Authorization: Bearer <secret>`. It is answered 2xx once it is kept, so that whoever hands it
 * over can try again until then; what is too large is not read to its end.
 */
export function createLetterHook({ secret, take, read, maxBytes }: Around): StreamRoute {
  return {
    path: LETTER_HOOK_PATH,
    handle: async ({ body, headers }) => {
      const given = /^Bearer +(.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? '';
      if (!isSame(given, secret)) return answer(401, 'The secret is wrong.');
      const passedOn = [headers['x-mail-recipient'] ?? ''].filter(Boolean);
      const said = Number(headers['content-length'] ?? 0);
      const isTooLarge = said > maxBytes;
      const { bytes, isWhole } = await readUpTo(body, isTooLarge ? HEADER_MAX : maxBytes);
      if (isWhole && bytes.byteLength === 0) return answer(400, 'There is no mail in the request.');
      // Its size is at least what was read and one more.
      const letter = await read(
        bytes,
        isWhole ? bytes.byteLength : Math.max(said, bytes.byteLength + 1),
        passedOn,
      );
      const taken = await take(letter);
      if (!isWhole) return answer(413, 'The mail is too large. Whoever waits for it was told.');
      return taken === 'not_ours'
        ? answer(404, 'This mail is for no address of ours.')
        : answer(202, 'Thank you.');
    },
  };
}

async function readUpTo(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part.subarray(0, Math.max(0, maxBytes - size)));
    size += part.byteLength;
    if (size > maxBytes) return { bytes: Buffer.concat(parts), isWhole: false };
  }
  return { bytes: Buffer.concat(parts), isWhole: true };
}

function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function answer(status: number, words: string) {
  return { status, body: `${words}\n`, contentType: 'text/plain; charset=utf-8' };
}
