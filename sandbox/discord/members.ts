import type { Session } from './sessions.ts';
import type { Json } from './types.ts';
import { fullMemberWire } from './wire.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/events/gateway-events#request-guild-members */
export function sendMembers(session: Session, data: Json, guilds: readonly { world: World }[]): void {
  const { world } = guilds.find((guild) => guild.world.seed.id === data['guild_id']) ?? {};
  if (!world) return;
  const everybody = [world.seed.bot, ...world.seed.people];
  const wanted = data['user_ids'] === undefined ? null : [data['user_ids']].flat().map(String);
  const query = typeof data['query'] === 'string' ? data['query'].toLowerCase() : '';
  // The whole list takes an intent that the app does not have: Discord leaves the request unanswered.
  if (!wanted && query === '') return;
  const found = everybody.filter(({ id, name }) =>
    wanted ? wanted.includes(id) : name.toLowerCase().startsWith(query),
  );
  const limit = typeof data['limit'] === 'number' && data['limit'] > 0 ? data['limit'] : found.length;
  session.dispatch('GUILD_MEMBERS_CHUNK', {
    guild_id: world.seed.id,
    members: found.slice(0, limit).map(({ id }) => fullMemberWire(world, id)),
    chunk_index: 0,
    chunk_count: 1,
    ...(wanted ? { not_found: wanted.filter((id) => !everybody.some((one) => one.id === id)) } : {}),
    ...(data['nonce'] === undefined ? {} : { nonce: data['nonce'] }),
  });
}
