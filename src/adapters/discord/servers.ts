import { EventEmitter, once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { Routes, type APIGuild, type GatewayGuildCreateDispatchData } from 'discord.js';
import { nativeId, workspaceIdOf } from '../../chat/ref.ts';
import type { Shard } from '../../chat/shards.ts';
import { AppError, PermissionMissing, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import type { Listening } from './interactions.ts';
import type { Lanes } from './lanes.ts';
import { register } from './registration.ts';
import { shardOf } from './shard-of.ts';

/** How long the servers may take to arrive after a connection before nobody waits for them any longer (ms). */
const ARRIVE_WITHIN_MS = 10_000;

/** The servers the bot is in, as the gateway tells of them. */
export interface Servers {
  /** Those that will arrive after a new session. */
  expect: (guildIds: readonly string[]) => void;
  /** Resolves when its commands are listed and its gap is noted: false when that could not be. */
  arrived: (data: GatewayGuildCreateDispatchData) => Promise<boolean>;
  /**
   * Those of a shard somebody else listened to until now. Discord tells of no server anew: those we know of are asked for.
   * @param isHeardOn nothing was missed
   */
  adopt: (shard: Shard, isHeardOn: boolean) => void;
  /** The bot was removed, and its commands with it. */
  left: (guildId: string) => void;
  /** Resolves when the servers of the sessions begun so far are there, their commands listed and their gaps noted. */
  settled: () => Promise<void>;
}

/** Does something about a server until it is done; what could not be done is looked for as after a gap. */
export type OrLookedFor = (guildId: string | undefined, work: () => Promise<void>) => Promise<void>;

/**
 * Lists the commands and reports the gap of each server that arrives. Discord sends all servers anew after every session that is
 * not resumed, and one by one after an outage or an invitation: exactly when events may have been missed.
 */
export function createServers(listening: Listening, lanes: Lanes, orLookedFor: OrLookedFor): Servers {
  const { channels, communities, inbound } = listening;
  const arrival = createArrival();
  const commands = createListed(listening);
  const greet = (id: string, work: () => Promise<void>) =>
    lanes.run(`server ${id}`, async () => {
      await commands.list(id);
      await orLookedFor(id, work).finally(() => arrival.arrived(id));
    });

  return {
    expect: (guildIds) => {
      guildIds.forEach(communities.joined);
      arrival.expect(guildIds.filter(communities.has));
    },
    arrived: async (data) => {
      const { id } = data;
      communities.joined(id);
      [...(data.channels ?? []), ...(data.threads ?? [])].forEach((channel) => channels.learn(channel, id));
      (data.roles ?? []).forEach((role) => channels.learnRole(role.id, role.name));
      return !communities.has(id) || greet(id, () => inbound.onGap(workspaceIdOf('discord', id)));
    },
    adopt: ({ count, shard }, isHeardOn) => {
      const all = communities.all().map(nativeId);
      const theirs = all.filter((id) => shardOf(id, count) === shard);
      arrival.expect(theirs);
      const tell = isHeardOn ? inbound.onTakenOver : inbound.onGap;
      for (const id of theirs)
        void (async () => {
          const server = await lookUp(listening.api, id);
          if (!server) return arrival.arrived(id);
          communities.joined(id);
          server.roles.forEach((role) => channels.learnRole(role.id, role.name));
          await greet(id, () => tell(workspaceIdOf('discord', id)));
        })();
    },
    left: (guildId) => {
      communities.left(guildId);
      commands.forget(guildId);
    },
    settled: () => Promise.race([arrival.complete(), after(ARRIVE_WITHIN_MS, undefined, { ref: false })]),
  };
}

/** Servers in which our commands are listed. */
function createListed({ api, commands, log }: Listening) {
  const listed = new Set<string>();
  return {
    list: async (guildId: string) => {
      if (listed.has(guildId)) return;
      try {
        await register(api, guildId, commands);
        listed.add(guildId);
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'UNEXPECTED';
        log.error({ err: error, code, server: guildId }, 'the commands could not be listed with Discord');
      }
    },
    forget: (guildId: string) => void listed.delete(guildId),
  };
}

/** Null when the bot is not in the server. What cannot be asked now shows when something happens there. */
async function lookUp(api: Api, guildId: string): Promise<Pick<APIGuild, 'roles'> | null> {
  try {
    return await api.get<APIGuild>({ route: Routes.guild(guildId), where: `server ${guildId}` });
  } catch (error) {
    return error instanceof TargetGone || error instanceof PermissionMissing ? null : { roles: [] };
  }
}

/** Servers that were told of and have not arrived yet. */
function createArrival() {
  const away = new Set<string>();
  const events = new EventEmitter();
  const now = { isTold: false };
  const tell = () => void events.emit('change');
  return {
    complete: async () => {
      while (!now.isTold || away.size > 0) await once(events, 'change');
    },
    expect: (ids: readonly string[]) => {
      for (const id of ids) away.add(id);
      now.isTold = true;
      tell();
    },
    arrived: (id: string) => {
      away.delete(id);
      tell();
    },
  };
}
