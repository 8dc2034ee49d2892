import { checkCommands, checkOneCommand } from './check-commands.ts';
import type { Parts } from './message-routes.ts';
import { ApiRefusal } from './refusal.ts';
import { nothing, ok, type Call, type Route } from './rest.ts';
import type { Json } from './types.ts';
import type { World } from './world.ts';

/** Registered commands, per server and for all servers. https://docs.discord.com/developers/interactions/application-commands */
export function commandRoutes({ world }: Pick<Parts, 'world'>): Route[] {
  const scopes = ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'];
  return scopes.flatMap((path) => routesOf(world, path));
}

function routesOf(world: World, path: string): Route[] {
  const scopeOf = (call: Call): string | null => {
    if (call.params['app'] !== world.seed.bot.appId) throw new ApiRefusal(10002);
    const guild = call.params['guild'] ?? null;
    if (guild !== null && guild !== world.seed.id) throw new ApiRefusal(50001);
    return guild;
  };
  const inScope = (scope: string | null) =>
    world.commands.values().filter((one) => (one['guild_id'] ?? null) === scope);
  const at = (call: Call): Json => {
    const found = inScope(scopeOf(call)).find(({ id }) => id === call.params['command']);
    if (!found) throw new ApiRefusal(10063);
    return found;
  };
  const find = (scope: string | null, type: unknown, name: unknown) =>
    inScope(scope).find((one) => one['type'] === type && one['name'] === name);
  const register = (scope: string | null, body: Json): Json => {
    const command = commandWire(world, scope, body);
    const old = find(scope, command['type'], command['name']);
    const kept = old ? { ...command, id: old['id'] } : command;
    world.commands.set(String(kept['id']), kept);
    return kept;
  };

  return [
    {
      method: 'GET',
      path,
      run(call) {
        const found = [...inScope(scopeOf(call))];
        return ok(call.query.get('with_localizations') === 'true' ? found : found.map(withoutLocalizations));
      },
    },
    {
      method: 'PUT',
      path,
      run(call) {
        const scope = scopeOf(call);
        const { list } = call.body as { list?: Json[] };
        if (!Array.isArray(list)) throw new ApiRefusal(50035);
        checkCommands(list);
        const before = inScope(scope);
        const kept = list.map((body) => register(scope, body));
        for (const { id } of before)
          if (!kept.some((one) => one['id'] === id)) world.commands.delete(String(id));
        return ok(kept);
      },
    },
    {
      method: 'POST',
      path,
      run(call) {
        const scope = scopeOf(call);
        checkOneCommand(call.body);
        const isNew = !find(scope, call.body['type'] ?? 1, call.body['name']);
        return { status: isNew ? 201 : 200, body: register(scope, call.body) };
      },
    },
    { method: 'GET', path: `${path}/:command`, run: (call) => ok(at(call)) },
    {
      method: 'PATCH',
      path: `${path}/:command`,
      run(call) {
        const old = at(call);
        const merged = { ...old, ...call.body };
        checkOneCommand(merged);
        const next = { ...commandWire(world, scopeOf(call), merged), id: old['id'] };
        world.commands.set(String(old['id']), next);
        return ok(next);
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      run(call) {
        world.commands.delete(String(at(call)['id']));
        return nothing;
      },
    },
  ];
}

/** A list is without the dictionaries, unless they are asked for (`with_localizations`). */
function withoutLocalizations(command: Json): Json {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  const options = rest['options'];
  return {
    ...rest,
    ...(Array.isArray(options) && { options: (options as Json[]).map(withoutLocalizations) }),
  };
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
function commandWire(world: World, scope: string | null, body: Json): Json {
  const type = body['type'] ?? 1;
  return {
    id: world.nextId(),
    application_id: world.seed.bot.appId,
    version: world.nextId(),
    type,
    name: body['name'],
    name_localizations: body['name_localizations'] ?? null,
    description: type === 1 ? body['description'] : '',
    description_localizations: body['description_localizations'] ?? null,
    default_member_permissions: body['default_member_permissions'] ?? null,
    nsfw: body['nsfw'] ?? false,
    ...(type === 1 && Array.isArray(body['options']) ? { options: body['options'] as Json[] } : {}),
    ...(scope === null
      ? {
          contexts: body['contexts'] ?? null,
          integration_types: body['integration_types'] ?? [0],
          dm_permission: body['dm_permission'] ?? true,
        }
      : { guild_id: scope }),
  };
}
