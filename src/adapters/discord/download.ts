import type { FileRef } from '../../chat/message.ts';
import { AppError, PlatformRefused, PlatformUnavailable, RateLimited, TargetGone } from '../../errors.ts';
import { createOutside, readAtMost, type OutsideResponse } from '../../net/outside.ts';
import { retryAfterMs } from '../../net/retry-after.ts';

/** Discord's own file hosts. The address comes out of a message, so no other host is asked: it could be one of ours. */
const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** How long a file may take in all (ms). */
const FILE_WITHIN_MS = 60_000;

/** Gone, or its signed address has run out: reading the message again gives a new one, as long as the message exists. */
const GONE = new Set([401, 403, 404, 410]);

/** @returns a function that reads a file's bytes. `apiUrl` is where the sandbox keeps its files too. */
export function createDownload(apiUrl: string): (file: FileRef, maxBytes: number) => Promise<Uint8Array> {
  const fetchOutside = createOutside({
    who: 'Discord',
    mayAsk: ({ protocol, host }) => protocol === 'https:' && HOSTS.has(host),
    ownOrigin: new URL(apiUrl).origin,
  });

  return async (file, maxBytes) => {
    try {
      const response = await fetchOutside(file.url, { signal: AbortSignal.timeout(FILE_WITHIN_MS) });
      check(response);
      const bytes = await readAtMost(response, maxBytes);
      if (!bytes) throw new PlatformRefused('Discord', 'too_large', null);
      return bytes;
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new PlatformUnavailable('Discord', 'file', error);
    }
  };
}

function check({ status, headers, body }: OutsideResponse): void {
  if (status === 200) return;
  void body?.cancel();
  if (GONE.has(status)) throw new TargetGone('Discord', `file ${status}`, null);
  if (status === 429)
    throw new RateLimited('Discord', retryAfterMs(headers.get('retry-after'), Date.now()), null);
  throw new PlatformUnavailable('Discord', `file ${status}`, null);
}
