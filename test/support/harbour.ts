import { slackSeed, type Seed } from '../../sandbox/seed.ts';
import type { PolicyChange } from './world.ts';

/** Channels of Slack Connect: both workspaces have them, and people of both are in them. */
export const SHARED = 'C0SHARED';
export const JOINT = 'C0JOINT';

const shared = [SHARED, JOINT].map((id) => ({
  id,
  name: id.slice(2).toLowerCase(),
  isPrivate: false,
  members: 'everyone' as const,
  shared: true,
}));

const theirs = (id: string) => id.replace(/^(.)0/, '$1H');

/** A second workspace of Slack, with the same people in it under other ids: `U0MIA` is `UHMIA` here. */
export const harbourSeed: Seed = {
  ...slackSeed,
  id: 'T0HARBOUR',
  name: 'Harbour Makers',
  bot: { ...slackSeed.bot, id: theirs(slackSeed.bot.id) },
  people: slackSeed.people.map((person) => ({
    ...person,
    id: theirs(person.id),
    name: `${person.name} of Harbour`,
    groups: person.groups.map(theirs),
  })),
  channels: [
    ...slackSeed.channels.map((channel) => ({
      ...channel,
      id: theirs(channel.id),
      members: channel.members === 'everyone' ? channel.members : channel.members.map(theirs),
    })),
    ...shared,
  ],
  groups: slackSeed.groups.map((group) => ({ ...group, id: theirs(group.id) })),
};

/** The usual workspace, with the channel that it shares. */
export const riversideSeed: Seed = {
  ...slackSeed,
  channels: [...slackSeed.channels, ...shared],
};

/** What hearback.yaml says of the second workspace. */
export const harbourPolicy: PolicyChange = [
  ['workspaces', 2],
  {
    id: 'slack:T0HARBOUR',
    name: 'Harbour Makers',
    watch: 'all',
    triage: 'CHTRIAGE',
    helpers: 'CHHELP',
    handler: 'UHMIA',
    roles: {
      flagger: { everyone: true },
      moderator: { groups: ['SHMODS'] },
      handler: { people: ['UHMIA'] },
      lead: { people: ['UHLENA'] },
      admin: { people: ['UHMIA'] },
    },
    departments: {
      qa: { name: 'QA', channel: 'CHQA', people: ['UHQUINN'] },
      support: { name: 'Support', channel: 'CHSUPPORT', people: ['UHSAM'] },
    },
  },
];
