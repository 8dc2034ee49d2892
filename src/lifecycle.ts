import type { Log } from './log.ts';

/** How long everything together may take to close (ms). Below Kubernetes' default 30 s before SIGKILL. */
const CLOSE_WITHIN_MS = 25_000;

/** What has been opened, closed in the opposite order. */
export interface Lifecycle {
  /** `close` is called once, after everything added later has closed. */
  add(name: string, close: () => Promise<void> | void): void;
  /** Closes each part, also when another fails; gives up after 25 s. The same promise however often it is called. */
  close(): Promise<void>;
}

export function createLifecycle(log: Log): Lifecycle {
  const opened: { name: string; close: () => Promise<void> | void }[] = [];
  let closing: Promise<void> | undefined;

  const closeAll = async () => {
    for (const { name, close } of opened.toReversed()) {
      log.debug({ part: name }, 'closing');
      try {
        await close();
      } catch (error) {
        log.error({ err: error, part: name }, 'a part did not close cleanly');
      }
    }
  };

  return {
    add: (name, close) => void opened.push({ name, close }),
    close: () => {
      closing ??= within(closeAll(), CLOSE_WITHIN_MS, () =>
        log.error('closing took too long; the rest is left to the operating system'),
      );
      return closing;
    },
  };
}

async function within(work: Promise<void>, ms: number, onLate: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      onLate();
      resolve();
    }, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
