import { ApiRefusal, type Json } from '../types.ts';
import { bot, type Ground, type Method } from './method.ts';
import { ORIGIN } from '../wire.ts';

/** auth.*, team.*, users.*, usergroups.*: who is who. */
export const peopleMethods: Record<string, Method> = {
  'auth.test': bot(null, (_, { directory }) => ({
    url: `${ORIGIN}/slack/`,
    team: directory.teamName,
    user: directory.person(directory.bot.id)?.handle,
    team_id: directory.teamId,
    user_id: directory.bot.id,
    bot_id: directory.bot.botId,
    is_enterprise_install: false,
  })),

  // What it does to the token is done where tokens are.
  'auth.revoke': bot(null, () => ({ revoked: true })),

  'team.info': bot('team:read', (_, { directory }) => ({
    team: {
      id: directory.teamId,
      name: directory.teamName,
      domain: 'sandbox',
      email_domain: '',
      url: `${ORIGIN}/slack/`,
    },
  })),

  'users.info': bot('users:read', (args, { directory, wire }) => {
    const person = directory.person(args.text('user') ?? '');
    if (!person) throw new ApiRefusal('user_not_found');
    return { user: wire.user(person, args.flag('include_locale')) };
  }),

  'usergroups.list': bot('usergroups:read', (args, ground) => ({
    usergroups: ground.directory
      .groups()
      .map((group) => groupWire(group, ground, args.flag('include_users'))),
  })),

  'usergroups.users.list': bot('usergroups:read', (args, ground) => {
    const id = args.text('usergroup') ?? '';
    if (!ground.directory.groups().some((group) => group.id === id)) throw new ApiRefusal('no_such_subteam');
    return { users: membersOf(id, ground) };
  }),
};

function membersOf(group: string, { directory }: Pick<Ground, 'directory'>): string[] {
  return directory
    .people()
    .filter(({ groups }) => groups.includes(group))
    .map(({ id }) => id);
}

/** https://docs.slack.dev/reference/objects/usergroup-object */
export function groupWire(
  { id, name }: { id: string; name: string },
  ground: Pick<Ground, 'directory'>,
  withUsers: boolean,
): Json {
  const users = membersOf(id, ground);
  return {
    id,
    team_id: ground.directory.teamId,
    is_usergroup: true,
    is_subteam: true,
    name,
    handle: name,
    description: '',
    is_external: false,
    date_create: 1_700_000_000,
    date_update: 1_700_000_000,
    date_delete: 0,
    user_count: users.length,
    ...(withUsers ? { users } : {}),
  };
}
