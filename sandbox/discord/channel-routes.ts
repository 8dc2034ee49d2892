import { checkChoice, checkText, fieldsOf } from './checks.ts';
import { newMessage } from './message-body.ts';
import { limitOf, restReader, type Parts } from './message-routes.ts';
import { messageWire } from './message-wire.ts';
import { ApiRefusal, collectProblems } from './refusal.ts';
import { nothing, ok, type Call, type Route } from './rest.ts';
import type { StoredChannel } from './types.ts';
import { activeThreads, channelWire, threadMemberWire, threadWire } from './wire.ts';

/** https://docs.discord.com/developers/resources/channel#thread-metadata-object */
const AUTO_ARCHIVE = [60, 1_440, 4_320, 10_080];

/** Channels and threads. https://docs.discord.com/developers/resources/channel */
export function channelRoutes({ world, access, conversation }: Parts): Route[] {
  const bot = world.seed.bot.id;
  const threadAt = (call: Call): StoredChannel => {
    const channel = access.channel(call.params['channel']);
    if (channel.stored?.type !== 11) throw new ApiRefusal(50024);
    return channel.stored;
  };
  const withMember = (thread: StoredChannel) => ({
    ...threadWire(world, thread),
    ...(thread.people.includes(bot) ? { member: threadMemberWire(thread, bot) } : {}),
  });

  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      run: (call) => ok(channelWire(world, access.channel(call.params['channel']))),
    },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      run: (call) => (access.channel(call.params['channel']), nothing),
    },
    {
      method: 'POST',
      path: '/channels/:channel/messages/:message/threads',
      run(call) {
        const channel = access.channel(call.params['channel']);
        const message = access.message(channel, call.params['message']);
        if (channel.type !== 0) throw new ApiRefusal(50024);
        access.require(channel, 'CREATE_PUBLIC_THREADS');
        if (world.threadOf(message.id)) throw new ApiRefusal(160004);
        const problems = collectProblems();
        const name = checkText(problems, ['name'], call.body['name'], { min: 1, max: 100 });
        const minutes = call.body['auto_archive_duration'] ?? 4_320;
        checkChoice(problems, ['auto_archive_duration'], minutes, AUTO_ARCHIVE);
        problems.throwIfAny();
        return {
          status: 201,
          body: withMember(conversation.startThread(message, name, bot, minutes as number)),
        };
      },
    },
    {
      method: 'POST',
      path: '/channels/:channel/threads',
      // A post of a forum. Threads without a message, in text channels, are not made here.
      run(call) {
        const forum = access.channel(call.params['channel']);
        if (forum.type !== 15) throw new ApiRefusal(50024);
        access.require(forum, 'SEND_MESSAGES');
        const problems = collectProblems();
        const name = checkText(problems, ['name'], call.body['name'], { min: 1, max: 100 });
        const minutes = call.body['auto_archive_duration'] ?? 4_320;
        checkChoice(problems, ['auto_archive_duration'], minutes, AUTO_ARCHIVE);
        problems.throwIfAny();
        const { parts, files } = newMessage(world, fieldsOf(call.body['message']), call.files);
        if (!access.may(forum, 'MENTION_EVERYONE')) parts.mentionEveryone = false;
        if (parts.embeds.length > 0) access.require(forum, 'EMBED_LINKS');
        const draft = { channel: forum.id, author: bot, ...parts };
        const message = conversation.startPost(name, draft, files.fresh, minutes as number);
        return {
          status: 201,
          body: {
            ...withMember(world.threadOf(message.id)!),
            message: messageWire(world, message, restReader(call, access)),
          },
        };
      },
    },
    {
      method: 'PATCH',
      path: '/channels/:channel',
      run(call) {
        const thread = threadAt(call);
        const channel = world.channel(thread.id)!;
        const { archived, locked, name, auto_archive_duration: minutes } = call.body;
        // Whoever started a thread may rename and archive it; locking is for those who manage threads.
        if (thread.owner !== bot || locked !== undefined || thread.locked)
          access.require(channel, 'MANAGE_THREADS');
        const problems = collectProblems();
        if (name !== undefined) checkText(problems, ['name'], name, { min: 1, max: 100 });
        if (minutes !== undefined) checkChoice(problems, ['auto_archive_duration'], minutes, AUTO_ARCHIVE);
        problems.throwIfAny();
        if (archived !== false && world.isArchived(thread)) throw new ApiRefusal(50083);
        if (typeof name === 'string') thread.name = name;
        if (typeof minutes === 'number') thread.autoArchiveMinutes = minutes;
        if (typeof locked === 'boolean') thread.locked = locked;
        if (typeof archived === 'boolean') {
          thread.archived = archived;
          thread.activeAt = world.now().toISOString();
        }
        conversation.updateThread(thread, true);
        return ok(withMember(thread));
      },
    },
    {
      method: 'PUT',
      path: '/channels/:channel/thread-members/@me',
      run(call) {
        const thread = threadAt(call);
        access.requireActive(world.channel(thread.id)!);
        if (!thread.people.includes(bot)) thread.people.push(bot);
        world.channels.set(thread.id, thread);
        return nothing;
      },
    },
    {
      method: 'GET',
      path: '/channels/:channel/threads/archived/public',
      run(call) {
        const channel = access.channel(call.params['channel']);
        access.require(channel, 'READ_MESSAGE_HISTORY');
        const limit = limitOf(call.query, 50);
        const before = call.query.get('before');
        const archived = world.channels
          .values()
          .filter((thread) => thread.parent === channel.id && world.isArchived(thread))
          .filter((thread) => before === null || thread.activeAt < before)
          .toSorted((a, b) => b.activeAt.localeCompare(a.activeAt));
        const page = archived.slice(0, limit);
        const members = page
          .filter(({ people }) => people.includes(bot))
          .map((thread) => threadMemberWire(thread, bot));
        return ok({
          threads: page.map((thread) => threadWire(world, thread)),
          members,
          has_more: archived.length > limit,
        });
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      run(call) {
        if (call.params['guild'] !== world.seed.id) throw new ApiRefusal(10004);
        const threads = activeThreads(world);
        const joined = threads.filter(({ people }) => people.includes(bot));
        return ok({
          threads: threads.map((thread) => threadWire(world, thread)),
          members: joined.map((thread) => threadMemberWire(thread, bot)),
        });
      },
    },
  ];
}
