import type { Place, WorkspaceId } from '../../chat/ref.ts';
import { kindOf, workspaceOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { namedLeads } from '../access.ts';
import type { NewDelivery } from '../delivery.ts';
import { departmentPlaces } from '../department-places.ts';
import { counting, membersOf, seenFrom, within, type Mention, type Topic } from './topic.ts';

/**
 * Whether so many different members have said it by now that departments and management hear of it. Once they have, whoever else gets
 * to look after it hears as well, until it is fixed.
 */
export function isDueToRaise(topic: Topic, policy: Policy, now: Date): boolean {
  const { topics } = policy;
  if (topics === false || topic.fixedAt !== null) return false;
  if (topic.raisedAt !== null) return true;
  return raisedIn(topic, policy).some(
    (workspaceId) =>
      membersOf(within(seenFrom(topic, workspaceId, policy), topics.within, now)) >= topics.members,
  );
}

/** The communities in which it was said. */
export function raisedIn(topic: Topic, policy: Policy): WorkspaceId[] {
  return [...new Set(counting(topic, policy).mentions.map(({ workspaceId }) => workspaceId))];
}

/**
 * Where its card goes: to the departments and the management of each community in which it was said.
 * @param byGroup who is management of a community by a group alone, as far as its platform lists them
 */
export function raising(
  topic: Topic,
  policy: Policy,
  byGroup: ReadonlyMap<WorkspaceId, readonly string[]> = new Map(),
): { workspaceId: WorkspaceId; delivery: NewDelivery }[] {
  return raisedIn(topic, policy).flatMap((workspaceId) => {
    const workspace = workspaceOf(policy, workspaceId);
    if (!workspace) return [];
    const own = topic.mentions.filter((each) => each.workspaceId === workspaceId);
    const places = [...channels(own, workspace, policy), ...heads(workspace, byGroup.get(workspaceId) ?? [])];
    return distinct(places).map((place) => ({
      workspaceId,
      delivery: { key: keyOf(topic, place), place, body: { type: 'topic' as const, topicId: topic.topicId } },
    }));
  });
}

/** A group may be a large one: nobody writes to more of it than these. */
const HEADS_MAX = 25;

type Where = Extract<NewDelivery['place'], { type: 'channel' | 'dm' }>;

/** One card a place, for good: what comes back after it was fixed is shown by the same. */
function keyOf({ topicId }: Pick<Topic, 'topicId'>, place: Where): string {
  return `topic-${topicId}-${place.workspaceId}-${place.type === 'channel' ? place.channelId : place.userId}`;
}

/** Whoever cannot be written to has it from the channels; what a channel does not take stands with the moderators, once. */
export function topicInstead(
  body: Extract<NewDelivery['body'], { type: 'topic' }>,
  place: Place,
  triage: Extract<Place, { type: 'channel' }>,
): NewDelivery[] {
  return place.type === 'dm' ? [] : [{ key: keyOf(body, triage), place: triage, body }];
}

/** The departments that have any of the cases, or would get them; where there are none, the moderators. */
function channels(mentions: readonly Mention[], workspace: WorkspacePolicy, policy: Policy): Where[] {
  const routed = mentions.flatMap(({ departments }) => departments);
  const planned = mentions.flatMap(({ kind }) => [
    ...kindOf(policy, kind).route,
    ...kindOf(policy, kind).next,
  ]);
  const keys = new Set(routed.length > 0 ? routed : planned);
  const places: Where[] = [...keys].flatMap((key) => departmentPlaces(workspace, key));
  return places.length > 0
    ? places
    : [{ type: 'channel', workspaceId: workspace.id, channelId: workspace.triage }];
}

/**
 * Management: in its channel where it has one, else each of them, named or by a group. Where nobody of them can be written to, the
 * leads; where there are none either, the moderators, who can pass it on.
 */
function heads(workspace: WorkspacePolicy, byGroup: readonly string[]): Where[] {
  const { id: workspaceId, management, triage, roles } = workspace;
  if (management !== undefined) return [{ type: 'channel', workspaceId, channelId: management }];
  const known = [...roles.management.people, ...byGroup];
  const people = [...new Set(known.length > 0 ? known : namedLeads(workspace))];
  return people.length > 0
    ? people.slice(0, HEADS_MAX).map((userId) => ({ type: 'dm', workspaceId, userId }))
    : [{ type: 'channel', workspaceId, channelId: triage }];
}

function distinct(places: readonly Where[]): Where[] {
  return [...new Map(places.map((place) => [keyOf({ topicId: 0 }, place), place])).values()];
}
