import type { Gaps } from './gaps.ts';
import type { SlackOptions } from './options.ts';
import type { Intake } from './receiver.ts';
import type { Envelope } from './socket-client.ts';
import { keepSocketOpen, LINK_DISABLED } from './socket.ts';

/** Slack sends a payload to one of an app's connections, so while one is renewed the other goes on. */
const CONNECTIONS = 2;

const SWITCHED_OFF =
  'Slack is not connected: Socket Mode is switched off for the app (link_disabled). Switch it on at https://api.slack.com/apps → your app → Socket Mode → Enable Socket Mode. Hearback connects by itself then.';

/** All of the app's connections. */
export interface Sockets {
  /** Null while at least one is open. */
  problem: () => string | null;
  /** Resolves when each has been tried once, and the gap before was reported if one is open. */
  attempted: Promise<void>;
  stop: () => Promise<void>;
}

export function keepSocketsOpen(parts: {
  options: SlackOptions;
  appToken: string;
  intake: Intake;
  gaps: Gaps;
  stopping: AbortSignal;
}): Sockets {
  const { options, appToken, intake, gaps, stopping } = parts;
  const { log, apiUrl, connections = CONNECTIONS } = options;
  let open = 0;

  const onEnvelope = ({ body, ack }: Envelope) => {
    // A connection that was closed meanwhile: what was stored is known when it is sent again on another one.
    const acknowledge: Envelope['ack'] = (response) =>
      ack(response).catch(() => log.info('slack: a connection was closed before "received" could be said'));
    intake.take(body, acknowledge).catch((error: unknown) => {
      if (!stopping.aborted) log.error({ err: error }, 'slack: not received, left to be sent again');
    });
  };
  const onOpen = () => {
    open += 1;
    void gaps.report();
  };
  // What was on its way on a connection that broke is sent again, but nowhere is that promised.
  const onClosed = (refreshed: boolean) => {
    open -= 1;
    if (!refreshed || open === 0) gaps.note();
  };
  const sockets = Array.from({ length: Math.max(1, connections) }, () =>
    keepSocketOpen({ appToken, apiUrl, log, onEnvelope, onOpen, onClosed }),
  );
  const attempt = async () => {
    await Promise.all(sockets.map(({ attempted }) => attempted));
    if (open > 0) await gaps.report();
  };

  return {
    problem: () => {
      const problems = sockets.map((socket) => socket.problem());
      if (problems.includes(null)) return null;
      return problems.includes(LINK_DISABLED) ? SWITCHED_OFF : `Slack is not connected (${problems[0]}).`;
    },
    attempted: attempt(),
    stop: async () => {
      await Promise.all(sockets.map((socket) => socket.stop()));
    },
  };
}
