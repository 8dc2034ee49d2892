import { describe, expect, it } from '@jest/globals';
import { PermissionFlagsBits } from 'discord.js';
import { parse } from 'yaml';
import { inviteLink, PERMISSIONS, PRIVILEGED_INTENTS } from '../src/adapters/discord/invite.ts';
import { invocationOf } from '../src/adapters/slack/action-ids.ts';
import { HTTP_PATH, slackManifest } from '../src/adapters/slack/manifest.ts';
import { commands } from '../src/commands/index.ts';
import { blocks, found, read, source } from './support/documents.ts';

interface Manifest {
  features: {
    shortcuts: { type: string; callback_id: string }[];
    slash_commands: { command: string; url?: string; should_escape: boolean }[];
    app_home: { messages_tab_enabled: boolean };
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url?: string };
    socket_mode_enabled: boolean;
  };
}

/**
 * The scopes each method of Slack's takes, for the kinds of conversations we use it in.
 * https://docs.slack.dev/reference/methods
 */
const SCOPES_OF: Record<string, string[]> = {
  'auth.revoke': [],
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Direct messages: to look up whether one arrived.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'reactions.get': ['reactions:read'],
  'reactions.remove': ['reactions:write'],
  'usergroups.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
};

/** What Slack has to be asked for so that an event arrives, and the scopes that takes. */
const SUBSCRIPTIONS_OF: Record<string, Record<string, string | null>> = {
  // A switch of the app's settings (`home_tab_enabled`), and no scope.
  app_home_opened: { app_home_opened: null },
  app_uninstalled: { app_uninstalled: null },
  message: {
    'message.channels': 'channels:history',
    'message.groups': 'groups:history',
    'message.im': 'im:history',
  },
  reaction_added: { reaction_added: 'reactions:read' },
  reaction_removed: { reaction_removed: 'reactions:read' },
  subteam_members_changed: { subteam_members_changed: 'usergroups:read' },
  subteam_updated: { subteam_updated: 'usergroups:read' },
  tokens_revoked: { tokens_revoked: null },
  user_change: { user_change: 'users:read' },
};

describe('the Slack manifests in docs/connect.md', () => {
  const slack = source('src/adapters/slack');
  // The clients are called `read`, `ask`, `post` or `client` wherever they are used.
  const called = found(/\b(?:read|ask|post|client)\.([a-z]+\.[a-zA-Z]+)\(/g, slack);
  // Bolt's `app.event('message', …)`, or `app.event(type, …)` in a loop over a list.
  const heard = [
    ...found(/app\.event\('(\w+)'/g, slack),
    ...found(/'(\w+)'/g, /const type of \[(.+?)\]/.exec(slack)?.[1] ?? ''),
  ].toSorted();
  const shown = blocks('docs/connect.md', 'yaml');
  const manifests = shown.map((text) => parse(text) as Manifest);
  const [socketMode, http] = manifests;

  it('are those that hearback init writes', () => {
    expect(shown).toEqual([slackManifest(null), slackManifest('https://hearback.example.org')]);
  });

  it('are two: Socket Mode, and HTTP with our one address in every place that needs it', () => {
    expect(manifests).toHaveLength(2);
    expect(socketMode?.settings.socket_mode_enabled).toBe(true);
    expect(read('docs/connect.md').split('```yaml')[1]).not.toContain('url:');

    const { settings, features } = http!;
    expect(settings.socket_mode_enabled).toBe(false);
    const addresses = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      features.slash_commands[0]?.url,
    ];
    expect(addresses).toEqual(Array.from({ length: 3 }, () => `https://hearback.example.org${HTTP_PATH}`));
  });

  it('are the same in all else', () => {
    const bare = ({ settings, features, ...rest }: Manifest) => ({
      ...rest,
      events: settings.event_subscriptions.bot_events,
      features: {
        ...features,
        slash_commands: features.slash_commands.map((command) => ({ ...command, url: undefined })),
      },
    });

    expect(bare(http!)).toEqual(bare(socketMode!));
  });

  it('ask for the events we listen to, and no other', () => {
    expect(heard).toEqual(Object.keys(SUBSCRIPTIONS_OF).toSorted());
    const wanted = heard.flatMap((event) => Object.keys(SUBSCRIPTIONS_OF[event] ?? {})).toSorted();

    expect(socketMode?.settings.event_subscriptions.bot_events).toEqual(wanted);
  });

  it('ask for the scopes of the methods we call, and no other', () => {
    expect(called).toEqual(Object.keys(SCOPES_OF).toSorted());
    const ofMethods = called.flatMap((method) => SCOPES_OF[method] ?? []);
    const ofEvents = heard
      .flatMap((event) => Object.values(SUBSCRIPTIONS_OF[event] ?? {}))
      .flatMap((scope) => scope ?? []);
    const wanted = [...new Set(['commands', ...ofMethods, ...ofEvents])].toSorted();

    expect(socketMode?.oauth_config.scopes.bot).toEqual(wanted);
  });

  it('are explained, every scope and event', () => {
    const part = read('docs/connect.md').split('### Why each scope')[1]!.split('###')[0]!;
    const firstColumn = [...part.matchAll(/^\| (`.+?) \|/gm)].map(([, names]) => names).join();
    const { oauth_config: oauth, settings } = socketMode!;

    expect(found(/`([^`]+)`/g, firstColumn)).toEqual(
      [...oauth.scopes.bot, ...settings.event_subscriptions.bot_events].toSorted(),
    );
  });

  it('have a menu entry, a command and a way to people that the program understands', () => {
    const { features, settings } = socketMode!;
    const invoked = features.shortcuts.map(({ callback_id: id }) => invocationOf(id, null)?.command);

    expect(features.shortcuts.map(({ type }) => type)).toEqual(['message']);
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(invoked));
    expect(features.slash_commands).toMatchObject([{ command: '/feedback', should_escape: true }]);
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(features.app_home.messages_tab_enabled).toBe(true);
  });
});

describe("Discord's rights in docs/connect.md", () => {
  const text = read('docs/connect.md');
  const rows = [...text.matchAll(/^\| .+ \(`([A-Z_]+)`\) \| (\d+) \|/gm)].map(([, name = '', bit]) => ({
    name,
    bit: Number(bit),
  }));
  const flagOf = (name: string) =>
    PermissionFlagsBits[pascal(name) as keyof typeof PermissionFlagsBits] as bigint | undefined;

  it('are what the adapter names as needed, and no other', () => {
    // Every call says in capitals what it needs. Only for locked threads, of which the document says so: MANAGE_THREADS.
    const needed = found(/'([A-Z]+_[A-Z_]+)'/g, source('src/adapters/discord')).filter(
      (name) => flagOf(name) !== undefined && name !== 'MANAGE_THREADS',
    );

    expect(needed.length).toBeGreaterThan(3);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(needed);
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual(needed);
  });

  it('add up to the number in the invite link', () => {
    for (const { name, bit } of rows) expect(flagOf(name)).toBe(1n << BigInt(bit));
    const sum = rows.reduce((total, { bit }) => total | (1n << BigInt(bit)), 0n);

    expect(found(/permissions=(\d+)/g, text)).toEqual([String(sum)]);
    expect(text).toContain(inviteLink('APPLICATION_ID'));
    expect(text).toContain(`\`${sum}\` is exactly`);
  });

  it('have every intent', () => {
    const asked = found(/GatewayIntentBits\.(\w+)/g, source('src/adapters/discord'));
    const documented = [...text.matchAll(/^\| ([A-Z][\w ]+) \| (?:no|\*\*yes\*\*) \|/gm)].map(
      ([, name = '']) => name.replaceAll(' ', ''),
    );

    expect(documented.toSorted()).toEqual(asked);
    for (const name of Object.keys(PRIVILEGED_INTENTS)) expect(text).toContain(`${name}**`);
  });
});

function pascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
