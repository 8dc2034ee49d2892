import type { ChannelInfo } from '../../chat/message.ts';
import { platformOf, type WorkspaceId } from '../../chat/ref.ts';

/** One community as it goes into hearback.yaml. */
export interface Community {
  id: WorkspaceId;
  name: string;
  triage: string;
  /** A public channel where the community helps one another; null: there is none. */
  helpers: string | null;
  departments: readonly { key: string; name: string; channel: string }[];
  /** Who works on cases, besides the handler. */
  moderators: { people: readonly string[]; groups: readonly string[] };
  /** Who is responsible for new cases, may do everything, and hears when a reminder was not enough. */
  handler: string;
}

/** The ids of hearback.example.yaml: what stands in a new file until somebody puts in their own. A test compares them with it. */
export const PLACEHOLDERS = {
  slack: { id: 'slack:T0123ABCD', name: 'Riverside Makers', triage: 'C0123TRIAG', handler: 'U0123MIA' },
  discord: {
    id: 'discord:1122334455667788990',
    name: 'Lantern Quest',
    triage: '1122334455667788003',
    handler: '1122334455667788201',
  },
} as const;

export type PlatformName = keyof typeof PLACEHOLDERS;
export const PLATFORM_NAMES = ['slack', 'discord'] as const satisfies readonly PlatformName[];

/** What somebody has said of a community, by a flag or an answer; what is left out is not known. */
export type Said = Partial<Omit<Community, 'departments' | 'moderators'>> &
  Partial<Pick<Community, 'departments' | 'moderators'>>;

/** A community with what is not known as in the example. */
export function completed(platform: PlatformName, said: Said): Community {
  return {
    helpers: null,
    departments: [],
    moderators: { people: [], groups: [] },
    ...PLACEHOLDERS[platform],
    ...said,
  };
}

/** What of a community is still the example's, in words for people. */
export function placeholdersIn(
  community: Pick<Community, 'id' | 'triage'> & { handler?: string | undefined },
): string[] {
  const { id, triage, handler } = PLACEHOLDERS[platformNameOf(community.id)];
  return [
    ...(community.id === id ? [`the id of the community (${id})`] : []),
    ...(community.triage === triage ? [`the triage channel (${triage})`] : []),
    ...(community.handler === handler ? [`whoever handles new cases (${handler})`] : []),
  ];
}

function platformNameOf(id: WorkspaceId): PlatformName {
  return platformOf(id) === 'discord' ? 'discord' : 'slack';
}

/** Departments whose channels are known by their names, by the keys the playbooks call them by. */
const DEPARTMENTS: Readonly<Record<string, { name: string; words: RegExp }>> = {
  qa: { name: 'QA', words: /^(qa|quality)$/ },
  support: { name: 'Support', words: /^(support|helpdesk)$/ },
  development: { name: 'Development', words: /^(development|dev|devs|engineering)$/ },
  finance: { name: 'Finance', words: /^(finance|billing|accounting)$/ },
  marketing: { name: 'Marketing', words: /^(marketing|comms)$/ },
};
const AROUND_THEM = /^(?:dept|department|team)[-_]|[-_](?:dept|department|team)$/;

const TRIAGE = [/triage/, /feedback/, /moderat|\bmods?\b/];
const HELPERS = [/community-help|help-forum/, /(?:^|[-_])(?:help|hjælp|aide|ajuda|questions)(?:$|[-_])/];

/** Which of the channels the bot is in are for what, as far as their names tell. */
export function guessed(channels: readonly ChannelInfo[]): Pick<Community, 'helpers' | 'departments'> & {
  triage: string | null;
} {
  const inside = channels.filter(({ isPrivate }) => isPrivate);
  const outside = channels.filter(({ isPrivate }) => !isPrivate);
  const triage = firstLike(inside, TRIAGE);
  return {
    triage,
    helpers: firstLike(outside, HELPERS),
    departments: departmentsIn(inside.filter(({ channelId }) => channelId !== triage)),
  };
}

/** Each department once, by the first channel that is called like it. */
function departmentsIn(channels: readonly ChannelInfo[]): Community['departments'] {
  return Object.entries(DEPARTMENTS).flatMap(([key, { name, words }]) => {
    const found = channels.find((channel) => words.test(channel.name.toLowerCase().replace(AROUND_THEM, '')));
    return found ? [{ key, name, channel: found.channelId }] : [];
  });
}

/** A department from a key somebody wrote or a channel's name. */
export function departmentNamed(written: string, channel: string): Community['departments'][number] {
  const bare = written.toLowerCase().replace(AROUND_THEM, '');
  const [key, known] =
    Object.entries(DEPARTMENTS).find(([name, { words }]) => name === bare || words.test(bare)) ?? [];
  if (key !== undefined && known) return { key, name: known.name, channel };
  const own =
    bare
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'team';
  return { key: own, name: own.charAt(0).toUpperCase() + own.slice(1).replaceAll('-', ' '), channel };
}

function firstLike(channels: readonly ChannelInfo[], likely: readonly RegExp[]): string | null {
  for (const each of likely) {
    const found = channels.find(({ name }) => each.test(name.toLowerCase()));
    if (found) return found.channelId;
  }
  return null;
}
