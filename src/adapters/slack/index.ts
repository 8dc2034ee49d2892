import type { ChatAdapter } from '../../chat/adapter.ts';
import { unpaced } from '../../chat/pace.ts';
import { createChannels } from './channels.ts';
import { createClients } from './clients.ts';
import { createConnecting } from './connect.ts';
import { createEmoji } from './emoji.ts';
import { createDownload } from './files.ts';
import { createHomes } from './home.ts';
import { createIdentities } from './identity.ts';
import { parseLink } from './links.ts';
import { createLookBack } from './look-back.ts';
import { createMessages } from './messages.ts';
import type { SlackOptions } from './options.ts';
import { createPeople, type People } from './people.ts';
import { createPosting } from './posting.ts';
import { splitReply } from './render.ts';
import { createSight } from './sight.ts';
import { momentOf } from './snapshot.ts';

export type { SlackOptions } from './options.ts';

/** One Slack workspace: the one the bot token was installed in. Usable for posting and reading without `start`. */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const { botToken, apiUrl, log, pace = unpaced } = options;
  const workspace = async () => (await identities.get()).workspaceId;
  const clients = createClients(botToken, apiUrl, { pace, workspace });
  const identities = createIdentities(clients);
  const people = createPeople(clients, identities, log);
  const emoji = createEmoji();
  const outward = createPosting({ clients, identities, people, emoji });
  const messages = createMessages({ clients, identities, people, emoji });
  const lookingBack = createLookBack({ clients, identities, emoji });
  const channels = createChannels({ clients, identities });
  const download = createDownload(clients, botToken);
  const { forget, ...roles } = rolesOf({ clients, identities, people, pace });
  const connecting = createConnecting({ options, clients, identities, people, emoji, outward, forget });

  return {
    platform: 'slack',
    ...connecting,
    split: splitReply,
    awaitTurn: outward.awaitTurn,
    post: outward.post,
    findPosted: outward.findPosted,
    postedAt: ({ messageId }) => momentOf(messageId),
    update: outward.update,
    whisper: outward.whisper,
    react: outward.react,
    showHome: createHomes({ clients, identities, people }),
    ...messages,
    ...channels,
    ...roles,
    // Nobody waits for these: they leave room to what happens now.
    fetchReactions: (...asked) => pace.patiently(() => lookingBack.fetchReactions(...asked)),
    fetchThread: (...asked) => pace.patiently(() => messages.fetchThread(...asked)),
    parseLink: (workspaceId, link) => parseLink(workspaceId, link, identities.known()),
    fetchPerson: async (workspaceId, userId) => {
      await identities.check(workspaceId);
      return people.fetch(userId);
    },
    download: async (workspaceId, file, maxBytes) => {
      await identities.check(workspaceId);
      return download(file, maxBytes);
    },
  };
}

/** Who is in which group and sees which channel, and how all of it is forgotten. */
function rolesOf(parts: Parameters<typeof createSight>[0] & { people: People }) {
  const { identities, people } = parts;
  const sight = createSight(parts);
  const forget = (userIds: readonly string[] | null) => {
    people.forget(userIds);
    sight.forget();
  };
  const roles: Pick<ChatAdapter, 'canSee' | 'fetchGroups' | 'forgetRoles'> = {
    canSee: sight.canSee,
    fetchGroups: async (workspaceId) => {
      await identities.check(workspaceId);
      return people.groups();
    },
    forgetRoles: ({ people: userIds }) => forget(userIds),
  };
  return { forget, ...roles };
}
