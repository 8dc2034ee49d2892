import type { Log } from './log.ts';
import { repeat } from './queue/repeat.ts';
import type { Audit } from './store/audit-port.ts';

const DAY_MS = 86_400_000;

/**
 * Logs the end of every audit log now and once a day. Kept with the logs, it shows later that nothing was cut off:
 * `hearback audit verify --expect <hash>`.
 * @returns the function that stops it
 */
export function tellHeads(audit: Audit, log: Log): () => Promise<void> {
  const telling = repeat(DAY_MS, async () => {
    try {
      for (const { workspaceId, seq, hash } of await audit.heads())
        log.info({ workspaceId, seq, hash }, 'the end of the audit log');
    } catch (error) {
      log.warn({ err: error }, 'the end of the audit log could not be read');
    }
  });
  return () => telling.stop();
}
