import { slackSeed } from '../../sandbox/seed.ts';

const TEAM = slackSeed.id;
const [member, , moderator] = slackSeed.people.map(({ id }) => id);
const CHANNEL = slackSeed.channels[1]!.id;
const TRIAGE = slackSeed.channels.find(({ name }) => name === 'feedback-triage')!.id;

const event = (inner: object, id: string) => ({
  token: 'verification',
  team_id: TEAM,
  context_team_id: TEAM,
  api_app_id: slackSeed.bot.appId,
  type: 'event_callback',
  event_id: id,
  event_time: 1_795_000_000,
  authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: slackSeed.bot.id, is_bot: true }],
  is_ext_shared_channel: false,
  event: { event_ts: '1795000000.000100', ...inner },
});

const asked = (fields: object) => ({
  token: 'verification',
  api_app_id: slackSeed.bot.appId,
  team: { id: TEAM, domain: 'sandbox' },
  enterprise: null,
  is_enterprise_install: false,
  user: { id: moderator, username: 'mia', name: 'mia', team_id: TEAM },
  trigger_id: '1.2.abc',
  ...fields,
});

const message = {
  type: 'message',
  user: member,
  ts: '1795000000.000200',
  thread_ts: '1795000000.000100',
  text: 'It broke <https://example.com|again> <@U0MIA>',
  files: [
    { id: 'F1', name: 'a.png', mimetype: 'image/png', size: 3, url_private: 'https://files.slack.com/a' },
  ],
};

/** Everything Slack sends us as events: over HTTP as JSON, in Socket Mode in an envelope. */
export const slackEvents = [
  event(
    {
      type: 'reaction_added',
      user: moderator,
      reaction: 'triangular_flag_on_post',
      item: { type: 'message', channel: CHANNEL, ts: '1795000000.000100' },
      item_user: member,
    },
    'Ev1',
  ),
  event(
    {
      type: 'reaction_removed',
      user: moderator,
      reaction: 'triangular_flag_on_post::skin-tone-3',
      item: { type: 'message', channel: CHANNEL, ts: '1795000000.000100' },
    },
    'Ev2',
  ),
  event({ ...message, channel: CHANNEL, channel_type: 'channel' }, 'Ev3'),
  event({ ...message, channel: 'D0MEMBER', channel_type: 'im' }, 'Ev3D'),
  event(
    {
      type: 'message',
      subtype: 'message_changed',
      channel: CHANNEL,
      ts: '1795000001.000100',
      message: { ...message, edited: { user: member, ts: '1795000001.000000' } },
      previous_message: message,
    },
    'Ev4',
  ),
  event(
    {
      type: 'message',
      subtype: 'message_deleted',
      channel: CHANNEL,
      ts: '1795000001.000200',
      deleted_ts: '1795000000.000200',
      previous_message: message,
    },
    'Ev5',
  ),
  event({ type: 'member_joined_channel', user: slackSeed.bot.id, channel: CHANNEL, team: TEAM }, 'Ev6'),
  event({ type: 'app_home_opened', user: member, channel: 'D1', tab: 'home' }, 'Ev7'),
  event({ type: 'something_new', of: ['another', 'kind'] }, 'Ev8'),
  {
    type: 'app_rate_limited',
    team_id: TEAM,
    minute_rate_limited: 1_795_000_000,
    api_app_id: slackSeed.bot.appId,
  },
  { type: 'url_verification', challenge: 'abc', token: 'verification' },
];

/** Clicks, selects, forms and menus: JSON in a form's `payload`. */
export const slackInteractions = [
  asked({
    type: 'block_actions',
    channel: { id: TRIAGE, name: 'privategroup' },
    container: { type: 'message', message_ts: '1795000000.000300', channel_id: TRIAGE },
    message: { ts: '1795000000.000300', text: 'FB-1', user: slackSeed.bot.id, blocks: [] },
    response_url: 'https://hooks.slack.com/actions/T/1/a',
    actions: [
      { type: 'button', action_id: 'claim?case=FB-1', block_id: 'b', action_ts: '1795000001.1', value: 'x' },
    ],
  }),
  asked({
    type: 'block_actions',
    channel: { id: TRIAGE, name: 'privategroup' },
    message: { ts: '1795000000.000300', user: slackSeed.bot.id, blocks: [] },
    actions: [
      {
        type: 'static_select',
        action_id: 'route?case=FB-1&department=',
        block_id: 'b',
        action_ts: '1795000001.2',
        selected_option: { text: { type: 'plain_text', text: 'QA' }, value: 'qa' },
      },
    ],
  }),
  asked({
    type: 'view_submission',
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'note',
      private_metadata: JSON.stringify({ command: 'note', values: { case: 'FB-1' }, channelId: TRIAGE }),
      hash: '1.a',
      state: { values: { text: { text: { type: 'plain_text_input', value: 'they called' } } } },
      blocks: [],
    },
    response_urls: [],
  }),
  asked({
    type: 'message_action',
    callback_id: 'flag',
    channel: { id: CHANNEL, name: 'help' },
    message,
    message_ts: '1795000000.000200',
    response_url: 'https://hooks.slack.com/app/T/1/a',
  }),
  asked({
    type: 'view_closed',
    view: { id: 'V1', callback_id: 'note', state: { values: {} } },
    is_cleared: false,
  }),
  asked({ type: 'shortcut', callback_id: 'flag' }),
  asked({ type: 'block_suggestion', action_id: 'case', block_id: 'b', value: 'FB' }),
];

/** What people type: fields of a form. */
export const slackCommands = [
  '',
  'help',
  'claim FB-1',
  'note FB-1 "they called',
  'flag <https://x.slack.com/archives/C/p1>',
].map((text) => ({
  token: 'verification',
  team_id: TEAM,
  team_domain: 'sandbox',
  channel_id: TRIAGE,
  channel_name: 'privategroup',
  user_id: moderator,
  user_name: 'mia',
  command: '/feedback',
  text,
  api_app_id: slackSeed.bot.appId,
  is_enterprise_install: 'false',
  response_url: 'https://hooks.slack.com/commands/T/1/a',
  trigger_id: '1.2.abc',
}));
