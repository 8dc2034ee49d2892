import type { Journal } from '../journal.ts';
import type { Limits } from '../limits.ts';
import { SLACK_SIGNING_SECRET, type Seed } from '../seed.ts';
import { createWebApi, type WebApi } from './api/index.ts';
import { GRANTED } from './api/method.ts';
import { serveAuthorize } from './authorize-page.ts';
import { strangersOf } from './directory.ts';
import { serveDownload } from './downloads.ts';
import { emojiNames } from './emoji.ts';
import type { Speaker } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createInstalls, type Installs, type OAuthApp, type Place } from './installs.ts';
import { createMessages } from './messages.ts';
import { createMint } from './mint.ts';
import { createOrigin } from './origin.ts';
import { createOutgoing, type Offered, type Outgoing } from './outgoing.ts';
import { createRequestUrl } from './request-url.ts';
import { createSocketMode } from './socket-mode.ts';
import { createTriggers } from './triggers.ts';
import { DEFAULT_TIMINGS, type SlackSandbox, type Timings } from './types.ts';
import { serveUpload } from './uploads.ts';
import { createWorkspace, type Common, type Workspace } from './workspace.ts';

export interface SlackSandboxOptions {
  /** Remembers messages, files, conversations, tokens, undelivered events and response addresses; forms and ephemerals are forgotten. */
  journal: Journal;
  /** The workspace of the fixed bot token. */
  seed: Seed;
  /** Others, in which the app can be installed. Channels with the same id are one channel, shared. */
  others?: readonly Seed[];
  /** Without it the app can be installed nowhere. */
  oauth?: OAuthApp;
  now?: () => Date;
  /** The app's request URL, for an app reached over HTTP; without it the app comes by Socket Mode. */
  requestUrl?: string;
  signingSecret?: string;
  timings?: Partial<Timings>;
  /** Calls are counted by them, and refused where there are too many. */
  limits?: Limits | null;
  /** Told of each try to tell the app something, for those who measure. */
  onOffered?: (offered: Offered) => void;
}

/** Slack workspaces on loopback, for an unmodified @slack/bolt. See docs/sandbox.md. */
export function createSlackSandbox(options: SlackSandboxOptions): SlackSandbox {
  const { journal, seed, others = [], now = () => new Date() } = options;
  const seeds = [seed, ...others];
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const origin = createOrigin(journal);
  const places = seeds.map(placeOf);
  const installs = createInstalls(journal, options.oauth ?? null, seed.id, (team) => {
    const found = places.find(({ teamId }) => teamId === team);
    if (!found) throw new Error(`there is no workspace ${team}`);
    return found;
  });
  const { common, transport } = createCommon(options, seeds, installs, origin, changed);
  const workspaces = seeds.map((each) => createWorkspace(common, each, strangersOf(each, seeds)));
  const api = createWebApi(
    workspaces.map(({ ground }) => ground),
    installs,
    origin,
    now,
    options.limits,
  );
  const opened = new Map(workspaces.map((each) => [each.ground.directory.teamId, each.open(api)]));
  const [main, own] = [workspaces[0], opened.get(seed.id)];
  if (!main || !own) throw new Error('there is no workspace');
  const { faults, outgoing, sockets } = common;

  return {
    ...own.played,
    platform: 'slack',
    handle: async (request, response) => {
      if (!request.url?.startsWith('/slack/')) return false;
      if (serveAuthorize(installs, places, GRANTED.join(','), request, response)) return true;
      if (serveDownload(workspaces, installs, request, response)) return true;
      if (await serveUpload(main.ground, request, response, api.note)) return true;
      if (await api.handle(request, response)) return true;
      for (const { urls } of opened.values()) if (await urls.handle(request, response)) return true;
      return false;
    },
    upgrade: (request, socket, head) => sockets?.upgrade(request, socket, head) ?? false,
    close: async () => {
      outgoing.close();
      await transport.close();
    },
    community: () => main.shown.community(sockets ? sockets.reachable() : true),
    workspace: (team) => {
      const found = opened.get(team);
      if (!found) throw new Error(`there is no workspace ${team}`);
      return found.played;
    },
    uninstall: (team) => uninstall(team, workspaces, installs),
    expireTokens: (team) => installs.expire(team),
    ...faultsOf({ faults, outgoing, sockets }, api),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function placeOf({ id, name, bot }: Seed): Place {
  return { teamId: id, name, appId: bot.appId, botUserId: bot.id };
}

/** What the workspaces share, and the way to the app. */
function createCommon(
  options: SlackSandboxOptions,
  seeds: readonly Seed[],
  installs: Installs,
  origin: ReturnType<typeof createOrigin>,
  changed: () => void,
) {
  const { journal, seed, requestUrl, now = () => new Date(), signingSecret = SLACK_SIGNING_SECRET } = options;
  const timings = { ...DEFAULT_TIMINGS, ...options.timings };
  const mint = createMint(journal, now);
  const faults = createFaults(now);
  // The transports wake the queue, and the queue uses the transport.
  const queue: { outgoing?: Outgoing } = {};
  const reachable = () => {
    changed();
    if (transport.reachable()) queue.outgoing?.resume();
  };
  const sockets = requestUrl
    ? null
    : createSocketMode(
        { appId: seed.bot.appId, mint, faults, timings, origin },
        { changed: reachable, acknowledged: (id) => queue.outgoing?.acknowledged(id) },
      );
  const transport =
    sockets ??
    createRequestUrl({ url: requestUrl ?? '', signingSecret, journal, timings, origin, now }, reachable);
  const outgoing = createOutgoing({
    journal,
    faults,
    mint,
    timings,
    transport,
    onOffered: options.onOffered,
  });
  queue.outgoing = outgoing;
  const common: Common = {
    journal,
    mint,
    faults,
    messages: createMessages(journal, changed),
    triggers: createTriggers(mint, now, timings),
    emoji: emojiNames(),
    sockets,
    outgoing,
    timings,
    now,
    changed,
    speakerFor: createSpeakers(seeds, installs),
  };
  return { common, transport };
}

/**
 * In whose name the app hears of what happens in a channel. Of one that several workspaces share it hears once, by any of those in which
 * it is installed and in the channel: here by turns. https://docs.slack.dev/apis/events-api#authorizations
 */
function createSpeakers(seeds: readonly Seed[], installs: Installs): Common['speakerFor'] {
  let turn = 0;
  return (own, channelId) => {
    const sharing = seeds.filter(({ channels }) => channels.some(({ id }) => id === channelId));
    if (channelId === null || sharing.length < 2) return installs.isIn(own.teamId) ? own : null;
    const speakers = sharing.flatMap(({ id, bot, channels }): Speaker[] => {
      const members = channels.find((each) => each.id === channelId)?.members ?? [];
      const isThere = members === 'everyone' || members.includes(bot.id);
      return isThere && installs.isIn(id) ? [{ teamId: id, botId: bot.id }] : [];
    });
    return speakers[turn++ % Math.max(1, speakers.length)] ?? null;
  };
}

/** An admin removes the app. Slack tells it so, in two events of any order. */
function uninstall(team: string, workspaces: readonly Workspace[], installs: Installs): void {
  const workspace = workspaces.find(({ ground }) => ground.directory.teamId === team);
  const { events, directory } = workspace?.ground ?? {};
  events?.ofApp({ type: 'tokens_revoked', tokens: { oauth: [], bot: [directory?.bot.id ?? ''] } });
  installs.uninstall(team);
  events?.ofApp({ type: 'app_uninstalled' });
}

function faultsOf(
  { faults, outgoing, sockets }: { faults: Faults } & Pick<Common, 'outgoing' | 'sockets'>,
  api: WebApi,
): Pick<SlackSandbox, 'fault' | 'faults' | 'clearFaults' | 'calls'> {
  return {
    fault: (fault) => {
      faults.add(fault);
      if (fault.kind === 'drop_socket') sockets?.drop(fault.ms === 0);
      if (fault.kind === 'disconnect') sockets?.askAway(fault.reason);
      if (fault.kind === 'raw_event') outgoing.event(fault.payload);
    },
    faults: () => faults.list(),
    clearFaults: () => {
      faults.clear();
      outgoing.release();
    },
    calls: () => api.calls(),
  };
}
