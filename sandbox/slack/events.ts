import type { Channel, Directory } from './directory.ts';
import type { Faults } from './faults.ts';
import type { Mint } from './mint.ts';
import type { Outgoing } from './outgoing.ts';
import type { Json, StoredMessage } from './types.ts';
import type { Wire } from './wire.ts';

/** Tells the app what happened, where it may know it: in the channels it is in, with the scope the event needs. */
export interface Events {
  posted(message: StoredMessage): void;
  /** Also for what Slack does to the root of a thread that is deleted. */
  changed(message: StoredMessage, previous: StoredMessage): void;
  deleted(previous: StoredMessage): void;
  reacted(message: StoredMessage, user: string, reaction: string, present: boolean): void;
  /** Somebody opens the app's Home tab. Slack tells it of every app that has one. */
  homeOpened(user: string, channel: string, view: Json | null): void;
  /** About the app itself, which needs no scope, nor a good token. */
  ofApp(event: Json): void;
  /** About the workspace and no channel, to an app with this scope. `make` gets the moment of it. */
  ofWorkspace(scope: string, make: (ts: string) => Json): void;
}

/** In whose name the app hears of something. */
export interface Speaker {
  teamId: string;
  botId: string;
}

/** What it takes to read a conversation, by its kind. */
export const HISTORY_SCOPE = {
  channel: 'channels:history',
  group: 'groups:history',
  im: 'im:history',
} as const;

export function createEvents(deps: {
  directory: Directory;
  wire: Wire;
  mint: Mint;
  faults: Faults;
  outgoing: Outgoing;
  /** Null where the app is not installed. @param channel null: the workspace itself */
  speakerFor(channel: string | null): Speaker | null;
}): Events {
  const { directory, wire, mint, faults, outgoing, speakerFor } = deps;
  const { teamId, bot } = directory;

  const tell = (
    channelId: string,
    scope: (channel: Channel) => string,
    event: (ts: string, channel: Channel) => Json,
  ) => {
    const channel = directory.channel(channelId);
    if (!channel || !(channel.shared || channel.members.includes(bot.id))) return;
    send(scope(channel), (ts) => event(ts, channel), channel);
  };
  const send = (scope: string | null, event: (ts: string) => Json, channel: Channel | null = null) => {
    const speaker = speakerFor(channel?.id ?? null);
    if (speaker) sendAs(speaker, scope, event, channel?.shared ?? false);
  };
  const sendAs = (speaker: Speaker, scope: string | null, event: (ts: string) => Json, isShared: boolean) => {
    if (scope !== null && faults.lacksScope(scope)) return;
    const ts = mint.ts();
    const leftOut = faults.takeLeftOut();
    if (leftOut === 'first')
      outgoing.event({
        token: 'verification',
        type: 'app_rate_limited',
        team_id: teamId,
        minute_rate_limited: Math.floor(Number(ts) / 60) * 60,
        api_app_id: bot.appId,
      });
    if (leftOut) return;
    outgoing.event({
      token: 'verification',
      team_id: teamId,
      context_team_id: speaker.teamId,
      context_enterprise_id: null,
      api_app_id: bot.appId,
      event: event(ts),
      type: 'event_callback',
      event_id: mint.id('Ev'),
      event_time: Math.floor(Number(ts)),
      authorizations: [
        {
          enterprise_id: null,
          team_id: speaker.teamId,
          user_id: speaker.botId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: isShared,
      event_context: mint.id('4-'),
    });
  };

  return {
    posted: (message) =>
      tell(message.channel, readable, (_, { kind }) => ({
        ...wire.message(message),
        channel: message.channel,
        event_ts: message.ts,
        channel_type: kind,
      })),
    changed: (message, previous) =>
      tell(message.channel, readable, (ts, { kind }) => ({
        type: 'message',
        subtype: 'message_changed',
        message: wire.message(message),
        previous_message: wire.message(previous),
        channel: message.channel,
        hidden: true,
        ts,
        event_ts: ts,
        channel_type: kind,
      })),
    deleted: (previous) =>
      tell(previous.channel, readable, (ts, { kind }) => ({
        type: 'message',
        subtype: 'message_deleted',
        previous_message: wire.message(previous),
        channel: previous.channel,
        hidden: true,
        deleted_ts: previous.ts,
        ts,
        event_ts: ts,
        channel_type: kind,
      })),
    reacted: (message, user, reaction, present) =>
      tell(
        message.channel,
        () => 'reactions:read',
        (ts) => ({
          type: present ? 'reaction_added' : 'reaction_removed',
          user,
          reaction,
          item: { type: 'message', channel: message.channel, ts: message.ts },
          item_user: message.user,
          event_ts: ts,
        }),
      ),
    homeOpened: (user, channel, view) =>
      send(null, (ts) => ({
        type: 'app_home_opened',
        user,
        channel,
        tab: 'home',
        ...(view && { view }),
        event_ts: ts,
      })),
    ofApp: (event) => sendAs({ teamId, botId: bot.id }, null, (ts) => ({ ...event, event_ts: ts }), false),
    ofWorkspace: (scope, make) => send(scope, make),
  };
}

function readable(channel: Channel): string {
  return HISTORY_SCOPE[channel.kind];
}
