import { stringify } from 'yaml';

/**
 * Every scope of the bot token, with what it is for: all that the app needs, and nothing more. The manifest, `hearback init`,
 * `hearback check` and docs/connect.md are made from this list and the next; a test compares both with what the program calls and
 * hears.
 */
export const SCOPES = {
  'channels:history': 'read flagged messages and their threads in public channels',
  'channels:read': 'find the public channels the bot is in',
  'chat:write': 'post answers, cards and reminders',
  commands: '/feedback, and "Flag as feedback" in the menu of a message',
  'files:read': 'copy the files of a flagged message into the record',
  'files:write': 'show charts, and bring the files of a case to departments',
  'groups:history': 'read flagged messages and their threads in private channels',
  'groups:read': 'make sure that a channel is private before an internal card is posted',
  'im:history': 'hear what members answer to a private answer',
  'im:write': 'send reminders and private answers',
  'reactions:read': 'see flags',
  'reactions:write': 'put 👀 on a recorded message',
  'usergroups:read': 'roles for Slack user groups',
  'users:read': 'call people by their names',
} as const;

/** Every event the app asks Slack for. */
const EVENTS = [
  'app_home_opened',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'reaction_removed',
  'subteam_members_changed',
  'subteam_updated',
  'tokens_revoked',
  'user_change',
] as const;

/** Where Slack reaches an app over HTTP, behind the address of its server. */
export const HTTP_PATH = '/slack/events';

/** Where somebody installs the app in their workspace, and where Slack sends them back to. */
export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/**
 * The manifest of the Slack app, as Slack takes it under "From a manifest".
 * https://docs.slack.dev/reference/app-manifest
 * @param origin where Slack reaches us, such as `https://hearback.example.org`; null: Socket Mode, which needs no address
 * @param publicUrl where browsers reach us, for installing the app in several workspaces; null where that is not known
 */
export function slackManifest(origin: string | null, publicUrl: string | null = null): string {
  const address = origin === null ? null : `${origin}${HTTP_PATH}`;
  return stringify(
    {
      display_information: {
        name: 'Hearback',
        description: 'Every piece of feedback is heard, answered and followed up',
      },
      features: featuresAt(address),
      oauth_config: {
        ...(publicUrl !== null && { redirect_urls: [`${publicUrl}${REDIRECT_PATH}`] }),
        scopes: { bot: Object.keys(SCOPES) },
      },
      settings: {
        event_subscriptions: { ...(address && { request_url: address }), bot_events: [...EVENTS] },
        interactivity: { is_enabled: true, ...(address && { request_url: address }) },
        org_deploy_enabled: false,
        socket_mode_enabled: address === null,
        token_rotation_enabled: false,
      },
    },
    { lineWidth: 0 },
  );
}

function featuresAt(address: string | null) {
  return {
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    bot_user: { display_name: 'hearback', always_online: true },
    shortcuts: [
      {
        name: 'Flag as feedback',
        type: 'message',
        callback_id: 'flag',
        description: 'Records this message as feedback',
      },
    ],
    slash_commands: [
      {
        command: '/feedback',
        ...(address && { url: address }),
        description: 'Flag, answer and follow up feedback',
        usage_hint: 'help',
        should_escape: true,
      },
    ],
  };
}
