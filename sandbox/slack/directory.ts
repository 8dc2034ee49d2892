import { createHash } from 'node:crypto';
import type { Journal } from '../journal.ts';
import type { Seed } from '../seed.ts';

export interface Person {
  id: string;
  /** The workspace they belong to. */
  teamId: string;
  name: string;
  /** What is typed after an @: `tomas.ribeiro`. */
  handle: string;
  title: string;
  groups: string[];
  timeZone: string;
  locale: string;
  isBot: boolean;
  deactivated: boolean;
}

export interface Channel {
  id: string;
  /** Empty for a direct message. */
  name: string;
  kind: 'channel' | 'group' | 'im';
  members: string[];
  archived: boolean;
  /** Several workspaces have it. */
  shared: boolean;
}

/** Somebody of another workspace, in a channel that both share. */
export type Stranger = Person;

/** Who and what there is: people, channels and direct messages. */
export interface Directory {
  readonly teamId: string;
  readonly teamName: string;
  readonly bot: { id: string; appId: string; botId: string };
  people(): Person[];
  person(id: string): Person | undefined;
  groups(): { id: string; name: string }[];
  /** Channels, without direct messages. */
  channels(): Channel[];
  channel(id: string): Channel | undefined;
  /** The conversation of two people, which has the same id for ever. */
  openDm(a: string, b: string): Channel;
  dmsOf(user: string): Channel[];
}

export function createDirectory(
  seed: Seed,
  journal: Journal,
  strangers: readonly Stranger[] = [],
): Directory {
  const dms = journal.table<{ id: string; members: string[] }>('slack.dms');
  const people = peopleOf(seed);
  const everyone = people.map((person) => person.id);
  const channels = seed.channels.map((channel): Channel => ({
    id: channel.id,
    name: channel.name,
    kind: channel.isPrivate ? 'group' : 'channel',
    members: channel.members === 'everyone' ? everyone : channel.members,
    archived: channel.archived ?? false,
    shared: channel.shared ?? false,
  }));

  return {
    teamId: seed.id,
    teamName: seed.name,
    bot: { id: seed.bot.id, appId: seed.bot.appId, botId: `B${seed.bot.id.slice(1)}` },
    people: () => people,
    person: (id) => people.find((person) => person.id === id) ?? strangers.find((person) => person.id === id),
    groups: () => seed.groups,
    channels: () => channels,
    channel: (id) => {
      const dm = dms.get(id);
      return dm ? dmChannel(dm) : channels.find((channel) => channel.id === id);
    },
    openDm: (a, b) => {
      const dm = { id: dmId(a, b), members: [a, b] };
      if (!dms.get(dm.id)) dms.set(dm.id, dm);
      return dmChannel(dms.get(dm.id) ?? dm);
    },
    dmsOf: (user) =>
      dms
        .values()
        .filter((dm) => dm.members.includes(user))
        .map(dmChannel),
  };
}

/** People of other workspaces who are in channels that this one shares with theirs. */
export function strangersOf(seed: Seed, all: readonly Seed[]): Stranger[] {
  const shared = seed.channels.filter((channel) => channel.shared).map(({ id }) => id);
  return all
    .filter((other) => other.id !== seed.id)
    .flatMap((other) => {
      const there = other.channels.filter(({ id }) => shared.includes(id));
      const isIn = (id: string) =>
        there.some(({ members }) => members === 'everyone' || members.includes(id));
      return peopleOf(other).filter(({ id }) => isIn(id));
    });
}

function peopleOf(seed: Seed): Person[] {
  const { bot } = seed;
  const members = seed.people.map((person) => ({
    ...person,
    teamId: seed.id,
    handle: handleOf(person.name),
    isBot: false,
    // As they are now: both change.
    get groups() {
      return person.groups;
    },
    get deactivated() {
      return person.deactivated ?? false;
    },
  }));
  const app = {
    ...bot,
    teamId: seed.id,
    title: 'app',
    handle: handleOf(bot.name),
    timeZone: 'Etc/UTC',
    locale: 'en-US',
    isBot: true,
    deactivated: false,
  };
  return [...members, app];
}

function handleOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.');
}

function dmId(a: string, b: string): string {
  const digest = createHash('sha256').update([a, b].toSorted().join(' ')).digest('hex');
  return `D${digest.slice(0, 9).toUpperCase()}`;
}

function dmChannel(dm: { id: string; members: string[] }): Channel {
  return { ...dm, name: '', kind: 'im', archived: false, shared: false };
}
