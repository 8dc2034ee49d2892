import type { Faults } from './faults.ts';
import type { Reader } from './message-wire.ts';
import type { Session, Sessions } from './sessions.ts';
import { shardOf } from './sharding.ts';
import type { Json } from './types.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/events/gateway#list-of-intents */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

/** Something that happened, before it is known who may hear of it. */
export interface GatewayEvent {
  name: string;
  /** The intent that lets it through; 0 for what every session gets. */
  intent: number;
  /** Only told to an app that can see this channel; null for what is not about one. */
  channel: string | null;
  /** Of no server: it comes on shard 0. */
  isDirect?: boolean;
  /** Caused by the app itself: faults leave these alone, so that "the next event" is one a person caused. */
  byBot: boolean;
  data(reader: Reader): Json;
}

export interface Events {
  emit(event: GatewayEvent): void;
  /** Sends every session what Discord would never say. */
  raw(payload: Json): void;
  /** Delivers what a reorder fault still holds. */
  release(): void;
  close(): void;
}

/** Whether a session may read what others write. */
function readsContent(session: Session, faults: Faults): boolean {
  return (session.intents & INTENT.messageContent) !== 0 && !faults.missingScopes().has('MESSAGE_CONTENT');
}

/** Sends events to every session whose intents and rights cover them, with the misbehaviour that is switched on. */
export function createEvents(world: World, faults: Faults, sessions: Sessions): Events {
  const timers = new Set<NodeJS.Timeout>();
  let held: (() => void)[] = [];

  const release = () => {
    const reversed = held.toReversed();
    held = [];
    for (const deliver of reversed) deliver();
  };
  const later = (ms: number, deliver: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      deliver();
    }, ms);
    timers.add(timer);
  };

  return {
    emit(event) {
      const listeners = sessions.all().filter((session) => hears(world, session, event));
      // Rendered now: an event that comes late tells what was, not what is.
      const payloads = listeners.map((session) => ({
        session,
        data: event.data({ host: session.host, readsContent: readsContent(session, faults) }),
      }));
      const deliver = () => {
        for (const { session, data } of payloads) session.dispatch(event.name, data);
      };
      if (event.byBot || payloads.length === 0) return deliver();

      const twice = faults.take('redeliver') !== null;
      const send = () => {
        deliver();
        if (twice) deliver();
      };
      // A held interaction would only run into its three seconds.
      const toHold = event.name === 'INTERACTION_CREATE' ? null : faults.takeReorder();
      if (toHold !== null) {
        held.push(send);
        return toHold === 0 ? release() : undefined;
      }
      const delay = faults.take('delay');
      return delay ? later(delay.ms, send) : send();
    },
    raw(payload) {
      for (const session of sessions.all())
        session.dispatch(String(payload['t']), (payload['d'] ?? null) as Json);
    },
    release,
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      held = [];
    },
  };
}

function hears(world: World, session: Session, event: GatewayEvent): boolean {
  if (event.intent !== 0 && (session.intents & event.intent) === 0) return false;
  const isDirect = event.isDirect ?? (event.channel !== null && world.channel(event.channel)?.type === 1);
  if (session.shard !== (isDirect ? 0 : shardOf(world.seed.id, session.count))) return false;
  if (event.channel === null) return true;
  const channel = world.channel(event.channel);
  return channel !== null && world.canView(world.seed.bot.id, channel);
}
