import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Pace } from '../../chat/pace.ts';
import type { Log } from '../../log.ts';
import { createChannels } from './channels.ts';
import type { Clients } from './clients.ts';
import type { Emoji } from './emoji.ts';
import { createDownload } from './files.ts';
import { createHomes } from './home.ts';
import type { Identities } from './identity.ts';
import { createLookBack } from './look-back.ts';
import { createMessages } from './messages.ts';
import { createPeople, type People } from './people.ts';
import { createPosting, type Outward } from './posting.ts';
import { createSight } from './sight.ts';
import type { TokenSource } from './token-source.ts';

type Doing = Omit<
  ChatAdapter,
  | 'platform'
  | 'routes'
  | 'start'
  | 'stop'
  | 'problem'
  | 'hears'
  | 'split'
  | 'postedAt'
  | 'parseLink'
  | 'forgetRoles'
>;

/** The app in one workspace: everything is asked and said with that workspace's token. */
export interface Team extends Doing {
  clients: Clients;
  identities: Identities;
  people: People;
  outward: Outward;
  /** What was heard of these people's groups, and of what people see, counts no more; null: of anybody's. */
  forget(userIds: readonly string[] | null): void;
}

export interface TeamParts {
  tokens: TokenSource;
  clients: Clients;
  identities: Identities;
  emoji: Emoji;
  pace: Pace;
  log: Log;
}

export function createTeam({ tokens, clients, identities, emoji, pace, log }: TeamParts): Team {
  const people = createPeople(clients, identities, log);
  const outward = createPosting({ clients, identities, people, emoji });
  const messages = createMessages({ clients, identities, people, emoji });
  const lookingBack = createLookBack({ clients, identities, emoji });
  const download = createDownload(clients, tokens);
  const { forget: forgetSight, canSee } = createSight({ clients, identities, people, pace });

  return {
    clients,
    identities,
    people,
    outward,
    awaitTurn: outward.awaitTurn,
    awaitTurnToUpdate: outward.awaitTurnToUpdate,
    post: outward.post,
    findPosted: outward.findPosted,
    update: outward.update,
    whisper: outward.whisper,
    react: outward.react,
    showHome: createHomes({ clients, identities, people }),
    ...messages,
    ...createChannels({ clients, identities }),
    canSee,
    // Nobody waits for these: they leave room to what happens now.
    fetchReactions: (...asked) => pace.patiently(() => lookingBack.fetchReactions(...asked)),
    fetchThread: (...asked) => pace.patiently(() => messages.fetchThread(...asked)),
    fetchPerson: async (workspaceId, userId) => {
      await identities.check(workspaceId);
      return people.fetch(userId);
    },
    fetchGroups: async (workspaceId) => {
      await identities.check(workspaceId);
      return people.groups();
    },
    download: async (workspaceId, file, maxBytes) => {
      await identities.check(workspaceId);
      return download(file, maxBytes);
    },
    forget: (userIds) => {
      people.forget(userIds);
      forgetSight();
    },
  };
}
