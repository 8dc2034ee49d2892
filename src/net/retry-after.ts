/** How long to wait when a server says "too many" but nothing usable about how long (ms). */
const UNSAID_MS = 5_000;
/** The shortest and the longest wait we believe (ms). */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 3_600_000;

/**
 * How long a server asks us to wait (ms), from its Retry-After header: seconds, with a fraction or not, or a date.
 * Always a sensible number: a header that is missing, negative, no number or absurd must not stop us for good, nor make us hammer.
 */
export function retryAfterMs(header: string | null | undefined, nowMs: number): number {
  const written = header?.trim() ?? '';
  if (written === '') return UNSAID_MS;
  const seconds = Number(written);
  const ms = Number.isNaN(seconds) ? Date.parse(written) - nowMs : seconds * 1_000;
  if (Number.isNaN(ms) || ms < 0) return UNSAID_MS;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.ceil(ms)));
}
