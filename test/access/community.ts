import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { TargetGone } from '../../src/errors.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { policy as sandbox, workspace as slack } from '../support/factories.ts';

// Two communities on one platform, in one policy. No real program has two Slack workspaces yet; the rules must hold as if.

export const HOME = 'slack:T0HOME';
export const OTHER = 'slack:T0OTHER';

/** Everybody of `HOME`, by what they are there; `foreigner` is admin of `OTHER` and nobody here. */
export const PEOPLE = {
  nobody: 'U0NOBODY',
  flagger: 'U0FLAGGER',
  moderator: 'U0MODERATOR',
  handler: 'U0HANDLER',
  department: 'U0QA',
  otherDepartment: 'U0SUPPORT',
  lead: 'U0LEAD',
  management: 'U0MANAGEMENT',
  admin: 'U0ADMIN',
  /** An admin whom a case is about. */
  accused: 'U0ACCUSED',
  /** Who said what the cases are about. */
  member: 'U0MEMBER',
  /** A moderator who said what one case is about. */
  self: 'U0SELF',
  /** Nobody but on cases they were added to. */
  reader: 'U0READER',
  foreigner: 'U0FOREIGN',
} as const;
export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];

const GROUPS: Partial<Record<Who, string[]>> = { moderator: ['S0MODS'], self: ['S0MODS'] };

export const CHANNELS = {
  open: 'C0OPEN',
  triage: 'C0TRIAGE',
  qa: 'C0QA',
  support: 'C0SUPPORT',
  secret: 'C0SECRET',
};

const nobody = { everyone: false, people: [] as string[], groups: [] as string[] };
const only = (...people: string[]) => ({ ...nobody, people });

const home: WorkspacePolicy = {
  ...slack,
  id: HOME,
  name: 'Home',
  triage: CHANNELS.triage,
  handler: PEOPLE.handler,
  roles: {
    flagger: only(PEOPLE.flagger),
    moderator: { ...nobody, groups: ['S0MODS'] },
    handler: only(PEOPLE.handler),
    lead: only(PEOPLE.lead),
    management: only(PEOPLE.management),
    admin: only(PEOPLE.admin, PEOPLE.accused),
  },
  departments: {
    qa: { name: 'QA', channel: CHANNELS.qa, cc: [], people: [PEOPLE.department], groups: [] },
    support: {
      name: 'Support',
      channel: CHANNELS.support,
      cc: [],
      people: [PEOPLE.otherDepartment],
      groups: [],
    },
  },
};

export const policy: Policy = {
  ...sandbox,
  issues: {
    tools: {
      type: 'github',
      tokenEnv: 'GH_TOKEN',
      repository: 'home/tools',
      apiUrl: 'https://api.github.com',
      labels: [],
      restricted: true,
    },
  },
  workspaces: [
    home,
    {
      ...home,
      id: OTHER,
      name: 'SECRET other community',
      triage: 'C9TRIAGE',
      handler: PEOPLE.foreigner,
      // A person who has left is still written down.
      roles: {
        ...home.roles,
        admin: only(PEOPLE.foreigner, PEOPLE.admin),
        lead: nobody,
        management: nobody,
        handler: nobody,
      },
      departments: {},
    },
  ],
};

/** Which private channels people are in. */
const MEMBERS: Record<string, string[]> = {
  [CHANNELS.triage]: [
    PEOPLE.moderator,
    PEOPLE.handler,
    PEOPLE.lead,
    PEOPLE.management,
    PEOPLE.admin,
    PEOPLE.accused,
  ],
  [CHANNELS.qa]: [PEOPLE.department, 'U0NEWINQA'],
  [CHANNELS.support]: [PEOPLE.otherDepartment],
  [CHANNELS.secret]: [PEOPLE.lead],
};

/** Messages that can be flagged. */
export const MESSAGES: Record<string, MessageSnapshot> = Object.fromEntries(
  [
    [CHANNELS.open, '1700000000.000100'],
    [CHANNELS.secret, '1700000000.000200'],
  ].map(([channelId = '', messageId = '']) => [
    `${channelId}/${messageId}`,
    {
      ref: { workspaceId: HOME, channelId, messageId },
      author: { userId: PEOPLE.member, name: 'Alma', isBot: false },
      text: 'SECRET words',
      postedAt: new Date('2026-11-22T09:00:00Z'),
      permalink: `https://home.example/archives/${channelId}/p${messageId.replace('.', '')}`,
      files: [],
    },
  ]),
);

const gone = () => new TargetGone('slack', 'not_found', null);

/** The far end of both communities, as far as commands ask it. What they do not ask it is not there. */
export const chat = new Proxy(
  {
    platform: 'slack',
    fetchPerson: async (workspaceId, userId) => {
      const who = EVERYBODY.find((each) => PEOPLE[each] === userId);
      if (!who && userId !== 'U0NEWINQA') throw gone();
      return {
        workspaceId,
        userId,
        name: who ?? userId,
        isBot: false,
        isMember: (who === 'foreigner') === (workspaceId === OTHER),
        groups: (who && GROUPS[who]) ?? [],
        timeZone: null,
        locale: null,
      };
    },
    fetchChannel: async (_workspaceId, channelId) => {
      if (!Object.values(CHANNELS).includes(channelId)) throw gone();
      return { channelId, name: channelId, isPrivate: channelId in MEMBERS };
    },
    canSee: async (workspaceId, channelId, userId) =>
      workspaceId === HOME &&
      Object.values(CHANNELS).includes(channelId) &&
      (MEMBERS[channelId]?.includes(userId) ?? true),
    fetchMessage: async ({ workspaceId, channelId, messageId }) => {
      const found = MESSAGES[`${channelId}/${messageId}`];
      if (!found || workspaceId !== HOME) throw gone();
      return found;
    },
    fetchContext: async () => [],
    fetchGroups: async () => [],
    parseLink: (workspaceId, link) => {
      const found = Object.values(MESSAGES).find(({ permalink }) => permalink === link);
      return workspaceId === HOME && found ? found.ref : null;
    },
  } satisfies Partial<ChatAdapter>,
  {
    get(target, name) {
      if (name in target) return target[name as keyof typeof target];
      throw new Error(`no command asks the platform for ${String(name)}`);
    },
  },
) as unknown as ChatAdapter;
