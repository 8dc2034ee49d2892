import type { Wording } from '../../texts/index.ts';
import type { FileRef } from '../../chat/message.ts';
import {
  AppError,
  PermissionMissing,
  PlatformRefused,
  PlatformUnavailable,
  RateLimited,
  TargetGone,
} from '../../errors.ts';
import { createOutside, readAtMost, type OutsideResponse } from '../../net/outside.ts';
import { retryAfterMs } from '../../net/retry-after.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import { isSlackAddress } from './hosts.ts';
import type { TokenSource } from './token-source.ts';

/** How long a whole download may take (ms). */
const WITHIN_MS = 20_000;
const NEEDS_SCOPE: Wording = ({ says }) => says.advice.scope('files:read');

/**
 * Fetches a file's bytes. The token goes to Slack's own hosts and to the API's, whatever the address or a redirect says.
 * Without the scope Slack answers with a login page instead of the file.
 * @throws {PlatformRefused} `too_large` when there are more than `maxBytes`, `foreign_host` for another's address.
 */
export function createDownload(
  clients: Clients,
  tokens: TokenSource,
): (file: FileRef, maxBytes: number) => Promise<Uint8Array> {
  const fetchOutside = createOutside({
    who: 'slack',
    mayAsk: ({ href }) => isSlackAddress(href, clients.apiUrl),
    ownOrigin: new URL(clients.apiUrl).origin,
  });

  return async (file, maxBytes) => {
    const url = file.url || (await addressOf(file.fileId, clients));
    const token = await tokens.current();
    const signal = AbortSignal.timeout(WITHIN_MS);
    try {
      const response = await fetchOutside(url, { headers: { authorization: `Bearer ${token}` }, signal });
      refuseUnless(response, file);
      const bytes = await readAtMost(response, maxBytes);
      if (!bytes) throw new PlatformRefused('slack', 'too_large', null);
      return bytes;
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new PlatformUnavailable('slack', signal.aborted ? 'file_timeout' : 'file_cut_off', error);
    }
  };
}

async function addressOf(fileId: string, { read }: Clients): Promise<string> {
  const { file } = await asking('read', () => read.files.info({ file: fileId }));
  const url = file?.url_private_download ?? file?.url_private;
  if (!url) throw new TargetGone('slack', 'file_not_found', null);
  return url;
}

function refuseUnless(response: OutsideResponse, file: FileRef): void {
  const { status, headers } = response;
  if (status === 401 || status === 403) throw new PermissionMissing('slack', NEEDS_SCOPE, null);
  if (status === 404 || status === 410) throw new TargetGone('slack', 'file_not_found', null);
  if (status === 429)
    throw new RateLimited('slack', retryAfterMs(headers.get('retry-after'), Date.now()), null);
  if (!response.ok) throw new PlatformUnavailable('slack', `file_http_${status}`, null);
  const isPage = headers.get('content-type')?.startsWith('text/html');
  if (isPage && !file.mime.startsWith('text/html')) throw new PermissionMissing('slack', NEEDS_SCOPE, null);
}
