import type { Journal } from '../journal.ts';
import { createMembership, type Membership } from '../membership.ts';
import type { Seed } from '../seed.ts';
import type { Ground } from './api/method.ts';
import type { WebApi } from './api/index.ts';
import { createAsking } from './asking.ts';
import { createDirectory, type Stranger } from './directory.ts';
import type { EmojiNames } from './emoji.ts';
import { createEvents, type Speaker } from './events.ts';
import type { Faults } from './faults.ts';
import { createForging } from './forging.ts';
import { createForms } from './forms.ts';
import { createHomePresses } from './home-presses.ts';
import { createHomes } from './homes.ts';
import { createInteractions } from './interactions.ts';
import { createMembers } from './members.ts';
import { createMemberships } from './memberships.ts';
import type { Messages } from './messages.ts';
import type { Mint } from './mint.ts';
import type { Outgoing } from './outgoing.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createShown } from './shown.ts';
import type { SocketMode } from './socket-mode.ts';
import { createSubmissions } from './submissions.ts';
import type { Triggers } from './triggers.ts';
import type { Played, Timings } from './types.ts';
import { createWire } from './wire.ts';

/** What all workspaces of one app have in common. */
export interface Common {
  journal: Journal;
  mint: Mint;
  faults: Faults;
  messages: Messages;
  triggers: Triggers;
  emoji: EmojiNames;
  sockets: SocketMode | null;
  outgoing: Outgoing;
  timings: Timings;
  now: () => Date;
  changed: () => void;
  /** Whom the app hears of something by: null where it is not installed. */
  speakerFor(own: Speaker, channel: string | null): Speaker | null;
}

export interface Workspace {
  ground: Ground;
  shown: ReturnType<typeof createShown>;
  /** Joins it to the methods the app calls. */
  open(api: WebApi): { played: Played; urls: ResponseUrls };
}

/** One workspace of Slack. @param strangers people of other workspaces who are in channels of this one */
export function createWorkspace(common: Common, seed: Seed, strangers: readonly Stranger[]): Workspace {
  const { journal, mint, faults, messages, outgoing, changed } = common;
  const membership: Membership = createMembership(seed, journal);
  const directory = createDirectory(membership.seed, journal, strangers);
  const wire = createWire(directory, messages);
  const own = { teamId: directory.teamId, botId: directory.bot.id };
  const ground: Ground = {
    ...common,
    directory,
    wire,
    forms: createForms(directory, mint, changed),
    homes: createHomes(journal, directory, mint, changed),
    events: createEvents({
      directory,
      wire,
      mint,
      faults,
      outgoing,
      speakerFor: (channel) => common.speakerFor(own, channel),
    }),
  };
  const shown = createShown(ground);
  return { ground, shown, open: (api) => open(ground, shown, membership, common, api) };
}

function open(
  ground: Ground,
  shown: ReturnType<typeof createShown>,
  membership: Membership,
  { journal, outgoing, timings, now, changed }: Common,
  api: WebApi,
): { played: Played; urls: ResponseUrls } {
  const urls = createResponseUrls(ground, { journal, now, timings, api });
  const members = createMembers(ground);
  const asking = createAsking(ground, shown);
  const onHomes = createHomePresses(ground, { outgoing, asking });
  const interactions = createInteractions(ground, { outgoing, urls, asking, ...onHomes });
  const submissions = createSubmissions(ground, { outgoing, asking });
  const forging = createForging(ground, { outgoing, asking, urls });
  const played: Played = {
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
  };
  return { played, urls };
}
