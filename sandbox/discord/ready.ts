import { INTENT } from './events.ts';
import { applicationWire } from './application-wire.ts';
import type { Faults } from './faults.ts';
import type { Session } from './sessions.ts';
import { shardOf } from './sharding.ts';
import { guildCreateWire, userWire } from './wire.ts';
import type { World } from './world.ts';

/** What a new session is told first: who the app is, and the servers of its shard. @param url where it may be resumed */
export function tellReady(
  session: Session,
  guilds: readonly { world: World }[],
  faults: Faults,
  url: string,
): void {
  const { world } = guilds[0]!;
  const here = guilds.filter((guild) => shardOf(guild.world.seed.id, session.count) === session.shard);
  session.dispatch('READY', {
    v: 10,
    user: {
      ...userWire(world, world.seed.bot.id),
      mfa_enabled: false,
      verified: true,
      email: null,
      flags: 0,
    },
    guilds: here.map((guild) => ({ id: guild.world.seed.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    session_type: 'normal',
    private_channels: [],
    relationships: [],
    user_settings: {},
    shard: [session.shard, session.count],
    application: applicationWire(world, faults.missingScopes(), 'short'),
  });
  if ((session.intents & INTENT.guilds) === 0) return;
  for (const guild of here)
    session.dispatch('GUILD_CREATE', guildCreateWire(guild.world, faults.missingScopes()));
}
