import { AppError, PlatformRefused, PlatformUnavailable } from '../../errors.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import { isSlackAddress } from './hosts.ts';

/** How long sending the bytes may take (ms). */
const UPLOAD_WITHIN_MS = 20_000;

/**
 * Sends a file to Slack, where nobody sees it until the upload is completed.
 * https://docs.slack.dev/messaging/working-with-files#upload
 * @returns its id
 */
export async function uploadBytes(
  { filename, bytes }: { filename: string; bytes: Uint8Array },
  { post, apiUrl }: Clients,
): Promise<string> {
  const { upload_url: url = '', file_id: id = '' } = await asking('read', () =>
    post.files.getUploadURLExternal({ filename, length: bytes.byteLength }),
  );
  if (!isSlackAddress(url, apiUrl)) throw new PlatformRefused('slack', 'foreign_host', null);
  await send(url, bytes);
  return id;
}

async function send(url: string, bytes: Uint8Array): Promise<void> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: Buffer.from(bytes),
      headers: { 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new PlatformUnavailable('slack', `upload_http_${response.status}`, null);
  } catch (error) {
    throw error instanceof AppError ? error : new PlatformUnavailable('slack', 'upload_failed', error);
  }
}
