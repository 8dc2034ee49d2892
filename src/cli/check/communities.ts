import type { ChatAdapter } from '../../chat/adapter.ts';
import { troubleOf, type AppSeen, type Inspector, type Trouble } from '../../chat/inspector.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { TargetGone } from '../../errors.ts';
import type { Path } from '../../policy/document.ts';
import { internalChannels } from '../../policy/lookup.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import { groupTroubles } from './groups.ts';
import { channelsNamed, peopleNamed, type NamedPerson } from './named.ts';

/** So many channels are looked at where flags count in all of them. */
const WATCHED_MAX = 50;

/** What a platform is asked by. */
export interface Reached {
  inspector: Pick<Inspector, 'lookAtChannel'>;
  adapter: Pick<ChatAdapter, 'fetchGroups' | 'fetchPerson' | 'fetchChannels' | 'canSee'>;
  app: AppSeen;
}

/** A trouble, and the place of the policy it comes from. */
export interface Placed extends Trouble {
  path: Path;
}

/** Platforms by the names of their tokens. */
const TOKENS: Readonly<Record<string, string>> = { slack: 'SLACK_BOT_TOKEN', discord: 'DISCORD_TOKEN' };

/**
 * Everything a platform can say of one community of the policy: whether the token reaches it, its channels, people and groups.
 * @param index its position under `workspaces`
 * @param reach null for a platform without a token
 */
export async function communityTroubles(
  workspace: WorkspacePolicy,
  index: number,
  reach: (workspaceId: WorkspaceId) => Reached | null,
): Promise<Placed[]> {
  const way = wayTo(workspace, index, reach);
  if (way.length > 0) return way;
  const isReached = (id: WorkspaceId) => (wayIn(id, reach(id)) === null ? reach(id) : null);
  const groups = await groupTroubles(workspace, (id) => isReached(id)?.adapter ?? null);
  return onceEach([
    ...(await channelTroubles(workspace, index, isReached)),
    ...(await watchedTroubles(workspace, index, isReached(workspace.id))),
    ...(await peopleTroubles(workspace, index, isReached)),
    ...groups.map((trouble) => ({ ...trouble, path: ['workspaces', index, 'roles'] })),
  ]);
}

/** A missing scope is met at every channel, and is one thing to put right. */
function onceEach(troubles: readonly Placed[]): Placed[] {
  const messages = troubles.map(({ message }) => message);
  return troubles.filter(({ message }, index) => messages.indexOf(message) === index);
}

/** What is wrong on the way to a community; empty when it is reached. A refused token has been told of already. */
function wayTo(
  { id }: WorkspacePolicy,
  index: number,
  reach: (workspaceId: WorkspaceId) => Reached | null,
): Placed[] {
  const reached = reach(id);
  const message = wayIn(id, reached);
  if (message === null) return [];
  const level = reached?.app.communities === null ? 'unasked' : 'fault';
  return [{ level, message, path: ['workspaces', index, 'id'] }];
}

/** Why a community is not reached; null when it is. */
export function wayIn(id: WorkspaceId, reached: Pick<Reached, 'app'> | null): string | null {
  const platform = id.split(':')[0] ?? '';
  if (!reached)
    return `${TOKENS[platform] ?? `the token of ${platform}`} is not set, so ${id} is not heard; put it into .env, or take this workspace out`;
  const { communities, inviteUrl } = reached.app;
  if (communities === null)
    return `${id} could not be asked about, because its platform did not let us in or did not answer`;
  if (communities.some((each) => each.id === id)) return null;
  const known = communities.map((each) => `${each.id} (${each.name})`).join(', ');
  const instead = known === '' ? 'no community yet' : known;
  return `the token reaches ${instead}, not ${id}; correct the id${inviteUrl ? `, or invite the bot there: ${inviteUrl}` : ', or install the app in that workspace: at /slack/install where SLACK_CLIENT_ID is set, else put its token into .env'}`;
}

async function channelTroubles(
  workspace: WorkspacePolicy,
  index: number,
  reach: (workspaceId: WorkspaceId) => Reached | null,
): Promise<Placed[]> {
  const found: Placed[] = [];
  for (const { workspaceId, channelId, use, path } of channelsNamed(workspace, index)) {
    const reached = reach(workspaceId);
    const troubles = reached ? await lookedAt(reached, workspaceId, channelId, use) : [];
    found.push(...troubles.map((trouble) => ({ ...trouble, path })));
  }
  return found;
}

async function lookedAt(
  { inspector }: Reached,
  ...about: Parameters<Inspector['lookAtChannel']>
): Promise<Trouble[]> {
  try {
    return await inspector.lookAtChannel(...about);
  } catch (error) {
    return [troubleOf(error)];
  }
}

/** Where flags count in all channels: that there are any, and what is missing in them. */
async function watchedTroubles(
  workspace: WorkspacePolicy,
  index: number,
  reached: Reached | null,
): Promise<Placed[]> {
  const path: Path = ['workspaces', index, 'watch'];
  if (workspace.watch !== 'all' || !reached) return [];
  try {
    const internal = internalChannels(workspace);
    const channels = await reached.adapter.fetchChannels(workspace.id);
    const watched = channels.filter(({ channelId }) => !internal.has(channelId));
    if (watched.length === 0) return [{ level: 'fault', message: NOWHERE, path }];
    const rest = watched.length - WATCHED_MAX;
    const found: Placed[] = rest > 0 ? [{ level: 'note', message: notLookedAt(rest), path }] : [];
    for (const { channelId } of watched.slice(0, WATCHED_MAX)) {
      const troubles = await lookedAt(reached, workspace.id, channelId, 'watched');
      // Some channels are not for everybody to write in. Whoever wants flags to count in one names it.
      found.push(...troubles.map(({ level, message }) => ({ level: soft(level), message, path })));
    }
    return found;
  } catch (error) {
    return [{ ...troubleOf(error), path }];
  }
}

function soft(level: Trouble['level']): Trouble['level'] {
  return level === 'fault' ? 'note' : level;
}

function notLookedAt(rest: number): string {
  return `flags count in every channel the bot is in; ${WATCHED_MAX} were looked at, ${rest} more were not. To have one looked at, name it under watch`;
}

const NOWHERE =
  'the bot is in no channel but the internal ones, so flags count nowhere; on Slack type "/invite @hearback" in the channels where flags should count, on Discord let the role of the bot view them';

async function peopleTroubles(
  workspace: WorkspacePolicy,
  index: number,
  reach: (workspaceId: WorkspaceId) => Reached | null,
): Promise<Placed[]> {
  const found: Placed[] = [];
  for (const person of peopleNamed(workspace, index)) {
    const reached = reach(person.workspaceId);
    if (reached) found.push(...(await personTroubles(workspace, person, reached)));
  }
  return found;
}

/** Roles whose people work on the cards of the triage channel. */
const AT_TRIAGE = new Set<string | number | undefined>(['moderator', 'handler']);

async function personTroubles(
  { triage, id }: WorkspacePolicy,
  { workspaceId, userId, path }: NamedPerson,
  { adapter }: Reached,
): Promise<Placed[]> {
  try {
    const { name, isBot, isMember } = await adapter.fetchPerson(workspaceId, userId);
    if (!isMember) return [{ level: 'fault', path, message: left(name, userId) }];
    if (isBot) return [{ level: 'fault', path, message: `${name} (${userId}) is a bot; name a person` }];
    const works = workspaceId === id && path[2] === 'roles' && AT_TRIAGE.has(path[3]);
    if (!works || (await adapter.canSee(id, triage, userId))) return [];
    return [
      {
        level: 'note',
        path,
        message: `${name} (${userId}) works on cases but cannot see the triage channel; invite them to it`,
      },
    ];
  } catch (error) {
    const trouble = troubleOf(error);
    const message = error instanceof TargetGone ? nobody(userId) : trouble.message;
    return [{ ...trouble, path, message }];
  }
}

function nobody(userId: string): string {
  return `nobody in the community has the id ${userId}; correct it, or take it out`;
}

function left(name: string, userId: string): string {
  return `${name} (${userId}) is not in the community any more; name somebody else, or take the id out`;
}
