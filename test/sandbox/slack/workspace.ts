import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { openJournal } from '../../../sandbox/journal.ts';
import { SLACK_APP_TOKEN, SLACK_BOT_TOKEN, type Seed, slackSeed } from '../../../sandbox/seed.ts';
import { createSlackSandbox, type SlackSandboxOptions } from '../../../sandbox/slack/index.ts';
import type { SlackSandbox, Timings } from '../../../sandbox/slack/types.ts';

/** An emulated workspace on a free port, with a client of its Web API. */
export interface Workspace {
  slack: SlackSandbox;
  /** Where it answers, without a slash at the end. */
  url: string;
  apiUrl: string;
  web: WebClient;
  /** Something to end before the workspace is closed: an app, a socket. */
  before(end: () => Promise<unknown>): void;
  close(): Promise<void>;
}

export interface WorkspaceOptions extends Partial<Omit<SlackSandboxOptions, 'journal'>> {
  /** A journal file; in memory without it. */
  file?: string;
  seed?: Seed;
}

/** Keeps the libraries' own words out of the test report. */
export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** As long as a busy machine may take; tests about time name their own. */
const PATIENT: Partial<Timings> = { ackWithinMs: 50_000, triggerLivesMs: 50_000 };

export async function openWorkspace({ file, ...options }: WorkspaceOptions = {}): Promise<Workspace> {
  const journal = openJournal(file ?? null);
  const slack = createSlackSandbox({ journal, seed: slackSeed, timings: PATIENT, ...options });
  const server = createServer((request, response) => {
    slack.handle(request, response).then(
      (handled) => handled || response.writeHead(404).end(),
      () => response.writeHead(500).end(),
    );
  });
  server.on('upgrade', (request, socket, head) => slack.upgrade(request, socket, head) || socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const apiUrl = `${url}/slack/api/`;
  const ends: (() => Promise<unknown>)[] = [];
  return {
    slack,
    url,
    apiUrl,
    web: client(apiUrl),
    before: (end) => ends.push(end),
    close: async () => {
      await Promise.all(ends.map((end) => end()));
      await slack.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      journal.close();
    },
  };
}

/** A client that reports what it is told at once. */
export function client(apiUrl: string, token = SLACK_BOT_TOKEN): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

/** Waits for values that come from elsewhere, in the order they come. */
export function inbox<T>() {
  const waiting: ((value: T) => void)[] = [];
  const kept: T[] = [];
  return {
    put: (value: T): void => {
      const next = waiting.shift();
      if (next) next(value);
      else kept.push(value);
    },
    next: (): Promise<T> =>
      new Promise((resolve) => {
        if (kept.length > 0) resolve(kept.shift() as T);
        else waiting.push(resolve);
      }),
    /** Those nobody has taken yet. */
    left: (): T[] => [...kept],
  };
}

/** A real Bolt app on Socket Mode. */
export async function socketApp(workspace: Workspace, listen: (app: App) => void = () => {}) {
  const clientOptions = { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: SLACK_APP_TOKEN,
    logger: quiet,
    clientPingTimeout: 20_000,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: SLACK_BOT_TOKEN, receiver, clientOptions, logger: quiet, ignoreSelf: false });
  listen(app);
  await app.start();
  // The app's own stop resolves before the socket is closed.
  workspace.before(() => receiver.client.disconnect());
  return app;
}

/** The code Slack refused a call with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  const answer = await call.then(
    () => null,
    (error: unknown) => error as { data?: { error?: string }; code?: string },
  );
  return answer === null ? 'accepted' : (answer.data?.error ?? answer.code ?? 'unknown');
}

/** Waits until the workspace has come to be so. */
export function until({ slack }: Workspace, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!condition()) return;
      stop();
      resolve();
    };
    const stop = slack.onChange(check);
    check();
  });
}
