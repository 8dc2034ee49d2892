import type { Journal } from '../journal.ts';
import type { Limits } from '../limits.ts';
import { createMembership } from '../membership.ts';
import { SLACK_SIGNING_SECRET, type Seed } from '../seed.ts';
import { createWebApi } from './api/index.ts';
import type { Ground } from './api/method.ts';
import { createDirectory } from './directory.ts';
import { serveDownload } from './downloads.ts';
import { emojiNames } from './emoji.ts';
import { createEvents } from './events.ts';
import { createFaults } from './faults.ts';
import { createForging } from './forging.ts';
import { createForms } from './forms.ts';
import { createAsking } from './asking.ts';
import { createHomePresses } from './home-presses.ts';
import { createHomes } from './homes.ts';
import { createInteractions } from './interactions.ts';
import { createMembers } from './members.ts';
import { createMemberships } from './memberships.ts';
import { createMessages } from './messages.ts';
import { createMint } from './mint.ts';
import { createOrigin } from './origin.ts';
import { createOutgoing, type Outgoing } from './outgoing.ts';
import { createRequestUrl } from './request-url.ts';
import { createResponseUrls } from './response-urls.ts';
import { createShown } from './shown.ts';
import { createSocketMode } from './socket-mode.ts';
import { createSubmissions } from './submissions.ts';
import { createTriggers } from './triggers.ts';
import { DEFAULT_TIMINGS, type SlackSandbox, type Timings } from './types.ts';
import { serveUpload } from './uploads.ts';
import { createWire } from './wire.ts';

export interface SlackSandboxOptions {
  /** Remembers messages, files, conversations, undelivered events and response addresses; forms and ephemerals are forgotten. */
  journal: Journal;
  seed: Seed;
  now?: () => Date;
  /** The app's request URL, for an app reached over HTTP; without it the app comes by Socket Mode. */
  requestUrl?: string;
  signingSecret?: string;
  timings?: Partial<Timings>;
  /** Calls are counted by them, and refused where there are too many. */
  limits?: Limits | null;
}

/** A Slack workspace on loopback, for an unmodified @slack/bolt. See docs/sandbox.md. */
export function createSlackSandbox(options: SlackSandboxOptions): SlackSandbox {
  const { journal, requestUrl, now = () => new Date(), signingSecret = SLACK_SIGNING_SECRET } = options;
  const membership = createMembership(options.seed, journal);
  const { seed } = membership;
  const timings = { ...DEFAULT_TIMINGS, ...options.timings };
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());

  const mint = createMint(journal, now);
  const origin = createOrigin(journal);
  const faults = createFaults(now);
  const directory = createDirectory(seed, journal);
  const messages = createMessages(journal, changed);
  const wire = createWire(directory, messages);
  const forms = createForms(directory, mint, changed);
  const homes = createHomes(journal, directory, mint, changed);
  const triggers = createTriggers(mint, now, timings);

  // The transports wake the queue, and the queue uses the transport.
  const queue: { outgoing?: Outgoing } = {};
  const reachable = () => {
    changed();
    if (transport.reachable()) queue.outgoing?.resume();
  };
  const sockets = requestUrl
    ? null
    : createSocketMode(
        { directory, mint, faults, timings, origin },
        { changed: reachable, acknowledged: (id) => queue.outgoing?.acknowledged(id) },
      );
  const transport =
    sockets ??
    createRequestUrl({ url: requestUrl ?? '', signingSecret, journal, timings, origin, now }, reachable);
  const outgoing = createOutgoing({ journal, faults, mint, timings, transport });
  queue.outgoing = outgoing;

  const events = createEvents({ directory, wire, mint, faults, outgoing });
  const ground: Ground = {
    directory,
    messages,
    wire,
    events,
    mint,
    emoji: emojiNames(),
    faults,
    forms,
    homes,
    triggers,
    sockets,
  };
  const api = createWebApi(ground, origin, now, options.limits);
  const urls = createResponseUrls(ground, { journal, now, timings, api });
  const shown = createShown(ground);
  const members = createMembers(ground);
  const asking = createAsking(ground, shown);
  const onHomes = createHomePresses(ground, { outgoing, asking });
  const interactions = createInteractions(ground, { outgoing, urls, asking, ...onHomes });
  const submissions = createSubmissions(ground, { outgoing, asking });
  const forging = createForging(ground, { outgoing, asking, urls });

  return {
    platform: 'slack',
    handle: async (request, response) => {
      if (!request.url?.startsWith('/slack/')) return false;
      if (serveDownload(ground, request, response)) return true;
      if (await serveUpload(ground, request, response, api.note)) return true;
      return (await api.handle(request, response)) || urls.handle(request, response);
    },
    upgrade: (request, socket, head) => sockets?.upgrade(request, socket, head) ?? false,
    close: async () => {
      outgoing.close();
      await transport.close();
    },
    community: () => shown.community(sockets ? sockets.reachable() : true),
    messages: (query) => shown.messages(query),
    inbox: (as) => shown.inbox(as),
    createMessage: (input) => members.create(input),
    editMessage: (input) => members.edit(input),
    deleteMessage: (input) => members.remove(input),
    react: (input) => members.react(input),
    ...createMemberships(ground, membership, changed),
    command: (input) => interactions.command(input),
    menu: (input) => interactions.menu(input),
    press: (input) => interactions.press(input),
    openHome: (input) => onHomes.openHome(input),
    submit: (input) => submissions.submit(input),
    closeForm: (input) => submissions.close(input),
    forge: (forgery) => forging.forge(forgery),
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
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
