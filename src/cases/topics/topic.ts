import type { WorkspaceId } from '../../chat/ref.ts';
import type { State } from '../case.ts';

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
  /** Those that everybody on the team may see, the latest first; at most 200. */
  mentions: Mention[];
}

/** Longest title (characters). */
const TITLE_MAX = 80;

/** `T-4`. */
export function topicName({ topicId }: Pick<Topic, 'topicId'>): string {
  return `T-${topicId}`;
}

/** What it is called: by people, else by the words of whoever said it first. */
export function titleOf({ title, mentions }: Topic): string {
  const words = title ?? mentions.at(-1)?.quote ?? '';
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > TITLE_MAX
    ? `${line.slice(0, TITLE_MAX - 1).toWellFormed()}…`
    : line || 'Without words';
}

/** How many different members said it; whoever has no account here counts by their name. */
export function membersOf(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ workspaceId, member }) => `${workspaceId} ${member.userId || member.name}`))
    .size;
}

/** Mentions of the time before a moment, and of how many members. */
export function within({ mentions }: Pick<Topic, 'mentions'>, ms: number, now: Date): Mention[] {
  return mentions.filter(({ openedAt }) => openedAt.getTime() > now.getTime() - ms);
}
