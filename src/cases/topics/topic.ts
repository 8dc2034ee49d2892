import type { WorkspaceId } from '../../chat/ref.ts';
import type { Policy } from '../../policy/schema.ts';
import { accountKey, type Account } from '../../chat/account.ts';
import type { State } from '../case.ts';
import type { Texts } from '../../texts/index.ts';
import { isNoComplaint } from './topic-scope.ts';

/** A case as one of several about the same thing. */
export interface Mention {
  caseId: number;
  workspaceId: WorkspaceId;
  number: number;
  kind: string;
  state: State;
  permalink: string | null;
  quote: string;
  language: string;
  member: { userId: string; name: string };
  /** All accounts of the member, as `accountKey` writes them, the same for each case of theirs; none for whoever has no account here. */
  accounts: readonly string[];
  departments: string[];
  openedAt: Date;
  /** Found by its words alone, or a person has said so. */
  how: 'found' | 'confirmed';
}

/** What several cases are about. */
export interface Topic {
  topicId: number;
  /** As people call it; null: by the words of its first case. */
  title: string | null;
  raisedAt: Date | null;
  fixedAt: Date | null;
  round: number;
  /** Those that everybody on the team may see, the latest first; at most 2,000. */
  mentions: Mention[];
}

/** Longest title (characters). */
const TITLE_MAX = 80;

/** `T-4`. */
export function topicName({ topicId }: Pick<Topic, 'topicId'>): string {
  return `T-${topicId}`;
}

/** What it is called: by people, else by the words of whoever said it first. */
export function titleOf({ title, mentions }: Topic, { says }: Texts): string {
  const words = title ?? mentions.at(-1)?.quote ?? '';
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > TITLE_MAX
    ? `${line.slice(0, TITLE_MAX - 1).toWellFormed()}…`
    : line || says.topics.withoutWords;
}

/** How many different members said it, linked accounts as one; whoever has no account here counts by their name. */
export function membersOf(mentions: readonly Mention[]): number {
  return new Set(
    mentions.map(({ accounts, workspaceId, member }) => accounts[0] ?? `${workspaceId} ${member.name}`),
  ).size;
}

/** Without what somebody said themselves, with whichever of their accounts. */
export function withoutOwn(topic: Topic, { workspaceId, userId }: Account): Topic {
  const own = accountKey(workspaceId, userId);
  return { ...topic, mentions: topic.mentions.filter(({ accounts }) => !accounts.includes(own)) };
}

/** What of it counts by the policy as it is now: complaints, of the communities that are in it. */
export function counting(topic: Topic, policy: Policy): Topic {
  const homes = new Set(policy.workspaces.map(({ id }) => id));
  const mentions = topic.mentions.filter(
    ({ workspaceId, kind }) => homes.has(workspaceId) && !isNoComplaint(policy, kind),
  );
  return { ...topic, mentions };
}

/** The same as one community may see it: what others said only while the policy compares them with one another. */
export function seenFrom(topic: Topic, workspaceId: WorkspaceId, policy: Policy): Topic {
  const counted = counting(topic, policy);
  if (policy.topics !== false && policy.topics.across) return counted;
  return { ...counted, mentions: counted.mentions.filter((each) => each.workspaceId === workspaceId) };
}

/** Mentions of the time before a moment, and of how many members. */
export function within({ mentions }: Pick<Topic, 'mentions'>, ms: number, now: Date): Mention[] {
  return mentions.filter(({ openedAt }) => openedAt.getTime() > now.getTime() - ms);
}
