import type { App, Receiver } from '@slack/bolt';
import type { Pace } from '../../chat/pace.ts';
import type { Log } from '../../log.ts';
import { kindOfEvent } from './event-shape.ts';
import { kindOfInteraction } from './interaction-shape.ts';

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

/** Events that do not reach us. They are looked for. */
export interface Missing {
  /** One could not be stored. Slack sends it again, but not for ever. */
  onLost(): void;
  /** Slack has said that it leaves out events, because there are too many. */
  onLeftOut(): void;
}

export function createIntake(log: Log, pace: Pace, missing: Missing): Intake {
  let app: App | null = null;
  let stopped = false;
  const underWay = new Set<Promise<void>>();

  const process = async (body: Record<string, unknown>, acknowledge: Acknowledge): Promise<void> => {
    if (!app) throw new Error('not started');
    if (body['type'] === 'app_rate_limited') {
      missing.onLeftOut();
      return acknowledge();
    }
    if ('event' in body) {
      const kind = kindOfEvent(body);
      if (kind === 'odd') log.warn('slack: an event of an unknown shape is left out');
      if (kind !== 'ours') return acknowledge();
      await app.processEvent({ body, ack: () => Promise.resolve() }).catch((error: unknown) => {
        missing.onLost();
        throw error;
      });
      return acknowledge();
    }
    const kind = kindOfInteraction(body);
    if (kind === 'odd') log.warn('slack: an interaction of an unknown shape is left out');
    if (kind !== 'ours') return acknowledge();
    await interact(app, body, acknowledge);
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
      // Slack waits 3 s for its acknowledgement: nothing we ask meanwhile is held up.
      const work = pace.urgently(() => process(body, acknowledge));
      underWay.add(work);
      await work.finally(() => underWay.delete(work));
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled(underWay);
    },
  };
}

/** A command, a click or a form. */
async function interact(app: App, body: Record<string, unknown>, acknowledge: Acknowledge): Promise<void> {
  let acknowledged = false;
  const ack: Acknowledge = (response) => {
    acknowledged = true;
    return acknowledge(response);
  };
  await app.processEvent({ body, ack });
  // Nobody here has anything to do with it, such as a click on a link.
  if (!acknowledged) await acknowledge();
}
