import type { Log } from './log.ts';
import { repeat } from './queue/repeat.ts';
import type { PolicySeen } from './store/policy-seen-port.ts';

interface Telling {
  /** Another policy is in force. */
  again: () => void;
  stop: () => Promise<void>;
}

/**
 * Clocks that run follow the policy: it is told at the start and with every change, and again only where that did not succeed. Two
 * programs with different files would move the clocks back and forth otherwise.
 * @param times all of the policy that clocks follow
 * @param everyMs how often it looks whether something is still to be told (ms)
 */
export function tellPolicy(
  store: Pick<PolicySeen, 'policyInForce'>,
  times: () => string,
  everyMs: number,
  log: Log,
): Telling {
  let told: string | null = null;
  const telling = repeat(everyMs, async () => {
    const next = times();
    if (next === told) return;
    try {
      await store.policyInForce(next);
      told = next;
    } catch (error) {
      log.warn({ err: error }, 'clocks could not be told of the policy yet');
    }
  });
  return {
    again: () => {
      told = null;
      telling.wake();
    },
    stop: () => telling.stop(),
  };
}
