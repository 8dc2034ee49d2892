import type { Forging } from '../forging.ts';
import type { Journal } from '../journal.ts';
import type { Limits } from '../limits.ts';
import { createMembership } from '../membership.ts';
import { SandboxRefusal, type SandboxPlatform } from '../platform.ts';
import type { Seed } from '../seed.ts';
import { createAccess } from './access.ts';
import { type Completing, createAsking } from './asking.ts';
import { callbackRoutes } from './callback-routes.ts';
import { CDN_PATH, serveFile } from './cdn.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { createConversation } from './conversation.ts';
import { createEvents, INTENT } from './events.ts';
import { createFaults } from './faults.ts';
import { createForging } from './forging.ts';
import { createGateway, GATEWAY_PATH } from './gateway.ts';
import { guildRoutes } from './guild-routes.ts';
import { createInteractions } from './interactions.ts';
import { createMemberships } from './memberships.ts';
import { messageRoutes } from './message-routes.ts';
import { createPeople } from './people.ts';
import { roles } from './permissions.ts';
import { reactionRoutes } from './reaction-routes.ts';
import { API_PATH, createRest } from './rest.ts';
import { createSessions } from './sessions.ts';
import { createViews } from './views.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { openWorld } from './world.ts';

/** The Discord-like half of the sandbox, with one thing more than Slack has: options completed while typing. */
export type DiscordSandbox = SandboxPlatform & Completing & Forging;

/**
 * A Discord server on loopback that the unmodified discord.js takes for the real one: REST at `/discord/api/v10`, the
 * gateway at `/discord/gateway`, files at `/discord/cdn`. Messages, threads, reactions, direct messages and commands are
 * kept in `journal`; gateway sessions and faults last as long as the process.
 * @param options.now clock of timestamps, deadlines and expiries; waiting itself goes by the machine's clock.
 */
export function createDiscordSandbox(options: {
  journal: Journal;
  seed: Seed;
  now?: () => Date;
  /** Calls are counted by them, and refused where there are too many. */
  limits?: Limits | null;
}): DiscordSandbox {
  const { journal, now = () => new Date(), limits = null } = options;
  const membership = createMembership(options.seed, journal);
  const { seed } = membership;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  const world = openWorld(journal, seed, now);
  const faults = createFaults(() => Date.now());
  const sessions = createSessions();
  const events = createEvents(world, faults, sessions);
  const gateway = createGateway(world, faults, sessions, changed);
  const access = createAccess(world, faults);
  const conversation = createConversation(world, events, changed);
  const interactions = createInteractions(world, faults, events);
  const parts = { world, faults, access, conversation, interactions, changed };
  const rest = createRest(
    [
      ...guildRoutes(parts),
      ...channelRoutes(parts),
      ...messageRoutes(parts),
      ...reactionRoutes(parts),
      ...commandRoutes(parts),
      ...callbackRoutes(parts),
      ...webhookRoutes(parts),
    ],
    faults,
    now,
    limits,
  );
  const views = createViews(world);

  /** The app's rights are in its roles: a change of them is told like any other. */
  const tellRoles = () => {
    for (const role of roles(seed, faults.missingScopes())) {
      const data = () => ({ guild_id: seed.id, role });
      events.emit({ name: 'GUILD_ROLE_UPDATE', intent: INTENT.guilds, channel: null, byBot: true, data });
    }
  };

  return {
    platform: 'discord',
    async handle(request, response) {
      const path = (request.url ?? '/').split('?')[0]!;
      if (path.startsWith(`${CDN_PATH}/`)) serveFile(world, request, response);
      else if (path.startsWith(`${API_PATH}/`)) await rest.handle(request, response);
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
      interactions.close();
      events.close();
      gateway.close();
      return Promise.resolve();
    },

    community: () => views.community(gateway.connected()),
    messages: (query) => views.messages(query),
    inbox: (as) => views.inbox(as),
    ...createPeople(world, faults, conversation, views),
    openHome: () => {
      throw new SandboxRefusal('no_home', 'Discord gives a bot no page of its own. Use /feedback mine.');
    },
    ...createMemberships(world, membership, { events, faults, changed }),
    ...createAsking(world, interactions, views, changed),
    ...createForging(interactions, views),

    fault(fault) {
      faults.add(fault);
      if (fault.kind === 'drop_socket') gateway.dropSockets();
      if (fault.kind === 'disconnect') gateway.end(fault.reason);
      if (fault.kind === 'raw_event') events.raw(fault.payload);
      if (fault.kind === 'missing_scope') tellRoles();
    },
    faults: () => faults.list(),
    clearFaults() {
      const hadMissing = faults.missingScopes().size > 0;
      faults.clear();
      events.release();
      if (hadMissing) tellRoles();
    },
    calls: () => rest.calls(),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
