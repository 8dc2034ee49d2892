import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import type { ChatEvent } from '../../chat/event.ts';
import { isSound } from '../../chat/sound-event.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Shard } from '../../chat/shards.ts';
import type { Scene } from './events.ts';
import { workspaceIdOf } from '../../chat/ref.ts';
import { createGaps, type Gaps } from './gaps.ts';
import type { Packet } from './gateway-client.ts';
import { createDispatch, type Placed, type ToEvents } from './dispatch.ts';
import { answerInteraction, type Listening } from './interactions.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { MessageReader } from './message-reader.ts';
import { createServers, type OrLookedFor } from './servers.ts';

/** Waits before an event that could not be stored is handed over again (ms). Discord itself never delivers twice. */
const AGAIN_AFTER_MS = [250, 1_000, 4_000];

export interface Listener {
  /** Who we are: what we do ourselves is no news. */
  iAm: (userId: string) => void;
  /** Deals with an event. Never rejects. @returns false when it has to come once more: it could not be stored, or we are about to stop */
  take: (packet: Pick<Packet, 't' | 'd'>) => Promise<boolean>;
  /** Servers of a shard somebody else listened to until now, of which Discord does not tell anew. @param isHeardOn nothing was missed */
  adopt: (shard: Shard, isHeardOn: boolean) => void;
  /** Resolves when the servers of the first connection are there, their commands listed and their gaps noted. */
  settled: () => Promise<void>;
  /** Takes nothing more and waits for what is under way. */
  stop: () => Promise<void>;
}

/**
 * Everything that comes in from the gateway, in order within a channel. What cannot be handed over after some tries is lost here
 * and looked for as after a gap.
 */
export function createListener(listening: Listening, reader: MessageReader): Listener {
  const { channels, inbound, log } = listening;
  const lanes = createLanes((error) => {
    log.error({ err: error, code: codeOf(error) }, 'an event of Discord could not be stored');
    return !isPassing(error);
  });
  const stopping = new AbortController();
  // Every event that waits for another try listens to it.
  setMaxListeners(0, stopping.signal);

  const gaps = createGaps((workspaceId) => inbound.onGap(workspaceId), stopping.signal, log);
  const orLookedFor = lookedFor((work) => persistently(work, stopping.signal), gaps);
  const servers = createServers(listening, lanes, orLookedFor);
  const self = { id: '' };
  const dispatch = createDispatch({
    self,
    channels,
    reader,
    servers,
    deliver: delivery(listening, reader, lanes, orLookedFor),
    rolesChanged: toldOf(listening, (guildId, tell) =>
      lanes.run(`roles ${guildId}`, () => orLookedFor(guildId, tell)),
    ),
    // Interactions wait for nobody: each has three seconds.
    answer: (interaction) =>
      lanes.run(`interaction ${interaction.id}`, () => answerInteraction(interaction, listening)),
  });

  return {
    iAm: (userId) => {
      self.id = userId;
    },
    take: async (packet) => !stopping.signal.aborted && (await dispatchOne(dispatch, packet, log)),
    adopt: servers.adopt,
    settled: servers.settled,
    stop: async () => {
      stopping.abort();
      await lanes.idle();
    },
  };
}

/** Nothing is made of what happens in a server that is none of ours. */
function delivery(
  { communities, inbound, log }: Listening,
  reader: MessageReader,
  lanes: Lanes,
  orLookedFor: OrLookedFor,
): (place: Placed, toEvents: ToEvents) => Promise<boolean> {
  return async (place, toEvents) => {
    const now = new Date();
    if (place.guild_id !== undefined && !communities.has(place.guild_id)) return true;
    return lanes.run(place.channel_id, () =>
      orLookedFor(place.guild_id, async () => {
        const scene = await reader.scene(place.guild_id ?? null, place.channel_id, now);
        const events = scene ? await readable(toEvents, scene, log) : [];
        for (const event of events) if (event && isSound(event)) await inbound.onEvent(event);
      }),
    );
  };
}

/** What could not be handed over is looked for as after a gap. */
function lookedFor(persist: (work: () => Promise<void>) => Promise<void>, gaps: Gaps): OrLookedFor {
  return (guildId, work) =>
    persist(work).catch((error: unknown) => {
      if (guildId !== undefined && isPassing(error)) gaps.note(guildId);
      throw error;
    });
}

/** What was remembered of people's roles is forgotten at once, and then told. */
function toldOf(
  { communities, inbound }: Listening,
  inTurn: (guildId: string, tell: () => Promise<void>) => Promise<boolean>,
): (guildId: string, people: readonly string[] | null) => Promise<boolean> {
  return async (guildId, people) => {
    if (!communities.has(guildId)) return true;
    communities.forget(guildId, people);
    return inTurn(guildId, () => inbound.onRoles({ workspaceId: workspaceIdOf('discord', guildId), people }));
  };
}

/** Tries again a few times, without the waits once it is told to stop. */
async function persistently(work: () => Promise<void>, stop: AbortSignal): Promise<void> {
  for (const waitMs of AGAIN_AFTER_MS) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.retry === 'never') throw error;
      await after(waitMs, null, { signal: stop }).catch(() => null);
    }
  }
  return work();
}

/** Discord's own types are trusted by name; what is odd about one event must not end the connection. */
async function dispatchOne(
  dispatch: ReturnType<typeof createDispatch>,
  { t, d }: Pick<Packet, 't' | 'd'>,
  log: Log,
): Promise<boolean> {
  try {
    return (await dispatch[t]?.(d as never)) ?? true;
  } catch (error) {
    log.error({ err: error, event: t }, 'an event of Discord could not be read');
    return true;
  }
}

/** A shape that is new to us is left out: trying again would not change it. */
async function readable(toEvents: ToEvents, scene: Scene, log: Log): Promise<(ChatEvent | null)[]> {
  try {
    return await toEvents(scene);
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.warn({ err: error }, 'an event of an unknown shape is left out');
    return [];
  }
}

/** What time may mend, unlike a missing permission. */
function isPassing(error: unknown): boolean {
  return !(error instanceof AppError) || error.retry !== 'never';
}

const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : 'UNEXPECTED');
