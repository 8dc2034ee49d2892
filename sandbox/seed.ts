/* oxlint-disable max-lines -- two tables of people and channels, which only formatting makes long */
/** The two communities a newcomer finds, and the tokens of the app in them. */
export interface Seed {
  id: string;
  name: string;
  bot: { id: string; appId: string; name: string; groups: string[] };
  people: {
    id: string;
    name: string;
    title: string;
    groups: string[];
    timeZone: string;
    locale: string;
    deactivated?: boolean;
  }[];
  channels: {
    id: string;
    name: string;
    isPrivate: boolean;
    members: 'everyone' | string[];
    archived?: boolean;
    /** Slack: another workspace has the channel of this id too (Slack Connect). */
    shared?: boolean;
    /** A Discord forum: its posts are threads. */
    forum?: boolean;
  }[];
  /** Slack user groups, Discord roles. */
  groups: { id: string; name: string }[];
}

export const SLACK_BOT_TOKEN = 'xoxb-sandbox-hearback';
export const SLACK_APP_TOKEN = 'xapp-sandbox-hearback';
export const SLACK_SIGNING_SECRET = 'sandbox-signing-secret';
export const SLACK_CLIENT_ID = '4332229.100';
export const SLACK_CLIENT_SECRET = 'sandbox-client-secret';
export const DISCORD_TOKEN = 'sandbox.discord.token';

export const slackSeed: Seed = {
  id: 'T0RIVERSIDE',
  name: 'Riverside Makers',
  bot: { id: 'U0HEARBACK', appId: 'A0HEARBACK', name: 'hearback', groups: [] },
  people: [
    {
      id: 'U0ALMA',
      name: 'Alma Berg',
      title: 'member',
      groups: [],
      timeZone: 'Europe/Copenhagen',
      locale: 'en-US',
    },
    {
      id: 'U0TOMAS',
      name: 'Tomás Ribeiro',
      title: 'member',
      groups: [],
      timeZone: 'Europe/Lisbon',
      locale: 'en-US',
    },
    {
      id: 'U0MIA',
      name: 'Mia Holm',
      title: 'community manager',
      groups: ['S0MODS'],
      timeZone: 'Europe/Copenhagen',
      locale: 'en-US',
    },
    {
      id: 'U0VICTOR',
      name: 'Victor Lang',
      title: 'volunteer moderator',
      groups: ['S0MODS'],
      timeZone: 'Europe/Paris',
      locale: 'en-US',
    },
    {
      id: 'U0QUINN',
      name: 'Quinn Patel',
      title: 'quality assurance',
      groups: [],
      timeZone: 'Europe/London',
      locale: 'en-US',
    },
    {
      id: 'U0SAM',
      name: 'Sam Okoro',
      title: 'support',
      groups: [],
      timeZone: 'Europe/London',
      locale: 'en-US',
    },
    {
      id: 'U0LENA',
      name: 'Lena Moreau',
      title: 'lead',
      groups: [],
      timeZone: 'Europe/Paris',
      locale: 'en-US',
    },
  ],
  channels: [
    { id: 'C0GENERAL', name: 'general', isPrivate: false, members: 'everyone' },
    { id: 'C0PRODUCT', name: 'product-talk', isPrivate: false, members: 'everyone' },
    {
      id: 'C0TRIAGE',
      name: 'feedback-triage',
      isPrivate: true,
      members: ['U0HEARBACK', 'U0MIA', 'U0VICTOR', 'U0LENA'],
    },
    { id: 'C0QA', name: 'dept-qa', isPrivate: true, members: ['U0HEARBACK', 'U0QUINN', 'U0LENA'] },
    { id: 'C0SUPPORT', name: 'dept-support', isPrivate: true, members: ['U0HEARBACK', 'U0SAM', 'U0LENA'] },
    { id: 'C0LEADS', name: 'leads', isPrivate: true, members: ['U0HEARBACK', 'U0LENA'] },
    { id: 'C0OFFTOPIC', name: 'no-bots-here', isPrivate: false, members: ['U0ALMA', 'U0TOMAS', 'U0MIA'] },
    { id: 'C0HELP', name: 'community-help', isPrivate: false, members: 'everyone' },
  ],
  groups: [{ id: 'S0MODS', name: 'moderators' }],
};

export const discordSeed: Seed = {
  id: '1100000000000000001',
  name: 'Lantern Quest',
  bot: { id: '1100000000000000100', appId: '1100000000000000100', name: 'Hearback', groups: [] },
  people: [
    {
      id: '1100000000000000101',
      name: 'Kasper Lind',
      title: 'member',
      groups: [],
      timeZone: '',
      locale: 'en-US',
    },
    {
      id: '1100000000000000102',
      name: 'Inês Duarte',
      title: 'member',
      groups: [],
      timeZone: '',
      locale: 'en-US',
    },
    {
      id: '1100000000000000103',
      name: 'Nora Finch',
      title: 'community manager',
      groups: ['1100000000000000301'],
      timeZone: '',
      locale: 'en-US',
    },
    {
      id: '1100000000000000104',
      name: 'Bo Jensen',
      title: 'volunteer moderator',
      groups: ['1100000000000000301'],
      timeZone: '',
      locale: 'en-US',
    },
    {
      id: '1100000000000000105',
      name: 'Yuki Tan',
      title: 'quality assurance',
      groups: ['1100000000000000302'],
      timeZone: '',
      locale: 'en-US',
    },
    {
      id: '1100000000000000106',
      name: 'Ravi Menon',
      title: 'support',
      groups: ['1100000000000000303'],
      timeZone: '',
      locale: 'en-US',
    },
    {
      id: '1100000000000000107',
      name: 'Claire Dubois',
      title: 'lead',
      groups: ['1100000000000000304'],
      timeZone: '',
      locale: 'en-US',
    },
  ],
  channels: [
    { id: '1100000000000000201', name: 'general', isPrivate: false, members: 'everyone' },
    { id: '1100000000000000202', name: 'game-feedback', isPrivate: false, members: 'everyone' },
    {
      id: '1100000000000000203',
      name: 'feedback-triage',
      isPrivate: true,
      members: ['1100000000000000100', '1100000000000000103', '1100000000000000104', '1100000000000000107'],
    },
    {
      id: '1100000000000000204',
      name: 'dept-qa',
      isPrivate: true,
      members: ['1100000000000000100', '1100000000000000105', '1100000000000000107'],
    },
    {
      id: '1100000000000000205',
      name: 'dept-support',
      isPrivate: true,
      members: ['1100000000000000100', '1100000000000000106', '1100000000000000107'],
    },
    {
      id: '1100000000000000206',
      name: 'leads',
      isPrivate: true,
      members: ['1100000000000000100', '1100000000000000107'],
    },
    {
      id: '1100000000000000207',
      name: 'no-bots-here',
      isPrivate: false,
      members: ['1100000000000000101', '1100000000000000102', '1100000000000000103'],
    },
    { id: '1100000000000000208', name: 'help-forum', isPrivate: false, members: 'everyone', forum: true },
  ],
  groups: [
    { id: '1100000000000000301', name: 'Moderators' },
    { id: '1100000000000000302', name: 'QA' },
    { id: '1100000000000000303', name: 'Support' },
    { id: '1100000000000000304', name: 'Leads' },
  ],
};
