import type { ChatAdapter, Inbound } from '../../chat/adapter.ts';
import { unpaced } from '../../chat/pace.ts';
import type { Log } from '../../log.ts';
import { createAnswering } from './answers.ts';
import { createGaps, type Gaps } from './gaps.ts';
import { createHttpRoute } from './http.ts';
import { createInstallationWatch, type InstallationWatch } from './installation-watch.ts';
import { createListeners } from './listeners.ts';
import type { SlackOptions } from './options.ts';
import { createIntake, type Missing } from './receiver.ts';
import type { SharedChannels } from './shared-channels.ts';
import { keepSocketsOpen, type Sockets } from './sockets.ts';
import type { Teams } from './teams.ts';
import { backOffMs, pause } from './waiting.ts';

/** Between attempts to learn who we are: the first wait and the longest (ms). */
const WAIT_FIRST_MS = 1_000;
const WAIT_MAX_MS = 30_000;

/** How long after Slack has said that it leaves out events they are looked for once more (ms). */
const LEFT_OUT_FOR_MS = 90_000;

interface Parts {
  options: SlackOptions;
  teams: Teams;
  shared: SharedChannels;
  /** Aborted by `stop`. */
  stopping: AbortController;
}

/** Connects, by Socket Mode or by waiting for Slack's requests, and stays connected. */
export function createConnecting(parts: Parts): Pick<ChatAdapter, 'start' | 'stop' | 'problem' | 'routes'> {
  const { options, teams, stopping } = parts;
  const { log, appToken, signingSecret, pace = unpaced } = options;
  const state: State = { inbound: null, problem: 'Slack is not started.', sockets: null, watch: null };
  let stopped: Promise<void> | null = null;

  const tellOfGap = async () => {
    for (const workspaceId of await teams.reachable()) await state.inbound?.onGap(workspaceId);
  };
  const gaps = createGaps(tellOfGap, stopping.signal, log);
  const intake = createIntake(log, pace, lookFor(gaps, stopping.signal, log));
  const lookRound = async () => {
    await teams.reachable();
    state.watch ??= await createInstallationWatch(options, stopping.signal, async (workspaceId) =>
      state.inbound?.onGap(workspaceId),
    );
  };
  const connect = async () => {
    gaps.note();
    if (!appToken) return gaps.report();
    state.sockets = keepSocketsOpen({ options, appToken, intake, gaps, stopping: stopping.signal });
    await state.sockets.attempted;
  };
  const stop = async () => {
    stopping.abort();
    state.problem = 'Slack is stopped.';
    await intake.stop();
    await state.sockets?.stop();
  };

  return {
    routes: signingSecret && !appToken ? [createHttpRoute(signingSecret, intake, log)] : [],
    problem: () =>
      state.problem ??
      state.sockets?.problem() ??
      (teams.own?.identities.known() ? null : (state.watch?.problem() ?? null)),
    start: async (inbound, commands) => {
      if (stopping.signal.aborted) return;
      state.inbound = inbound;
      const answer = createAnswering((command) => inbound.onCommand(command), log);
      createListeners({ ...parts, intake, inbound, commands, answer });
      state.problem = 'Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET to reach us.';
      if (appToken ?? signingSecret) await introduce(parts, state, { lookRound, connect });
    },
    stop: () => (stopped ??= stop()),
  };
}

/** What did not reach us is looked for at once. */
function lookFor(gaps: Gaps, signal: AbortSignal, log: Log): Missing {
  const lost = () => {
    if (signal.aborted) return;
    gaps.note();
    void gaps.report();
  };
  let isLookingAgain = false;
  const lookAgain = () => {
    isLookingAgain = false;
    lost();
  };
  return {
    onLost: lost,
    onLeftOut: () => {
      log.warn('slack: leaves out events, more than 30,000 came within an hour');
      lost();
      if (isLookingAgain) return;
      isLookingAgain = true;
      // Slack says it at the beginning, and leaves out what comes in the same minute too.
      void pause(LEFT_OUT_FOR_MS, signal).then(lookAgain);
    },
  };
}

interface State {
  inbound: Inbound | null;
  problem: string | null;
  sockets: Sockets | null;
  watch: InstallationWatch | null;
}

/** Learns who we are, then connects. Resolves after the first attempt; the next ones go on behind it. */
async function introduce(
  parts: Parts,
  state: State,
  steps: { lookRound: () => Promise<void>; connect: () => Promise<void> },
  failures = 0,
): Promise<void> {
  const { signal } = parts.stopping;
  state.problem = 'Slack is connecting.';
  try {
    await steps.lookRound();
  } catch (error) {
    state.problem = `Slack does not say who we are. ${error instanceof Error ? error.message : ''}`.trim();
    parts.options.log.warn(
      { err: error },
      'slack: which workspaces there are is not known yet, it is tried again',
    );
    void pause(backOffMs(failures + 1, WAIT_FIRST_MS, WAIT_MAX_MS), signal).then(() =>
      signal.aborted ? undefined : introduce(parts, state, steps, failures + 1),
    );
    return;
  }
  if (signal.aborted) return;
  state.problem = null;
  await steps.connect();
}
