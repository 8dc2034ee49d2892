import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { isAllowedHost, isAllowedOrigin } from './api/allowed-host.ts';
import { ApiFault, sendError } from './api/http.ts';
import { API_PREFIX, handleApi } from './api/index.ts';
import { listPageFiles, type PageFiles } from './api/page-files.ts';
import { proxy } from './api/proxy.ts';
import { createDiscordSandbox, type DiscordSandbox } from './discord/index.ts';
import { openJournal, type Journal } from './journal.ts';
import { createLimits } from './limits.ts';
import type { SandboxPlatform } from './platform.ts';
import {
  DISCORD_TOKEN,
  discordSeed,
  type Seed,
  SLACK_APP_TOKEN,
  SLACK_BOT_TOKEN,
  SLACK_CLIENT_ID,
  SLACK_CLIENT_SECRET,
  SLACK_SIGNING_SECRET,
  slackSeed,
} from './seed.ts';
import { createSlackSandbox } from './slack/index.ts';
import type { Offered } from './slack/outgoing.ts';
import type { SlackSandbox } from './slack/types.ts';

/** Both communities on one address, with the page to try them in. */
export interface Sandbox {
  /** Without a slash at the end. */
  url: string;
  slack: SlackSandbox;
  discord: DiscordSandbox;
  /** What a bot needs in its environment to be the app in both communities. */
  env: Record<string, string>;
  /** Where the bot's own web server is; null while it has none. What the sandbox does not answer itself goes there. */
  setBot(url: string | null): void;
  /** Cuts every connection and closes the files. Safe to call twice. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0 for any free one. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Where what happened is kept; null for memory only. */
  dataDir: string | null;
  /** Slack sends events, commands and clicks here, signed, instead of through Socket Mode. */
  slackRequestUrl?: string;
  /**
   * Both platforms count the app's calls and refuse those over the published limits; without it there are none.
   * `speed`: how much quicker than in life they count.
   */
  limits?: { speed: number };
  /** Told of each try of Slack's to tell the app something, for those who measure. */
  onSlackOffered?: (offered: Offered) => void;
  /** Other communities than those of seed.ts. */
  seeds?: { slack: Seed; discord: Seed };
  /** Further Slack workspaces, in which the app can be installed at its own address. */
  slackOthers?: readonly Seed[];
  /** Tokens of installed apps expire after so long (s); without it they last. */
  slackTokensExpireInS?: number;
  /** In so many Discord servers the app is; those after the first are alike, and remembered in memory only. */
  discordGuilds?: number;
  /** Default: the page of this package. */
  pageDir?: string;
}

interface Parts {
  platforms: readonly SandboxPlatform[];
  page: PageFiles;
  boundTo: string;
  bot: string | null;
}

/**
 * Starts the sandbox: Slack and Discord protocols first, then the control API, then the page, then the bot's own server.
 * @throws the system's error when the port is taken (EADDRINUSE) or not allowed.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const boundTo = options.host ?? '127.0.0.1';
  const page = listPageFiles(options.pageDir ?? ownPageDir());
  const server = createServer();
  await listen(server, options.port, boundTo);
  const url = `http://${reachableHost(boundTo)}:${(server.address() as AddressInfo).port}`;

  // The files are opened after the port is ours: a second sandbox by mistake must not touch them.
  // Nothing has been read from a socket yet: this runs before the next turn of the event loop.
  const journals = openJournals(options.dataDir, server);
  const slack = createSlackSandbox({
    journal: journals.slack,
    seed: options.seeds?.slack ?? slackSeed,
    limits: createLimits(options.limits?.speed ?? null),
    others: options.slackOthers ?? [],
    oauth: {
      clientId: SLACK_CLIENT_ID,
      clientSecret: SLACK_CLIENT_SECRET,
      ...(options.slackTokensExpireInS !== undefined && { expiresInS: options.slackTokensExpireInS }),
    },
    ...(options.slackRequestUrl === undefined ? {} : { requestUrl: options.slackRequestUrl }),
    ...(options.onSlackOffered && { onOffered: options.onSlackOffered }),
  });
  const discord = createDiscordSandbox({
    journal: journals.discord,
    seed: options.seeds?.discord ?? discordSeed,
    guildCount: options.discordGuilds ?? 1,
    limits: createLimits(options.limits?.speed ?? null),
  });
  const parts: Parts = { platforms: [slack, discord], page, boundTo, bot: null };

  server.on('request', (request, response) => {
    answer(parts, request, response).catch((error: unknown) => sendError(response, error));
  });
  server.on('upgrade', (request, socket, head) => upgrade(parts, request, socket, head));
  server.on('clientError', (_error, socket) => socket.destroy());

  let closing: Promise<void> | null = null;
  return {
    url,
    slack,
    discord,
    env: {
      SLACK_BOT_TOKEN,
      SLACK_APP_TOKEN,
      SLACK_SIGNING_SECRET,
      SLACK_API_URL: `${url}/slack/api/`,
      DISCORD_TOKEN,
      DISCORD_API_URL: `${url}/discord/api`,
    },
    setBot: (bot) => {
      parts.bot = bot;
    },
    close: () => (closing ??= close(server, parts.platforms, Object.values(journals))),
  };
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isAllowedHost(request.headers.host, parts.boundTo)) {
    throw new ApiFault(421, 'wrong_host', 'This server only answers to localhost, 127.0.0.1 and [::1].');
  }
  if (!isAllowedOrigin(request.headers.origin, parts.boundTo)) {
    throw new ApiFault(403, 'wrong_origin', 'A web page of another site may not use this.');
  }
  const url = urlOf(request);
  if (url.pathname === '/slack/events') {
    proxy(request, response, parts.bot);
    return;
  }
  for (const platform of parts.platforms) {
    if (await platform.handle(request, response)) return;
  }
  if (url.pathname === API_PREFIX || url.pathname.startsWith(`${API_PREFIX}/`)) {
    await handleApi(url, request, response, parts.platforms);
    return;
  }
  if (await parts.page.send(request.method ?? 'GET', url.pathname, response)) return;
  proxy(request, response, parts.bot);
}

function upgrade(parts: Parts, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  const { host, origin } = request.headers;
  const welcome = isAllowedHost(host, parts.boundTo) && isAllowedOrigin(origin, parts.boundTo);
  if (welcome && parts.platforms.some((platform) => platform.upgrade(request, socket, head))) return;
  socket.end(
    `HTTP/1.1 ${welcome ? '404 Not Found' : '421 Misdirected Request'}\r\nconnection: close\r\n\r\n`,
  );
}

/** @throws {ApiFault} for a request line that is no path. */
function urlOf(request: IncomingMessage): URL {
  const path = request.url ?? '/';
  if (path.startsWith('/') && URL.canParse(`http://sandbox${path}`)) return new URL(`http://sandbox${path}`);
  throw new ApiFault(400, 'bad_path', 'The path of the request is not valid.');
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Gives the port back when a file cannot be opened. */
function openJournals(dataDir: string | null, server: Server): { slack: Journal; discord: Journal } {
  const journalOf = (name: string) => openJournal(dataDir && join(dataDir, `${name}.jsonl`));
  try {
    return { slack: journalOf('slack'), discord: journalOf('discord') };
  } catch (error) {
    server.close();
    throw error;
  }
}

/** The name to reach a bound address by: a wildcard is no address to connect to. */
function reachableHost(boundTo: string): string {
  if (boundTo === '0.0.0.0' || boundTo === '::') return '127.0.0.1';
  return boundTo.includes(':') ? `[${boundTo}]` : boundTo;
}

/** The page is not compiled: beside this file in the sources, two levels up from it after compiling. */
function ownPageDir(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'page');
  return existsSync(join(beside, 'index.html')) ? beside : join(here, '..', '..', 'sandbox', 'page');
}

async function close(
  server: Server,
  platforms: readonly SandboxPlatform[],
  journals: readonly Journal[],
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await Promise.all(platforms.map((platform) => platform.close()));
  server.closeAllConnections();
  await closed;
  for (const journal of journals) journal.close();
}
