import type { Json } from './types.ts';
import { userWire } from './wire.ts';
import type { World } from './world.ts';

/** The app may use MESSAGE_CONTENT (in fewer than 100 servers). https://docs.discord.com/developers/resources/application#application-object-application-flags */
const MESSAGE_CONTENT_LIMITED = 1 << 19;

/** The app may use GUILD_MEMBERS (the same). */
const GUILD_MEMBERS_LIMITED = 1 << 15;

/** The app. `short` is what READY carries. */
export function applicationWire(world: World, missing: ReadonlySet<string>, form: 'short' | 'full'): Json {
  const { bot, id: guildId, people } = world.seed;
  const flags =
    (missing.has('MESSAGE_CONTENT') ? 0 : MESSAGE_CONTENT_LIMITED) |
    (missing.has('GUILD_MEMBERS') ? 0 : GUILD_MEMBERS_LIMITED);
  if (form === 'short') return { id: bot.appId, flags };
  return {
    id: bot.appId,
    name: bot.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: userWire(world, bot.id),
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    hook: true,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    tags: [],
    team: null,
    owner: userWire(world, people.at(-1)?.id ?? bot.id),
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    integration_types_config: { '0': {} },
    guild_id: guildId,
  };
}
