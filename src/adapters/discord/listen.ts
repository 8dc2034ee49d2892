import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import type { ChatEvent } from '../../chat/event.ts';
import { isSound } from '../../chat/sound-event.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Scene } from './events.ts';
import { workspaceIdOf } from '../../chat/ref.ts';
import { createGaps, type Gaps } from './gaps.ts';
import type { Packet } from './gateway-client.ts';
import { createDispatch, type Placed, type ToEvents } from './dispatch.ts';
import { answerInteraction, type Listening } from './interactions.ts';
import { createLanes } from './lanes.ts';
import type { MessageReader } from './message-reader.ts';
import { createServers } from './servers.ts';

/** Waits before an event that could not be stored is handed over again (ms). Discord itself never delivers twice. */
const AGAIN_AFTER_MS = [250, 1_000, 4_000];

export interface Listener {
  /** Never throws. */
  take: (packet: Packet) => void;
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
  const { channels, communities, inbound, log } = listening;
  const lanes = createLanes((error) =>
    log.error({ err: error, code: codeOf(error) }, 'an event of Discord could not be stored'),
  );
  const stopping = new AbortController();
  // Every event that waits for another try listens to it.
  setMaxListeners(0, stopping.signal);

  const persist = (work: () => Promise<void>) => persistently(work, stopping.signal);
  const gaps = createGaps((workspaceId) => inbound.onGap(workspaceId), stopping.signal, log);
  const orLookedFor = lookedFor(persist, gaps);

  /** Nothing is made of what happens in a server that is none of ours. */
  function deliver(place: Placed, toEvents: ToEvents): void {
    const now = new Date();
    if (place.guild_id !== undefined && !communities.has(place.guild_id)) return;
    lanes.run(place.channel_id, () =>
      orLookedFor(place.guild_id, async () => {
        const scene = await reader.scene(place.guild_id ?? null, place.channel_id, now);
        const events = scene ? await readable(toEvents, scene, log) : [];
        for (const event of events) if (event && isSound(event)) await inbound.onEvent(event);
      }),
    );
  }

  const servers = createServers(listening, lanes, persist);
  const dispatch = createDispatch({
    channels,
    reader,
    servers,
    deliver,
    rolesChanged: toldOf(listening, (guildId, tell) =>
      lanes.run(`roles ${guildId}`, () => orLookedFor(guildId, tell)),
    ),
    // Interactions wait for nobody: each has three seconds.
    answer: (interaction) =>
      lanes.run(`interaction ${interaction.id}`, () => answerInteraction(interaction, listening)),
  });

  return {
    take: (packet) => {
      if (!stopping.signal.aborted) dispatchOne(dispatch, packet, log);
    },
    settled: servers.settled,
    stop: async () => {
      stopping.abort();
      await lanes.idle();
    },
  };
}

/** What could not be handed over is looked for as after a gap. */
function lookedFor(persist: (work: () => Promise<void>) => Promise<void>, gaps: Gaps) {
  return (guildId: string | undefined, work: () => Promise<void>): Promise<void> =>
    persist(work).catch((error: unknown) => {
      if (guildId !== undefined && isPassing(error)) gaps.note(guildId);
      throw error;
    });
}

/** What was remembered of people's roles is forgotten at once, and then told. */
function toldOf(
  { communities, inbound }: Listening,
  inTurn: (guildId: string, tell: () => Promise<void>) => void,
): (guildId: string, people: readonly string[] | null) => void {
  return (guildId, people) => {
    if (!communities.has(guildId)) return;
    communities.forget(guildId, people);
    inTurn(guildId, () => inbound.onRoles({ workspaceId: workspaceIdOf('discord', guildId), people }));
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
function dispatchOne(dispatch: ReturnType<typeof createDispatch>, { t, d }: Packet, log: Log): void {
  try {
    dispatch[t]?.(d as never);
  } catch (error) {
    log.error({ err: error, event: t }, 'an event of Discord could not be read');
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
