import { EventEmitter, once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import type { GatewayGuildCreateDispatchData } from 'discord.js';
import { workspaceIdOf } from '../../chat/ref.ts';
import { AppError } from '../../errors.ts';
import type { Listening } from './interactions.ts';
import type { Lanes } from './lanes.ts';
import { register } from './registration.ts';

/** How long the servers may take to arrive after a connection before nobody waits for them any longer (ms). */
const ARRIVE_WITHIN_MS = 10_000;

/** The servers the bot is in, as the gateway tells of them. */
export interface Servers {
  /** Those that will arrive after a new session. */
  expect: (guildIds: readonly string[]) => void;
  arrived: (data: GatewayGuildCreateDispatchData) => void;
  /** The bot was removed, and its commands with it. */
  left: (guildId: string) => void;
  /** Resolves when the servers of the first session are there, their commands listed and their gaps noted. */
  settled: () => Promise<void>;
}

/**
 * Lists the commands and reports the gap of each server that arrives. Discord sends all servers anew after every session that is
 * not resumed, and one by one after an outage or an invitation: exactly when events may have been missed.
 */
export function createServers(
  listening: Listening,
  lanes: Lanes,
  persist: (work: () => Promise<void>) => Promise<void>,
): Servers {
  const { api, channels, communities, commands, inbound, log } = listening;
  const listed = new Set<string>();
  const arrival = createArrival();

  async function list(guildId: string): Promise<void> {
    if (listed.has(guildId)) return;
    try {
      await register(api, guildId, commands);
      listed.add(guildId);
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'UNEXPECTED';
      log.error({ err: error, code, server: guildId }, 'the commands could not be listed with Discord');
    }
  }

  return {
    expect: (guildIds) => {
      guildIds.forEach(communities.joined);
      arrival.expect(guildIds.filter(communities.has));
    },
    arrived: (data) => {
      const { id } = data;
      communities.joined(id);
      [...(data.channels ?? []), ...(data.threads ?? [])].forEach((channel) => channels.learn(channel, id));
      (data.roles ?? []).forEach((role) => channels.learnRole(role.id, role.name));
      if (!communities.has(id)) return;
      lanes.run(`server ${id}`, async () => {
        await list(id);
        await persist(() => inbound.onGap(workspaceIdOf('discord', id))).finally(() => arrival.arrived(id));
      });
    },
    left: (guildId) => {
      communities.left(guildId);
      listed.delete(guildId);
    },
    settled: () => Promise.race([arrival.complete, after(ARRIVE_WITHIN_MS, undefined, { ref: false })]),
  };
}

/** Resolves `complete` when all that were expected first have arrived. */
function createArrival() {
  const away = new Set<string>();
  const events = new EventEmitter();
  const complete = once(events, 'complete').then(() => undefined);
  let expecting = false;
  const check = () => expecting && away.size === 0 && events.emit('complete');
  return {
    complete,
    expect: (ids: readonly string[]) => {
      if (!expecting) for (const id of ids) away.add(id);
      expecting = true;
      check();
    },
    arrived: (id: string) => {
      away.delete(id);
      check();
    },
  };
}
