import type { Seed } from '../seed.ts';
import { snowflake } from './access.ts';
import { applicationWire } from './application-wire.ts';
import { GATEWAY_PATH } from './gateway.ts';
import type { Parts } from './message-routes.ts';
import { roles } from './permissions.ts';
import { ApiRefusal } from './refusal.ts';
import { ok, type Call, type Route } from './rest.ts';
import type { Json } from './types.ts';
import { channelWire, fullMemberWire, guildWire, userWire } from './wire.ts';

/** What is asked of no server in particular. */
export interface AppRoutes {
  /** Of all servers the app is in. */
  seeds: () => Seed[];
  /** How the gateway shares out. */
  info: () => object;
}

/** The app itself, people and the server. */
export function guildRoutes({ world, access }: Parts, app: AppRoutes): Route[] {
  const { seed } = world;
  const inGuild = (call: Call) => {
    if (snowflake('guild_id', call.params['guild']) !== seed.id) throw new ApiRefusal(10004);
  };
  const application = () => ok(applicationWire(world, access.missing(), 'full'));

  return [
    { method: 'GET', path: '/gateway', open: true, run: (call) => ok({ url: gatewayUrl(call) }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      run: (call) => ok({ url: gatewayUrl(call), ...app.info() }),
    },
    {
      method: 'GET',
      path: '/users/@me',
      run: () =>
        ok({
          ...userWire(world, seed.bot.id),
          flags: 0,
          mfa_enabled: false,
          verified: true,
          email: null,
          locale: 'en-US',
        }),
    },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      run: () =>
        ok(
          app.seeds().map(({ id, name }) => ({
            id,
            name,
            icon: null,
            banner: null,
            owner: false,
            permissions: '0',
            features: [],
          })),
        ),
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      run(call) {
        const recipient = snowflake('recipient_id', call.body['recipient_id']);
        if (world.userName(recipient) === null) throw new ApiRefusal(10013);
        if (recipient === seed.bot.id) throw new ApiRefusal(50033);
        const { id } = world.openDirect(seed.bot.id, recipient);
        return ok(channelWire(world, world.channel(id)!));
      },
    },
    {
      method: 'GET',
      path: '/users/:user',
      run(call) {
        const id = snowflake('user_id', call.params['user']);
        if (world.userName(id) === null) throw new ApiRefusal(10013);
        return ok(userWire(world, id));
      },
    },
    { method: 'GET', path: '/applications/@me', run: application },
    { method: 'GET', path: '/oauth2/applications/@me', run: application },
    {
      method: 'GET',
      path: '/guilds/:guild',
      run: (call) => (inGuild(call), ok(guildWire(world, access.missing()))),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      run: (call) => (
        inGuild(call),
        ok(seed.channels.map(({ id }) => channelWire(world, world.channel(id)!)))
      ),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/roles',
      run: (call) => (inGuild(call), ok(roles(seed, access.missing()))),
    },
    {
      // https://docs.discord.com/developers/resources/guild#get-guild-role-member-counts: without @everyone.
      method: 'GET',
      path: '/guilds/:guild/roles/member-counts',
      run: (call) => {
        inGuild(call);
        const counted = seed.groups.map(({ id }) => [
          id,
          seed.people.filter(({ groups }) => groups.includes(id)).length,
        ]);
        return ok(Object.fromEntries(counted) as Json);
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members',
      // The list takes the GUILD_MEMBERS intent.
      run: (call) => {
        inGuild(call);
        if (access.missing().has('GUILD_MEMBERS')) throw new ApiRefusal(50001);
        const after = BigInt(call.query.get('after') ?? '0');
        const members = [seed.bot, ...seed.people]
          .filter((one) => BigInt(one.id) > after && !isGone(one))
          .slice(0, Number(call.query.get('limit') ?? 1));
        return ok(members.map(({ id }) => fullMemberWire(world, id)));
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/search',
      run(call) {
        inGuild(call);
        const query = (call.query.get('query') ?? '').toLowerCase();
        const found = [seed.bot, ...seed.people].filter(({ name }) => name.toLowerCase().startsWith(query));
        return ok(
          found.slice(0, Number(call.query.get('limit') ?? 1)).map(({ id }) => fullMemberWire(world, id)),
        );
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      run(call) {
        inGuild(call);
        const id = snowflake('user_id', call.params['user'] === '@me' ? seed.bot.id : call.params['user']);
        if (world.userName(id) === null) throw new ApiRefusal(10013);
        if (seed.people.some((one) => one.id === id && isGone(one))) throw new ApiRefusal(10007);
        return ok(fullMemberWire(world, id));
      },
    },
  ];
}

/** They have left the server. */
function isGone(one: object): boolean {
  return 'deactivated' in one && one.deactivated === true;
}

function gatewayUrl({ host }: Call): string {
  return `ws://${host}${GATEWAY_PATH}`;
}
