import { isSlackAddress } from './hosts.ts';
import type { Rendered } from './render.ts';

/** How long Slack may take (ms). */
const WITHIN_MS = 10_000;

/**
 * Shows a message to whoever the address was given for; works in channels the bot is not in.
 * @returns whether Slack took it. It does so five times within 30 minutes.
 */
export async function respond(
  url: string,
  apiUrl: string,
  message: Rendered,
  threadTs: string | null,
  inPlace = false,
): Promise<boolean> {
  if (!isSlackAddress(url, apiUrl)) return false;
  const body = {
    response_type: 'ephemeral',
    replace_original: inPlace,
    ...message,
    ...(threadTs && { thread_ts: threadTs }),
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
