/** Work that is done again and again, never twice at a time. */
export interface Repeat {
  /** Does it at once, or once more right after the run that is under way. */
  wake(): void;
  isStopped(): boolean;
  /** Resolves when the run that is under way has ended. Safe to call twice. */
  stop(): Promise<void>;
}

/** Runs `work` after `firstMs`, and `everyMs` after each run's end, asked anew where it changes. `work` must not reject. */
export function repeat(everyMs: number | (() => number), work: () => Promise<void>, firstMs = 0): Repeat {
  let stopped = false;
  let woken = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function start(): void {
    clearTimeout(timer);
    woken = false;
    running = work().finally(() => {
      running = null;
      if (stopped) return;
      if (woken) start();
      else timer = setTimeout(start, typeof everyMs === 'number' ? everyMs : everyMs());
    });
  }

  function wake(): void {
    if (stopped) return;
    if (running) woken = true;
    else start();
  }

  // In a turn of its own: `work` may use what the caller is about to assign.
  timer = setTimeout(start, firstMs);
  return {
    wake,
    isStopped: () => stopped,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
