import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { isRecord } from './records.ts';

export type Acknowledge = (response?: unknown) => Promise<void>;

/**
 * Our way into Bolt. Bolt acknowledges events before its listeners have run, so a crash would lose them; here an event
 * is acknowledged only after everything it causes has succeeded.
 */
export interface Intake {
  /** For Bolt; connections are opened and closed elsewhere. */
  receiver: Receiver;
  /**
   * @param acknowledge called for an event once it is stored, for an interaction with its answer.
   * @throws when it could not be stored, or intake has stopped: then nothing was acknowledged, and Slack sends it again.
   */
  take(body: Record<string, unknown>, acknowledge: Acknowledge): Promise<void>;
  /** Takes nothing more, and resolves when all that is under way has ended. */
  stop(): Promise<void>;
}

/** @param onDropped Slack has said that it left out events, because there were too many. */
export function createIntake(log: Log, onDropped: () => void): Intake {
  let app: App | null = null;
  let stopped = false;
  const underWay = new Set<Promise<void>>();

  const process = async (body: Record<string, unknown>, acknowledge: Acknowledge): Promise<void> => {
    if (!app) throw new Error('not started');
    if (body['type'] === 'app_rate_limited') {
      log.warn('slack: leaves out events, more than 30,000 came within an hour');
      onDropped();
      return acknowledge();
    }
    if (isRecord(body['event'])) {
      await app.processEvent({ body, ack: () => Promise.resolve() });
      return acknowledge();
    }
    let acknowledged = false;
    const ack: Acknowledge = (response) => {
      acknowledged = true;
      return acknowledge(response);
    };
    await app.processEvent({ body, ack });
    // Nobody here has anything to do with it, such as a click on a link.
    if (!acknowledged) await acknowledge();
  };

  return {
    receiver: {
      init: (bolt) => {
        app = bolt;
      },
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    take: async (body, acknowledge) => {
      if (stopped) throw new Error('stopping');
      const work = process(body, acknowledge);
      underWay.add(work);
      await work.finally(() => underWay.delete(work));
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled(underWay);
    },
  };
}
