import type { FileRef } from '../../chat/message.ts';
import { AppError, PlatformRefused, PlatformUnavailable, RateLimited, TargetGone } from '../../errors.ts';
import { parseUrl } from './address.ts';

/** Discord's own file hosts. The address comes out of a message, so no other host is asked: it could be one of ours. */
const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** How long a file may take in all (ms). */
const FILE_WITHIN_MS = 60_000;

const UNSAID_WAIT_MS = 5_000;

/** Gone, or its signed address has run out: reading the message again gives a new one, as long as the message exists. */
const GONE = new Set([401, 403, 404, 410]);

/** @returns a function that reads a file's bytes. `apiUrl` is where the sandbox keeps its files too. */
export function createDownload(apiUrl: string): (file: FileRef, maxBytes: number) => Promise<Uint8Array> {
  const own = new URL(apiUrl);

  return async (file, maxBytes) => {
    const url = parseUrl(file.url);
    const trusted = url && (url.origin === own.origin || (url.protocol === 'https:' && HOSTS.has(url.host)));
    if (!trusted) throw new PlatformRefused('Discord', 'file_host', null);
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FILE_WITHIN_MS) });
      check(response);
      return await readAtMost(response, maxBytes);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new PlatformUnavailable('Discord', 'file', error);
    }
  };
}

function check({ status, headers, body }: Response): void {
  if (status === 200) return;
  void body?.cancel();
  if (GONE.has(status)) throw new TargetGone('Discord', `file ${status}`, null);
  if (status === 429)
    throw new RateLimited('Discord', Number(headers.get('retry-after')) * 1_000 || UNSAID_WAIT_MS, null);
  throw new PlatformUnavailable('Discord', `file ${status}`, null);
}

async function readAtMost({ body, headers }: Response, maxBytes: number): Promise<Uint8Array> {
  if (Number(headers.get('content-length')) > maxBytes) {
    await body?.cancel();
    throw new PlatformRefused('Discord', 'too_large', null);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early ends the download.
  const stream: AsyncIterable<Uint8Array> | null = body;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new PlatformRefused('Discord', 'too_large', null);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
