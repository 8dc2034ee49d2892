import type { ServerResponse } from 'node:http';

/** A browser that takes nothing for this long (ms) has gone, or holds what others need: what is read for it holds a connection to the database. */
const STALLED_MS = 60_000;

/** Ends a download that nobody goes on with. A slow one goes on: each byte that is taken begins the time anew. */
export function endWhenStalled(response: ServerResponse, ms = STALLED_MS): void {
  response.setTimeout(ms, () => response.destroy());
}
