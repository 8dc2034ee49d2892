import type { ChatAdapter, Inbound } from '../../chat/adapter.ts';
import { createAnswering } from './answers.ts';
import type { Clients } from './clients.ts';
import type { Emoji } from './emoji.ts';
import { createGaps } from './gaps.ts';
import { createHttpRoute } from './http.ts';
import type { Identities } from './identity.ts';
import { createListeners } from './listeners.ts';
import type { SlackOptions } from './options.ts';
import type { People } from './people.ts';
import type { Outward } from './posting.ts';
import { createIntake } from './receiver.ts';
import { keepSocketsOpen, type Sockets } from './sockets.ts';
import { backOffMs, pause } from './waiting.ts';

/** Between attempts to learn who we are: the first wait and the longest (ms). */
const WAIT_FIRST_MS = 1_000;
const WAIT_MAX_MS = 30_000;

interface Parts {
  options: SlackOptions;
  clients: Clients;
  identities: Identities;
  people: People;
  emoji: Emoji;
  outward: Outward;
}

/** Connects, by Socket Mode or by waiting for Slack's requests, and stays connected. */
export function createConnecting(parts: Parts): Pick<ChatAdapter, 'start' | 'stop' | 'problem' | 'routes'> {
  const { options, identities } = parts;
  const { log, appToken, signingSecret } = options;
  const stopping = new AbortController();
  let inbound: Inbound | null = null;
  let problem: string | null = 'Slack is not started.';
  let sockets: Sockets | null = null;
  let stopped: Promise<void> | null = null;

  const gaps = createGaps(async () => inbound?.onGap((await identities.get()).workspaceId), stopping.signal, log);
  const intake = createIntake(log, () => {
    gaps.note();
    void gaps.report();
  });

  const connect = async () => {
    gaps.note();
    if (!appToken) return gaps.report();
    sockets = keepSocketsOpen({ options, appToken, intake, gaps, stopping: stopping.signal });
    await sockets.attempted;
  };
  /** Resolves after the first attempt; the next ones go on behind it. */
  const introduce = async (failures: number): Promise<void> => {
    try {
      await identities.get();
    } catch (error) {
      problem = `Slack does not say who we are. ${error instanceof Error ? error.message : ''}`.trim();
      log.warn({ err: error }, 'slack: auth.test failed, it is tried again');
      void pause(backOffMs(failures + 1, WAIT_FIRST_MS, WAIT_MAX_MS), stopping.signal).then(() =>
        stopping.signal.aborted ? undefined : introduce(failures + 1),
      );
      return;
    }
    problem = null;
    if (!stopping.signal.aborted) await connect();
  };
  const stop = async () => {
    stopping.abort();
    problem = 'Slack is stopped.';
    await intake.stop();
    await sockets?.stop();
  };

  return {
    routes: signingSecret && !appToken ? [createHttpRoute(signingSecret, intake, log)] : [],
    problem: () => problem ?? sockets?.problem() ?? null,
    start: async (to, commands) => {
      if (stopping.signal.aborted) return;
      inbound = to;
      const answer = createAnswering({ ...parts, onCommand: (command) => to.onCommand(command), log });
      createListeners({ ...parts, ...options, apiUrl: options.apiUrl, intake, inbound: to, commands, answer });
      problem = 'Slack is connecting.';
      if (!appToken && !signingSecret) problem = 'Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET to reach us.';
      else await introduce(0);
    },
    stop: () => (stopped ??= stop()),
  };
}
