import type { ChatAdapter } from '../../chat/adapter.ts';
import { unpaced, type Pace } from '../../chat/pace.ts';
import { nativeId } from '../../chat/ref.ts';
import { everyShard, type Shards } from '../../chat/shards.ts';
import type { Log } from '../../log.ts';
import { createApi, DISCORD_API, type Api } from './api.ts';
import { createChannels } from './channels.ts';
import { createCommunities, type Communities } from './communities.ts';
import { createDownload } from './download.ts';
import { createGroups } from './groups.ts';
import { createGatewayInfo } from './gateway-info.ts';
import { createIdentifyTurns } from './identify-turns.ts';
import { createKeeper, type Keeper } from './keep-shards.ts';
import { membersIntent } from './members-intent.ts';
import { createLinks } from './link.ts';
import { createListener, type Listener } from './listen.ts';
import { createLookBack } from './look-back.ts';
import { createMessageReader } from './message-reader.ts';
import { createPosting } from './posting.ts';
import { createReact } from './react.ts';
import { createReading } from './reading.ts';
import { splitReply } from './render.ts';
import { createSight } from './sight.ts';
import { timeOf } from './snowflake.ts';
import { createThreadReading } from './thread-reading.ts';

export interface DiscordOptions {
  token: string;
  /** Base of the REST API, such as `http://127.0.0.1:3000/discord/api`; Discord's own by default. */
  apiUrl?: string;
  /** Native ids of the servers the policy knows; others are ignored. Without it every server counts. */
  workspaces?: readonly string[];
  /** When calls may be made; without it, at once. */
  pace?: Pace;
  /** Who listens to what; without it we are the only one. */
  shards?: Shards;
  /** How many shards there are to be; by default as many as Discord recommends. */
  shardCount?: number;
  log: Log;
}

/**
 * Discord. Sending and reading need only the REST API, so a worker uses it without `start`;
 * `start` adds the gateway connection that events and commands come in by.
 */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { token, apiUrl = DISCORD_API, workspaces, pace = unpaced, log } = options;
  const api = createApi(token, apiUrl, pace);
  const channels = createChannels(api);
  const communities = createCommunities(api, workspaces);
  const links = createLinks(apiUrl);
  const reader = createMessageReader({ channels, communities, links, log, self: api.self });
  const download = createDownload(apiUrl);
  let keeper: Keeper | null = null;
  let listener: Listener | null = null;

  return {
    platform: 'discord',
    routes: [],

    start: async (inbound, commands) => {
      listener = createListener({ api, channels, communities, links, inbound, commands, log }, reader);
      keeper = keeperFor({ ...options, apiUrl, pace }, api, listener);
      await keeper.open();
      if (keeper.problem() === null && keeper.isListening()) await listener.settled();
    },
    stop: async () => {
      await listener?.stop();
      await keeper?.close();
    },
    problem: () => (keeper ? (keeper.problem() ?? notInvited(communities, keeper)) : NOT_STARTED),
    hears: (workspaceId) => keeper?.hears(nativeId(workspaceId)) ?? false,

    split: splitReply,
    ...createPosting(api, channels),
    postedAt: ({ messageId }) => timeOf(messageId),
    // Discord gives a bot no page of its own in front of somebody.
    showHome: async () => null,
    react: createReact(api),
    ...patientReading({ api, channels, reader, communities, pace }),
    ...asking({ api, channels, communities, reader }),
    download: (_workspaceId, file, maxBytes) => download(file, maxBytes),
    parseLink: links.parse,
  };
}

/** Listens to our share of the shards. */
function keeperFor(
  options: DiscordOptions & { apiUrl: string; pace: Pace },
  api: Api,
  listener: Listener,
): Keeper {
  const { token, apiUrl, pace, shards = everyShard, shardCount = null, log } = options;
  // None of this waits for the record: who listens is connected again also while it is away.
  const atOnce: Pick<Api, 'get'> = { get: (call) => pace.urgently(() => api.get(call)) };
  const gateway = createGatewayInfo(atOnce);
  return createKeeper({
    ...membersIntent(atOnce),
    token,
    apiUrl,
    log,
    gateway,
    shards,
    wanted: shardCount,
    identifyTurn: createIdentifyTurns(gateway, pace),
    prepare: async () => listener.iAm(await pace.urgently(api.self)),
    // What comes in is stored, or answered within three seconds: nothing we ask for that is held up.
    onPacket: (packet) => pace.urgently(() => listener.take(packet)),
    onAdopted: listener.adopt,
  });
}

const NOT_STARTED = 'Discord has not been started.';

function notInvited(communities: Pick<Communities, 'missing'>, { hears }: Keeper): string | null {
  const missing = communities.missing(hears);
  if (missing.length === 0) return null;
  return `the bot is not in server ${missing.join(', ')}: invite it with the scopes bot and applications.commands (Developer Portal → OAuth2 → URL Generator).`;
}

/** What is asked of Discord at once, by whoever wants to know. */
function asking(parts: Parameters<typeof createReading>[0]) {
  return { ...createSight(parts), ...createGroups(parts), ...createReading(parts) };
}

/** Nobody waits for these: they leave room to what happens now. */
function patientReading({
  pace,
  ...parts
}: Parameters<typeof createThreadReading>[0] & { pace: Pace }): Pick<
  ChatAdapter,
  'fetchReactions' | 'fetchThread'
> {
  const lookBack = createLookBack(parts.api, parts.channels);
  const readThread = createThreadReading(parts);
  return {
    fetchReactions: (...asked) => pace.patiently(() => lookBack(...asked)),
    fetchThread: (...asked) => pace.patiently(() => readThread(...asked)),
  };
}
