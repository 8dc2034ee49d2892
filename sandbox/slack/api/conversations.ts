import type { Directory } from '../directory.ts';
import { ApiRefusal, type StoredMessage } from '../types.ts';
import type { Args } from './args.ts';
import { bot, type Ground, type Method } from './method.ts';
import { pageOf } from './page.ts';
import { describedChannel, readableChannel, requireScope } from './reach.ts';

const TYPE_SCOPE = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
} as const;

/** conversations.*: where people talk. */
export const conversationMethods: Record<string, Method> = {
  'conversations.history': bot(null, (args, ground) => {
    const channel = readableChannel(args, ground);
    const found = ground.messages.standing(channel.id).filter(within(args)).toReversed();
    const { items, hasMore, rest } = pageOf(found, args, 100);
    const messages = items.map((message) => ground.wire.message(message, args.flag('include_all_metadata')));
    return { messages, has_more: hasMore, pin_count: 0, ...rest };
  }),

  'conversations.replies': bot(null, (args, ground) => {
    const channel = readableChannel(args, ground);
    const asked = ground.messages.get(channel.id, args.text('ts') ?? '');
    const root = asked?.thread ? ground.messages.get(channel.id, asked.thread) : asked;
    if (!asked || !root || asked.ephemeralFor) throw new ApiRefusal('thread_not_found');
    const replies = ground.messages.replies(channel.id, root.ts).filter(within(args));
    // The root comes first on the first page, whatever the bounds.
    const { items, hasMore, rest } = pageOf([root, ...replies], args, 999);
    const messages = items.map((message) => ground.wire.message(message, args.flag('include_all_metadata')));
    return { messages, has_more: hasMore, ...rest };
  }),

  'conversations.info': bot(null, (args, ground) => ({
    channel: ground.wire.channel(describedChannel(args, ground)),
  })),

  'conversations.members': bot(null, (args, ground) => {
    const { items, rest } = pageOf(describedChannel(args, ground).members, args, 100);
    return { members: items, ...rest };
  }),

  'conversations.list': bot(null, (args, ground) => {
    const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
    for (const type of types) {
      if (!(type in TYPE_SCOPE)) throw new ApiRefusal('invalid_types');
      requireScope(ground.faults, TYPE_SCOPE[type as keyof typeof TYPE_SCOPE]);
    }
    const listed = listedChannels(ground.directory, types).filter(
      (channel) => !(args.flag('exclude_archived') && channel.archived),
    );
    const { items, rest } = pageOf(listed, args, 100);
    return { channels: items.map((channel) => ground.wire.channel(channel)), ...rest };
  }),

  'conversations.open': bot('im:write', (args, ground) => {
    const channel = args.text('channel') ? describedChannel(args, ground) : directDialogue(args, ground);
    const whole = args.flag('return_im') ? ground.wire.channel(channel) : {};
    return { channel: { id: channel.id, ...whole } };
  }),
};

function directDialogue(args: Args, { directory, faults }: Ground) {
  const users = (args.text('users') ?? '')
    .split(',')
    .map((user) => user.trim())
    .filter(Boolean);
  const [user] = users;
  if (!user) throw new ApiRefusal('users_list_not_supplied');
  if (users.length > 1) requireScope(faults, 'mpim:write');
  const person = directory.person(user);
  if (!person) throw new ApiRefusal('user_not_found');
  if (person.isBot) throw new ApiRefusal('cannot_dm_bot');
  if (person.deactivated) throw new ApiRefusal('user_disabled');
  if (faults.refusesDms(user)) throw new ApiRefusal('user_not_visible');
  return directory.openDm(directory.bot.id, user);
}

function listedChannels(directory: Directory, types: string[]) {
  const { bot: app } = directory;
  return [
    ...directory
      .channels()
      .filter(({ kind, members }) =>
        kind === 'channel'
          ? types.includes('public_channel')
          : types.includes('private_channel') && members.includes(app.id),
      ),
    ...(types.includes('im') ? directory.dmsOf(app.id) : []),
  ];
}

/** `latest` and `oldest`, each counted in only with `inclusive`. A ts compares as text: all are equally long. */
function within(args: Args): (message: StoredMessage) => boolean {
  const latest = boundOf(args, 'latest');
  const oldest = boundOf(args, 'oldest');
  const inclusive = args.flag('inclusive');
  return ({ ts }) =>
    (latest === null || ts < latest || (inclusive && ts === latest)) &&
    (oldest === null || ts > oldest || (inclusive && ts === oldest));
}

function boundOf(args: Args, name: 'latest' | 'oldest'): string | null {
  const value = args.text(name);
  if (value === undefined || value === '' || value === '0') return null;
  if (!/^\d+(\.\d+)?$/.test(value)) throw new ApiRefusal(`invalid_ts_${name}`);
  const [seconds = '', micros = ''] = value.split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0').slice(0, 6)}`;
}
