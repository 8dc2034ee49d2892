import type { Forging } from '../forging.ts';
import { openJournal, type Journal } from '../journal.ts';
import type { Limits } from '../limits.ts';
import type { SandboxPlatform } from '../platform.ts';
import type { Seed } from '../seed.ts';
import type { Completing } from './asking.ts';
import { CDN_PATH, serveFile } from './cdn.ts';
import { createFaults } from './faults.ts';
import { createGateway, GATEWAY_PATH } from './gateway.ts';
import { anotherLike, openGuild, type Guild, type GuildPeople } from './guild.ts';
import type { AppRoutes } from './guild-routes.ts';
import { API_PATH, createRest } from './rest.ts';
import { createSessions } from './sessions.ts';
import { createSharding, type Sharding } from './sharding.ts';

/**
 * The Discord-like half of the sandbox, with more than Slack has: options completed while typing, shards, and several servers. What
 * people do without a word of where they do in the first.
 */
export type DiscordSandbox = SandboxPlatform &
  Completing &
  Forging & {
    /** How events are shared out. */
    sharding: Pick<Sharding, 'rules' | 'change' | 'tooSoon'>;
    /** All servers the app is in, the first one too. */
    guilds: readonly { seed: Seed; people: GuildPeople }[];
    /** Sessions with a socket, as `[shard, count]`. */
    connected(): [shard: number, count: number][];
  };

/**
 * A Discord server on loopback that the unmodified discord.js takes for the real one: REST at `/discord/api/v10`, the
 * gateway at `/discord/gateway`, files at `/discord/cdn`. Messages, threads, reactions, direct messages and commands are
 * kept in `journal`; gateway sessions and faults last as long as the process.
 * @param options.now clock of timestamps, deadlines and expiries; waiting itself goes by the machine's clock.
 */
export function createDiscordSandbox(options: {
  journal: Journal;
  seed: Seed;
  /** In so many servers the app is; those after the first are remembered in memory only. */
  guildCount?: number;
  now?: () => Date;
  /** Calls are counted by them, and refused where there are too many. */
  limits?: Limits | null;
}): DiscordSandbox {
  const { limits = null, now = () => new Date() } = options;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const faults = createFaults(() => Date.now());
  const sessions = createSessions();
  const guilds: Guild[] = [];
  const sharding = createSharding(guilds);
  const gateway = createGateway(guilds, { faults, sessions, sharding, changed });
  const app: AppRoutes = { seeds: () => guilds.map(({ world }) => world.seed), info: sharding.info };
  const shared = { faults, sessions, changed, app, now, isConnected: gateway.connected };
  const first = openGuild({ ...shared, journal: options.journal, seed: options.seed });
  guilds.push(first);
  for (let number = 1; number < (options.guildCount ?? 1); number += 1) {
    const seed = anotherLike(options.seed, number);
    guilds.push(openGuild({ ...shared, journal: openJournal(null), seed, nextId: first.world.nextId }));
  }
  const rest = createRest(guilds, faults, now, limits);

  return {
    platform: 'discord',
    sharding,
    guilds: guilds.map(({ world, people }) => ({ seed: world.seed, people })),
    connected: () =>
      sessions
        .all()
        .flatMap(({ socket, shard, count }) => (socket() ? [[shard, count] as [number, number]] : [])),
    ...serving(guilds, gateway, rest),
    ...first.people,

    fault(fault) {
      faults.add(fault);
      if (fault.kind === 'drop_socket') gateway.dropSockets();
      if (fault.kind === 'disconnect') gateway.end(fault.reason);
      if (fault.kind === 'raw_event') first.events.raw(fault.payload);
      if (fault.kind === 'missing_scope') guilds.forEach((guild) => guild.tellRoles());
    },
    faults: () => faults.list(),
    clearFaults() {
      const hadMissing = faults.missingScopes().size > 0;
      faults.clear();
      guilds.forEach(({ events }) => events.release());
      if (hadMissing) guilds.forEach((guild) => guild.tellRoles());
    },
    calls: () => rest.calls(),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function serving(
  guilds: readonly Guild[],
  gateway: ReturnType<typeof createGateway>,
  rest: ReturnType<typeof createRest>,
): Pick<SandboxPlatform, 'handle' | 'upgrade' | 'close'> {
  return {
    async handle(request, response) {
      const path = (request.url ?? '/').split('?')[0]!;
      if (path.startsWith(`${CDN_PATH}/`)) {
        const blob = path.slice(CDN_PATH.length).split('/')[3] ?? '';
        const owner = guilds.find(({ world }) => world.blobs.get(blob)) ?? guilds[0]!;
        serveFile(owner.world, request, response);
      } else if (path.startsWith(`${API_PATH}/`)) await rest.handle(request, response);
      else return false;
      return true;
    },
    upgrade(request, socket, head) {
      const path = (request.url ?? '/').split('?')[0]!.replace(/\/$/, '');
      if (path !== GATEWAY_PATH) return false;
      gateway.upgrade(request, socket, head);
      return true;
    },
    close() {
      guilds.forEach((guild) => guild.close());
      gateway.close();
      return Promise.resolve();
    },
  };
}
