import type { Place, WorkspaceId } from '../../chat/ref.ts';
import { departmentOf, homeOf, kindOf, workspaceOf } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { namedLeads } from '../access.ts';
import type { NewDelivery } from '../delivery.ts';
import { membersOf, within, type Mention, type Topic } from './topic.ts';

/** Whether so many different members have said it by now that departments and management hear of it; once, until it is fixed. */
export function isDueToRaise(topic: Topic, policy: Policy, now: Date): boolean {
  const { topics } = policy;
  if (topics === false || topic.raisedAt !== null || topic.fixedAt !== null) return false;
  return membersOf(within(topic, topics.within, now)) >= topics.members;
}

/** Where its card goes: to the departments and the management of each community in which it was said. */
export function raising(topic: Topic, policy: Policy): { workspaceId: WorkspaceId; delivery: NewDelivery }[] {
  const communities = [...new Set(topic.mentions.map(({ workspaceId }) => workspaceId))];
  return communities.flatMap((workspaceId) => {
    const workspace = workspaceOf(policy, workspaceId);
    if (!workspace) return [];
    const own = topic.mentions.filter((each) => each.workspaceId === workspaceId);
    return [...channels(own, workspace, policy), ...heads(workspace)].map((place) => ({
      workspaceId,
      delivery: { key: keyOf(topic, place), place, body: { type: 'topic' as const, topicId: topic.topicId } },
    }));
  });
}

type Where = Extract<NewDelivery['place'], { type: 'channel' | 'dm' }>;

/** One card a place, for good: what comes back after it was fixed is shown by the same. */
function keyOf({ topicId }: Pick<Topic, 'topicId'>, place: Where): string {
  return `topic-${topicId}-${place.workspaceId}-${place.type === 'channel' ? place.channelId : place.userId}`;
}

/** Management has it from the channels; what a channel does not take stands with the moderators, once. */
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
  const found = [...keys].flatMap((key) => departmentOf(workspace, key) ?? []);
  const places = found.map((department): Where => ({
    type: 'channel',
    workspaceId: homeOf(workspace, department),
    channelId: department.channel,
  }));
  return places.length > 0
    ? places
    : [{ type: 'channel', workspaceId: workspace.id, channelId: workspace.triage }];
}

/** Management as far as the policy names them; else the leads. */
function heads(workspace: WorkspacePolicy): Where[] {
  const { people } = workspace.roles.management;
  return [...new Set(people.length > 0 ? people : namedLeads(workspace))].map((userId) => ({
    type: 'dm',
    workspaceId: workspace.id,
    userId,
  }));
}
