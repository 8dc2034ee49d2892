import type { Log } from '../../log.ts';
import { backOffMs, pause } from './waiting.ts';

/** Between attempts to have a gap noted: the first wait and the longest (ms). */
const WAIT_FIRST_MS = 1_000;
const WAIT_MAX_MS = 30_000;

/** Times in which events may have been missed. */
export interface Gaps {
  /** There has been one; it is reported once events arrive again. */
  note(): void;
  /** Events arrive. Resolves when what was noted has been reported, or a first attempt has failed: it is tried again. */
  report(): Promise<void>;
}

/** @param tell tried again until it succeeds or `signal` comes. */
export function createGaps(tell: () => Promise<void>, signal: AbortSignal, log: Log): Gaps {
  const state = { noted: false };
  let reporting: Promise<void> | null = null;

  const attempt = async (): Promise<boolean> => {
    state.noted = false;
    try {
      await tell();
      return true;
    } catch (error) {
      state.noted = true;
      log.error({ err: error }, 'slack: a gap could not be noted');
      return false;
    }
  };
  const retry = async (failures: number): Promise<void> => {
    await pause(backOffMs(failures, WAIT_FIRST_MS, WAIT_MAX_MS), signal);
    if (state.noted && !signal.aborted && !(await attempt())) await retry(failures + 1);
  };
  const report = async () => {
    while (state.noted && !signal.aborted) {
      if (await attempt()) continue;
      void retry(1);
      return;
    }
  };
  return {
    note: () => {
      state.noted = true;
    },
    report: () => (reporting ??= report().finally(() => (reporting = null))),
  };
}
