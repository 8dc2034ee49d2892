const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after its first, second, … failure a message is tried again (ms); from the last on always so long. */
const WAITS_MS = [
  5_000,
  30_000,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
];

/** How long a webhook has to fail before people are told (ms): a restart or an update of the receiver is nobody's business. */
const TOLD_AFTER_MS = HOUR_MS;

/** @param asked by the receiver (ms) */
export function webhookWaitMs(attempts: number, asked: number | null): number {
  const last = WAITS_MS.length - 1;
  return Math.max(WAITS_MS[Math.min(last, Math.max(0, attempts - 1))] ?? HOUR_MS, asked ?? 0);
}

export function isWorthTelling(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= TOLD_AFTER_MS;
}
