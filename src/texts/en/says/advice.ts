/** What whoever runs Hearback has to do where a platform refuses something: told to staff, and in the log. Settings keep their names. */
export const advice = {
  /** By Slack's own codes: what is missing, and what is the matter. */
  slackNeeds: {
    invalid_auth: 'SLACK_BOT_TOKEN is not valid; copy it again from OAuth & Permissions',
    not_authed: 'SLACK_BOT_TOKEN is missing',
    account_inactive:
      'the app was removed from the workspace; install it again and set the new SLACK_BOT_TOKEN',
    token_revoked: 'the token was revoked; install the app again and set the new SLACK_BOT_TOKEN',
    token_expired: 'the token has expired; install the app again and set the new SLACK_BOT_TOKEN',
    not_allowed_token_type: 'SLACK_BOT_TOKEN must be a bot token (xoxb-…)',
    team_access_not_granted: 'the app has no access to this workspace; an organisation owner must grant it',
    no_permission: 'the workspace does not allow this to the app; ask an admin',
    restricted_action: 'a workspace setting forbids posting there; ask an admin',
    restricted_action_read_only_channel: 'the channel is read-only; allow the app to post in it',
    restricted_action_thread_only_channel: 'only threads are allowed in the channel; choose another one',
    restricted_action_non_threadable_channel: 'the channel allows no threads; choose another one',
    ekm_access_denied: 'the organisation has suspended access to its messages',
  },
  slack: {
    is_archived:
      'the channel is archived; unarchive it and invite the bot again, or name another one in hearback.yaml',
    message_not_found: 'the message was deleted',
    thread_not_found: 'the message the thread hung from was deleted',
    user_not_found: 'nobody has this id in the workspace',
    file_deleted: 'the file was deleted',
    messages_tab_disabled:
      'nobody can write with the app; switch on "Messages Tab" under App Home of the Slack app',
    cannot_dm_bot: 'this is a bot',
    user_disabled: 'the account was deactivated',
    user_not_visible: 'the app may not see this person; they are in another workspace',
    user_is_restricted: 'this is a guest, whom the app may not write to; an admin can allow it',
    cannot_reply_to_message: 'this kind of message takes no answers',
  },
  notInvited: (code: string) => `invite the bot to the channel: /invite @hearback (${code})`,
  scope: (scope: string) => `add the scope ${scope} (OAuth & Permissions) and reinstall the app`,
  /** In the place of a scope Slack does not name. */
  someScope: 'this needs',
  /** By Discord's own codes. */
  discord: {
    10003: 'the channel was deleted; name another one in hearback.yaml',
    10008: 'the message was deleted',
    10013: 'nobody has this id',
    40067: 'the forum takes no post without a tag; switch that off in its settings',
    40003: 'too many people were written to for the first time within minutes',
    50007: 'the person takes no direct messages from people of this server, or has blocked the bot',
    50278: 'the person and the bot are in no server together',
    160006: 'the server has too many active threads; close some of them',
    200000: 'AutoMod blocks the text; exempt the role of the bot in Server Settings → AutoMod',
    240000: 'the text has a link the server does not allow',
  },
  tokenRefused:
    'the bot token was refused. Copy a new one from the Developer Portal (your application → Bot → Reset Token) into DISCORD_TOKEN and restart.',
  grant: (permissions: string, where: string) =>
    `the bot needs ${permissions} in ${where}. Grant it to the bot's role in Server Settings → Roles, or in the channel under Edit Channel → Permissions.`,
  locked: (where: string, grant: string) => `${where} is locked: unlock it, or ${grant}`,
  contentOff:
    'Discord leaves out what people write. In the Developer Portal open your application → Bot → Privileged Gateway Intents, switch on "Message Content Intent", save, and restart Hearback.',
  notThere: (server: string) => `invite the bot to server ${server}: it is not there`,
  uninvited: (server: string) =>
    `the bot may not list its commands in server ${server}: invite it again with the scopes bot and applications.commands (Developer Portal → OAuth2 → URL Generator).`,
  /** In front of an id. */
  places: { channel: 'channel', server: 'server', thread: 'thread', forum: 'forum', dm: 'a direct message' },
  /** Of trackers. */
  unset: (name: string) => `${name} is not set in the environment`,
  tokenWrong: 'the token is wrong or has run out; make a new one',
  tokenMayNot: 'the token may not do this; let it read and write issues',
  noProject: (project: string) =>
    `the project ${project} is not there for this token; let its account browse the project and create issues`,
  noRepository: (repository: string) =>
    `${repository} is not there for this token; let the token read and write its issues, or correct the name`,
  renamed: (repository: string) => `${repository} was renamed or moved; write its new name in hearback.yaml`,
  issuesOff: (repository: string) => `${repository} has its issues switched off`,
  tooManyIssues: 'too many issues were made since to find ours among them',
  noTracker: 'it is no longer under issues in hearback.yaml',
  notForPrograms: 'the case is not for other programs any more',
  /** Of mail. */
  mailServer: 'The mail server',
  noAddress: (department: string) => `${department} has no address in hearback.yaml any more`,
  noMailSet: 'SMTP_URL and MAIL_FROM are not set',
  mailLogin: 'it does not let us in; look at user and password in SMTP_URL',
  mailCertificate: (code: string) => `its certificate is not valid: ${code}`,
  mailUnreached: 'it cannot be reached',
  mailboxLogin: 'user or password is wrong',
  mailboxSearch: 'the server refuses to search',
  switchedOff: 'it is switched off: its token is not set',
  /** Below a card whose files or picture the platform did not take. `needed` is what would have to be done. */
  filesOnce: (needed: string) => `With the files: ${needed}.`,
  filesRefused: 'Slack did not take the files.',
  pictureOnce: (needed: string) => `As a picture: ${needed}.`,
  pictureRefused: 'Slack did not take the picture.',
  attachFiles: 'the bot needs the permission "Attach Files" here',
};
