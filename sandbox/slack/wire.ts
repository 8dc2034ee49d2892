import type { Channel, Directory, Person } from './directory.ts';
import type { Messages } from './messages.ts';
import type { Json, StoredFile, StoredMessage } from './types.ts';

/** Stands for the emulator's own address, which is known only when somebody has called it. See origin.ts. */
export const ORIGIN = 'http://slack.sandbox.invalid';

/** Slack names only some of many people who reacted, without saying how many; here so few that it is noticed. */
const USERS_LISTED = 3;

/** Slack's own user, who signs what is no longer there. */
const SLACKBOT = 'USLACKBOT';

/** The objects of Slack's API: message, user, channel, file. */
export interface Wire {
  /** @param withMetadata Slack gives metadata only to those who ask for it. */
  message(message: StoredMessage, withMetadata?: boolean): Json;
  user(person: Person, withLocale?: boolean): Json;
  channel(channel: Channel): Json;
  file(file: StoredFile): Json;
  permalink(message: StoredMessage): string;
}

export function createWire(directory: Directory, messages: Messages): Wire {
  const { teamId, bot } = directory;

  const file = (stored: StoredFile): Json => {
    const address = `${ORIGIN}/slack/files/${stored.id}/${encodeURIComponent(stored.name)}`;
    return {
      id: stored.id,
      created: stored.createdAt,
      timestamp: stored.createdAt,
      name: stored.name,
      title: stored.title ?? stored.name,
      // Empty until Slack has looked through it.
      mimetype: (stored.upload?.readyAt ?? 0) > Date.now() ? '' : stored.mime,
      filetype: stored.name.split('.').at(-1) ?? '',
      pretty_type: stored.mime,
      user: stored.user,
      user_team: teamId,
      size: Buffer.byteLength(stored.base64, 'base64'),
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: directory.channel(stored.channel)?.kind === 'channel',
      public_url_shared: false,
      file_access: 'visible',
      url_private: address,
      url_private_download: address,
      permalink: address,
    };
  };

  const threadFields = (message: StoredMessage): Json => {
    const replies = messages.replies(message.channel, message.ts);
    if (message.thread !== null) {
      const parent = messages.get(message.channel, message.thread);
      return { thread_ts: message.thread, ...(parent ? { parent_user_id: parent.user } : {}) };
    }
    if (replies.length === 0) return {};
    const users = [...new Set(replies.map((reply) => reply.user))];
    return {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users_count: users.length,
      reply_users: users.slice(0, 5),
      latest_reply: replies.at(-1)?.ts,
      is_locked: false,
      subscribed: replies.some((reply) => reply.user === bot.id),
    };
  };

  const authored = (message: StoredMessage): Json =>
    message.user === bot.id
      ? {
          bot_id: bot.botId,
          app_id: bot.appId,
          bot_profile: {
            id: bot.botId,
            app_id: bot.appId,
            name: directory.person(bot.id)?.name,
            deleted: false,
            team_id: teamId,
          },
        }
      : {};

  return {
    file,
    message: (message, withMetadata = false) =>
      message.tombstone
        ? {
            type: 'message',
            subtype: 'tombstone',
            text: 'This message was deleted.',
            user: SLACKBOT,
            hidden: true,
            ts: message.ts,
            ...threadFields(message),
            thread_ts: message.ts,
          }
        : {
            type: 'message',
            ...subtypeOf(message),
            user: message.user,
            team: teamId,
            ts: message.ts,
            text: message.text,
            ...authored(message),
            blocks: blocksOf(message),
            ...(message.attachments ? { attachments: message.attachments } : {}),
            ...(message.edited ? { edited: message.edited } : {}),
            ...(message.files.length
              ? { files: message.files.flatMap((id) => messages.file(id) ?? []).map(file), upload: false }
              : {}),
            ...(message.reactions.length
              ? {
                  reactions: message.reactions.map(({ name, users }) => ({
                    name,
                    users: users.slice(0, USERS_LISTED),
                    count: users.length,
                  })),
                }
              : {}),
            ...threadFields(message),
            ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
          },

    user: (person, withLocale = false) => ({
      id: person.id,
      team_id: person.teamId,
      name: person.handle,
      deleted: person.deactivated,
      real_name: person.name,
      ...zoneOf(person.timeZone),
      profile: {
        real_name: person.name,
        real_name_normalized: person.name,
        // Many people never choose one; the real name is shown then.
        display_name: person.isBot ? '' : displayName(person, directory),
        ...(person.isBot ? { bot_id: bot.botId, api_app_id: bot.appId } : { title: person.title }),
        team: person.teamId,
      },
      ...(person.teamId === teamId ? {} : { is_stranger: true }),
      is_admin: false,
      is_owner: false,
      is_restricted: false,
      is_ultra_restricted: false,
      is_bot: person.isBot,
      is_app_user: false,
      updated: 1_700_000_000,
      ...(withLocale ? { locale: person.locale } : {}),
    }),

    channel: (channel) => ({
      id: channel.id,
      created: 1_700_000_000,
      is_archived: channel.archived,
      is_im: channel.kind === 'im',
      is_mpim: false,
      is_org_shared: false,
      is_shared: channel.shared,
      is_ext_shared: channel.shared,
      context_team_id: teamId,
      ...(channel.kind === 'im'
        ? { user: channel.members.find((member) => member !== bot.id) ?? bot.id }
        : {
            name: channel.name,
            name_normalized: channel.name,
            is_channel: channel.kind === 'channel',
            is_group: channel.kind === 'group',
            is_private: channel.kind === 'group',
            is_general: channel.name === 'general',
            is_member: channel.members.includes(bot.id),
            num_members: channel.members.length,
            topic: { value: '', creator: '', last_set: 0 },
            purpose: { value: '', creator: '', last_set: 0 },
          }),
    }),

    permalink: (message) => {
      const thread = message.thread === null ? '' : `?thread_ts=${message.thread}&cid=${message.channel}`;
      return `${ORIGIN}/slack/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
    },
  };
}

function subtypeOf(message: StoredMessage): Json {
  if (message.broadcast) return { subtype: 'thread_broadcast' };
  return message.files.length ? { subtype: 'file_share' } : {};
}

/** Slack gives every block an id, and what people type comes as rich text besides. */
function blocksOf(message: StoredMessage): Json[] {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: message.text }] };
  return withBlockIds(message.blocks ?? (message.text ? [{ type: 'rich_text', elements: [section] }] : []));
}

/** The blocks with an id each; the ones the app gave are kept. */
export function withBlockIds(blocks: Json[]): Json[] {
  return blocks.map((block, index) => ({ ...block, block_id: block['block_id'] ?? `b${index}` }));
}

function displayName(person: Person, directory: Directory): string {
  return directory.people().indexOf(person) % 3 === 2 ? '' : person.name;
}

function zoneOf(timeZone: string): Json {
  const part = (timeZoneName: 'longOffset' | 'long') =>
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(part('longOffset')) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60;
  return { tz: timeZone, tz_label: part('long'), tz_offset: sign === '-' ? -offset : offset };
}
