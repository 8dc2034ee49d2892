import { setTimeout as after } from 'node:timers/promises';
import { workspaceIdOf, type WorkspaceId } from '../../chat/ref.ts';
import type { Log } from '../../log.ts';

/** Waits between attempts to have it noted that something was missed (ms). */
const WAIT_FIRST_MS = 1_000;
const WAIT_MAX_MS = 30_000;

/** Servers in which an event could not be stored. Discord delivers nothing twice, so it has to be looked for. */
export interface Gaps {
  note: (guildId: string) => void;
}

/** @param tell tried again until it succeeds or `signal` comes. */
export function createGaps(
  tell: (workspaceId: WorkspaceId) => Promise<void>,
  signal: AbortSignal,
  log: Log,
): Gaps {
  const noted = new Set<string>();
  let isTelling = false;

  async function tellAll(): Promise<void> {
    for (let waitMs = WAIT_FIRST_MS; noted.size > 0; waitMs = Math.min(WAIT_MAX_MS, waitMs * 2)) {
      // First the wait: what could not be stored a moment ago cannot be noted now.
      await after(waitMs, null, { signal }).catch(() => null);
      if (signal.aborted) return;
      for (const guildId of noted) {
        // Before the call: what is missed during it is noted anew.
        noted.delete(guildId);
        try {
          await tell(workspaceIdOf('discord', guildId));
        } catch (error) {
          noted.add(guildId);
          log.error({ err: error, server: guildId }, 'a gap could not be noted and is tried again');
          break;
        }
      }
    }
  }

  return {
    note: (guildId) => {
      noted.add(guildId);
      if (isTelling) return;
      isTelling = true;
      void tellAll().finally(() => {
        isTelling = false;
      });
    },
  };
}
