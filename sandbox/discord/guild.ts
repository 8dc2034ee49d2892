import type { Forging } from '../forging.ts';
import type { Journal } from '../journal.ts';
import { createMembership } from '../membership.ts';
import { SandboxRefusal, type SandboxPlatform } from '../platform.ts';
import type { Seed } from '../seed.ts';
import { createAccess } from './access.ts';
import { createAsking, type Completing } from './asking.ts';
import { callbackRoutes } from './callback-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { createConversation } from './conversation.ts';
import { createEvents, INTENT, type Events } from './events.ts';
import type { Faults } from './faults.ts';
import { createForging } from './forging.ts';
import { guildRoutes, type AppRoutes } from './guild-routes.ts';
import { createInteractions } from './interactions.ts';
import { createMemberships } from './memberships.ts';
import { messageRoutes } from './message-routes.ts';
import { createPeople } from './people.ts';
import { roles } from './permissions.ts';
import { reactionRoutes } from './reaction-routes.ts';
import type { Route } from './rest.ts';
import type { Sessions } from './sessions.ts';
import { createViews } from './views.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { openWorld, type World } from './world.ts';

/** What people do in one server. */
export type GuildPeople = Omit<
  SandboxPlatform,
  'platform' | 'handle' | 'upgrade' | 'close' | 'fault' | 'faults' | 'clearFaults' | 'calls' | 'onChange'
> &
  Completing &
  Forging;

/** One server of those the app is in: its own world, in one gateway and API with the others. */
export interface Guild {
  world: World;
  events: Events;
  /** The same paths in every guild, in the same order. */
  routes: Route[];
  people: GuildPeople;
  /** The app's rights are in its roles: a change of them is told like any other. */
  tellRoles(): void;
  close(): void;
}

export interface GuildOptions {
  journal: Journal;
  seed: Seed;
  now: () => Date;
  faults: Faults;
  sessions: Sessions;
  app: AppRoutes;
  isConnected: () => boolean;
  changed: () => void;
  /** Of another guild, whose ids ours must differ from. */
  nextId?: () => string;
}

export function openGuild({ journal, faults, sessions, changed, app, ...options }: GuildOptions): Guild {
  const membership = createMembership(options.seed, journal);
  const { seed } = membership;
  const world = openWorld(journal, seed, options.now, options.nextId);
  const events = createEvents(world, faults, sessions);
  const access = createAccess(world, faults);
  const conversation = createConversation(world, events, changed);
  const interactions = createInteractions(world, faults, events);
  const parts = { world, faults, access, conversation, interactions, changed };
  const views = createViews(world);
  return {
    world,
    events,
    routes: [
      ...guildRoutes(parts, app),
      ...channelRoutes(parts),
      ...messageRoutes(parts),
      ...reactionRoutes(parts),
      ...commandRoutes(parts),
      ...callbackRoutes(parts),
      ...webhookRoutes(parts),
    ],
    people: {
      community: () => views.community(options.isConnected()),
      messages: (query) => views.messages(query),
      inbox: (as) => views.inbox(as),
      ...createPeople(world, faults, conversation, views),
      openHome: () => {
        throw new SandboxRefusal('no_home', 'Discord gives a bot no page of its own. Use /feedback mine.');
      },
      ...createMemberships(world, membership, { events, faults, changed }),
      ...createAsking(world, interactions, views, changed),
      ...createForging(interactions, views),
    },
    tellRoles: () => {
      for (const role of roles(seed, faults.missingScopes())) {
        const data = () => ({ guild_id: seed.id, role });
        events.emit({ name: 'GUILD_ROLE_UPDATE', intent: INTENT.guilds, channel: null, byBot: true, data });
      }
    },
    close: () => {
      interactions.close();
      events.close();
    },
  };
}

/** A server like this one, with ids of its own; on the next shard, as their ids are shared out. */
export function anotherLike(seed: Seed, number: number): Seed {
  const other = (id: string) => (id === seed.bot.id ? id : String(BigInt(id) + (BigInt(number) << 22n)));
  return {
    ...seed,
    id: other(seed.id),
    name: `${seed.name} ${number + 1}`,
    people: seed.people.map((one) => ({ ...one, id: other(one.id), groups: one.groups.map(other) })),
    channels: seed.channels.map((channel) => ({
      ...channel,
      id: other(channel.id),
      members: channel.members === 'everyone' ? channel.members : channel.members.map(other),
    })),
    groups: seed.groups.map((group) => ({ ...group, id: other(group.id) })),
  };
}
