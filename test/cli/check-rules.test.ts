import { ChannelType, PermissionFlagsBits as May } from 'discord.js';
import { describe, expect, it } from '@jest/globals';
import { intentTroubles } from '../../src/adapters/discord/inspect-app.ts';
import { channelTroubles as onDiscord } from '../../src/adapters/discord/inspect.ts';
import { bitOf, inviteLink, PERMISSIONS, type Permission } from '../../src/adapters/discord/invite.ts';
import { channelTroubles as onSlack, missingScopes } from '../../src/adapters/slack/inspect.ts';
import { SCOPES } from '../../src/adapters/slack/manifest.ts';
import type { ChannelUse } from '../../src/chat/inspector.ts';
import { wayIn } from '../../src/cli/check/communities.ts';
import { channelsNamed, peopleNamed } from '../../src/cli/check/named.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { seenIn } from '../../src/queue/look-at-redis.ts';
import { recordIn } from '../../src/store/look-at-database.ts';
import { policyYaml } from '../policy/factory.ts';

// The rules of `hearback check`, without anybody to ask.

const USES: ChannelUse[] = ['internal', 'helpers', 'watched'];

describe('scopes of Slack', () => {
  it('that are all there are no trouble, more than that is none either', () => {
    expect(missingScopes([...Object.keys(SCOPES), 'team:read'])).toEqual([]);
  });

  it('that are missing are faults, besides those one can do without', () => {
    const troubles = missingScopes([]);
    expect(troubles).toHaveLength(Object.keys(SCOPES).length);
    const notes = troubles.filter(({ level }) => level === 'note').map(({ message }) => message);
    expect(notes).toEqual([
      expect.stringContaining('files:write'),
      expect.stringContaining('usergroups:read'),
    ]);
    for (const { message } of troubles)
      expect(message).toMatch(/is missing \(.+\); add it under .*Reinstall/);
  });
});

describe('a channel of Slack', () => {
  const well = {
    id: 'C1',
    name: 'mods',
    is_private: true,
    is_member: true,
    is_archived: false,
    is_ext_shared: false,
  };

  it.each<[string, Partial<typeof well>, ChannelUse, RegExp | null]>([
    ['a private one for cards', {}, 'internal', null],
    ['a public one for flags', { is_private: false }, 'watched', null],
    ['a private one for flags', {}, 'watched', null],
    ['a public one for helpers', { is_private: false }, 'helpers', null],
    ['a public one for cards', { is_private: false }, 'internal', /is public/],
    ['a private one for helpers', {}, 'helpers', /is private/],
    ['one without the bot', { is_member: false }, 'watched', /^the bot is not in #mods; type "\/invite/],
    ['a shared one for cards', { is_ext_shared: true }, 'internal', /is shared with another organisation/],
    ['a shared one for flags', { is_ext_shared: true }, 'watched', null],
    ['an archived one', { is_archived: true }, 'internal', /is archived; unarchive it/],
  ])('%s', (_, changed, use, message) => {
    const troubles = onSlack({ ...well, ...changed }, use);
    expect(troubles).toEqual(
      message === null ? [] : [{ level: 'fault', message: expect.stringMatching(message) }],
    );
  });
});

describe('a channel of Discord', () => {
  const all = (Object.keys(PERMISSIONS) as Permission[]).reduce((sum, each) => sum | bitOf(each), 0n);
  const text = { channelId: '1', name: 'mods', type: ChannelType.GuildText };

  it.each(USES)('is well for %s with what the invite link asks for, and nothing more', (use) => {
    const everyone = use === 'internal' ? 0n : May.ViewChannel;
    expect(onDiscord(text, { bot: all, everyone }, use)).toEqual([]);
    expect(inviteLink('1')).toContain(`permissions=${all}`);
  });

  it.each(USES)('names each permission that %s needs, and each that is needed is asked for', (use) => {
    const everyone = use === 'internal' ? 0n : May.ViewChannel;
    const [trouble] = onDiscord(text, { bot: 0n, everyone }, use);
    expect(trouble).toEqual({ level: 'fault', message: expect.stringContaining('VIEW_CHANNEL') });
  });

  it('can do without files', () => {
    const bot = all & ~May.AttachFiles;
    expect(onDiscord(text, { bot, everyone: 0n }, 'internal')).toEqual([
      { level: 'note', message: expect.stringContaining('ATTACH_FILES') },
    ]);
  });

  it('is refused where everybody would read cards, where helpers see nothing, and where nobody writes', () => {
    expect(onDiscord(text, { bot: all, everyone: May.ViewChannel }, 'internal')).toEqual([
      {
        level: 'fault',
        message: expect.stringMatching(/#mods is public.*take "View Channel" from @everyone/),
      },
    ]);
    expect(onDiscord(text, { bot: all, everyone: 0n }, 'helpers')).toEqual([
      { level: 'fault', message: expect.stringContaining('is private') },
    ]);
    const category = { ...text, type: ChannelType.GuildCategory };
    expect(onDiscord(category, { bot: all, everyone: 0n }, 'internal')).toEqual([
      { level: 'fault', message: expect.stringContaining('name a text channel') },
    ]);
  });

  it.each([
    [(1 << 19) | (1 << 15), []],
    [(1 << 18) | (1 << 14), []],
    [1 << 19, ['note']],
    [0, ['fault', 'note']],
  ])('flags %d of the application', (flags, levels) => {
    expect(intentTroubles(flags).map(({ level }) => level)).toEqual(levels);
  });
});

describe('what a policy names', () => {
  const yaml = policyYaml({
    workspace: `    triage: C1
    management: C2
    watch: [C3]
    handler: U1
    roles: { handler: { people: [U1] }, lead: { people: [U2] } }
    departments:
      qa: { name: QA, channel: C5, cc: [C6], people: [U2, U3] }
      far: { name: Far, workspace: "discord:9", channel: "7", people: ["8"] }
    digests: [{ name: Team, channel: C8 }]`,
    more: `  - id: discord:9
    name: Lantern
    triage: "1"
    roles: { flagger: { everyone: true } }`,
  });
  const [workspace] = parsePolicy(yaml, 'hearback.yaml', null).workspaces;

  it('is every channel with what it is for, in the workspace it is in', () => {
    const named = channelsNamed(workspace!, 0).map((each) => [
      each.workspaceId,
      each.channelId,
      each.use,
      each.path.slice(2).join('.'),
    ]);
    expect(named).toEqual([
      ['slack:T1', 'C1', 'internal', 'triage'],
      ['slack:T1', 'C2', 'internal', 'management'],
      ['slack:T1', 'C3', 'watched', 'watch.0'],
      ['slack:T1', 'C5', 'internal', 'departments.qa.channel'],
      ['slack:T1', 'C6', 'internal', 'departments.qa.cc.0'],
      ['discord:9', '7', 'internal', 'departments.far.channel'],
      ['slack:T1', 'C8', 'internal', 'digests.0.channel'],
    ]);
  });

  it('is every person once', () => {
    expect(peopleNamed(workspace!, 0).map(({ workspaceId, userId }) => [workspaceId, userId])).toEqual([
      ['slack:T1', 'U1'],
      ['slack:T1', 'U2'],
      ['slack:T1', 'U3'],
      ['discord:9', '8'],
    ]);
  });
});

describe('the way to a community', () => {
  const app = { communities: [{ id: 'slack:T1', name: 'One' }], inviteUrl: null, troubles: [] };

  it.each([
    ['slack:T1', { app }, null],
    ['slack:T2', { app }, /reaches slack:T1 \(One\), not slack:T2; correct the id, or install/],
    [
      'discord:2',
      { app: { ...app, communities: [], inviteUrl: 'https://x' } },
      /reaches no community yet, .*https:\/\/x/,
    ],
    ['slack:T1', { app: { ...app, communities: null } }, /did not let us in/],
    ['discord:2', null, /^DISCORD_TOKEN is not set/],
  ])('%s', (id, reached, message) => {
    const said = wayIn(id, reached);
    if (message === null) expect(said).toBeNull();
    else expect(said).toMatch(message);
  });
});

describe('servers', () => {
  it.each([
    [[], 'none'],
    [['1'], 'older'],
    [['1', '2'], 'current'],
    [['1', '2', '3'], 'newer'],
  ])('a database with the migrations %j', (applied, record) => {
    expect(recordIn(applied, ['1', '2'])).toBe(record);
  });

  it('a Redis that is too old, one that throws away, and one that is well', () => {
    const info = (version: string, policy: string) =>
      `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`;
    expect(seenIn(info('7.2.4', 'noeviction'))).toEqual({ version: '7.2.4', problem: null, notes: [] });
    expect(seenIn(info('5.0.3', 'noeviction')).problem).toContain('too old');
    expect(seenIn(info('7.2.4', 'allkeys-lru')).notes).toEqual([
      expect.stringContaining('maxmemory-policy noeviction'),
    ]);
  });
});
