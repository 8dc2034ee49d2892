import { createAdapters, createInspectors, type AdapterSettings } from '../../adapters/index.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Around, Inspector } from '../../chat/inspector.ts';
import type { ChannelInfo } from '../../chat/message.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { AppError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { appSeenBy, createPatience, type Patience } from '../frame/patience.ts';
import type { Choice, Questions } from '../frame/questions.ts';
import { departmentNamed, guessed, type PlatformName, type Said } from './community.ts';

/** What a platform told of a community, besides what was said of it already. */
export interface Found {
  said: Said;
  inviteUrl: string | null;
  /** What could not be found out, and why, for people. */
  problems: readonly string[];
}

/** Somebody who may be asked, and a way to tell them what happens. */
export interface Asker {
  questions: Questions | null;
  say(line: string): void;
  /** Ctrl-C while nothing is asked. */
  stopped: AbortSignal;
}

/**
 * Looks at the community a token is for: its name, channels and people. Whoever is there chooses among them; else they are guessed by
 * their names. What cannot be found out is left out, and said.
 */
export async function findCommunity(
  platform: PlatformName,
  settings: AdapterSettings,
  said: Said,
  asker: Asker,
): Promise<Found> {
  const log = createLog('silent');
  const inspector = createInspectors(settings, log).find((each) => each.platform === platform);
  const adapter = createAdapters(settings, [], log).find((each) => each.platform === platform);
  if (!inspector || !adapter) return { said, inviteUrl: null, problems: [] };
  const patience = createPatience(asker);
  const { communities, inviteUrl, troubles } = await appSeenBy(inspector, patience);
  const problems = troubles.filter(({ level }) => level !== 'note').map(({ message }) => message);
  const community = await chooseCommunity(communities ?? [], said.id, asker.questions);
  if (!community) {
    const elsewhere = said.id !== undefined && communities !== null ? notReached(said.id, communities) : [];
    return { said, inviteUrl, problems: [...problems, ...elsewhere] };
  }
  asker.say(`Found ${community.name} (${community.id}).`);
  if (said.id === undefined && !asker.questions) tellOfOthers(community, communities ?? [], asker);
  const known = { ...said, id: community.id, name: community.name };
  try {
    return { said: await fill(known, { inspector, adapter, patience }, asker), inviteUrl, problems };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'NOT_POSSIBLE') throw error;
    return { said: known, inviteUrl, problems: [...problems, error.message] };
  }
}

type Communities = readonly { id: WorkspaceId; name: string }[];

function notReached(wanted: WorkspaceId, communities: Communities): string[] {
  const reached = communities.map(({ id, name }) => `${name} (${id})`).join(', ') || 'no community yet';
  return [
    `The token reaches ${reached}, not ${wanted}. Correct --community, or invite the bot there, or use the token of that workspace.`,
  ];
}

function tellOfOthers(taken: { id: WorkspaceId }, communities: Communities, { say }: Asker): void {
  const others = communities.filter(({ id }) => id !== taken.id);
  if (others.length > 0)
    say(
      `The bot is in others too: ${others.map(({ id, name }) => `${name} (${id})`).join(', ')}. To set one of them up, add --community with its id.`,
    );
}

async function chooseCommunity(
  communities: readonly { id: WorkspaceId; name: string }[],
  wanted: WorkspaceId | undefined,
  questions: Questions | null,
) {
  if (wanted !== undefined) return communities.find(({ id }) => id === wanted);
  if (communities.length < 2 || !questions) return communities[0];
  const choices = communities.map(({ id, name }) => ({ value: id, label: name, hint: id }));
  const answer = await questions.one('Which community?', choices, choices[0]?.value ?? '');
  return communities.find(({ id }) => id === answer);
}

interface Way {
  inspector: Inspector;
  adapter: Pick<ChatAdapter, 'fetchChannels'>;
  patience: Patience;
}

async function fill(
  said: Said & { id: WorkspaceId },
  { inspector, adapter, patience }: Way,
  { questions }: Asker,
): Promise<Said> {
  const channels = await patience(() => adapter.fetchChannels(said.id));
  const guess = guessed(channels);
  const triage = said.triage ?? (await chooseTriage(channels, guess.triage, questions)) ?? undefined;
  const departments =
    said.departments ?? (await chooseDepartments(channels, triage, guess.departments, questions));
  const helpers = said.helpers ?? guess.helpers;
  const known = { ...said, departments, helpers, ...(triage !== undefined && { triage }) };
  if (triage === undefined) return known;
  const around = await patience(() => inspector.around(said.id, triage));
  return { ...known, ...(await whoWorks(known, around, questions)) };
}

const NONE = '';

async function chooseTriage(
  channels: readonly ChannelInfo[],
  guess: string | null,
  questions: Questions | null,
): Promise<string | null> {
  const inside = channels.filter(({ isPrivate }) => isPrivate);
  if (!questions) return guess;
  const answer = await questions.one(
    'In which PRIVATE channel do moderators work on cases?',
    [
      ...inside.map(asChoice),
      {
        value: NONE,
        label: 'Another one, later',
        hint: 'make it, invite the bot, and put its id into hearback.yaml',
      },
    ],
    guess ?? inside[0]?.channelId ?? NONE,
  );
  return answer === NONE ? null : answer;
}

async function chooseDepartments(
  channels: readonly ChannelInfo[],
  triage: string | undefined,
  guess: NonNullable<Said['departments']>,
  questions: Questions | null,
): Promise<NonNullable<Said['departments']>> {
  const inside = channels.filter(({ isPrivate, channelId }) => isPrivate && channelId !== triage);
  if (!questions || inside.length === 0) return guess;
  const chosen = await questions.many(
    'Which PRIVATE channels belong to departments that cases are brought to?',
    inside.map(asChoice),
    guess.map(({ channel }) => channel),
  );
  return chosen
    .map(
      (channelId) =>
        guess.find(({ channel }) => channel === channelId) ??
        departmentNamed(inside.find((each) => each.channelId === channelId)?.name ?? channelId, channelId),
    )
    .filter(({ key }, index, all) => all.findIndex((each) => each.key === key) === index);
}

/** Who handles new cases, and who else works on them: those of the triage channel. */
async function whoWorks(
  said: Said,
  { people, groups }: Around,
  questions: Questions | null,
): Promise<Pick<Said, 'handler' | 'moderators'>> {
  const [first] = people;
  const choices = people.map(({ userId, name }) => ({ value: userId, label: name, hint: userId }));
  const handler =
    said.handler ??
    (questions && first
      ? await questions.one('Who looks after new cases?', choices, first.userId)
      : first?.userId);
  // Groups of the channel are better than names: who joins one needs no new line. Slack does not tell which belong to a channel.
  const ids = groups.filter((group) => group.people === null).map(({ groupId }) => groupId);
  const moderators = said.moderators ?? {
    people: ids.length > 0 ? [] : people.map(({ userId }) => userId).filter((userId) => userId !== handler),
    groups: ids,
  };
  return { moderators, ...(handler !== undefined && { handler }) };
}

function asChoice({ channelId, name }: ChannelInfo): Choice {
  return { value: channelId, label: `#${name}`, hint: channelId };
}
