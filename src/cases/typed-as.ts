import { platformOf, type WorkspaceId } from '../chat/ref.ts';

/** Those behind the 25 that Discord lists under one name: what moderators need less often. */
const MORE: ReadonlySet<string> = new Set([
  'send',
  'discard',
  'done',
  'tick',
  'recommend',
  'template',
  'language',
  'gift',
  'gifts',
  'refuse',
  'praise',
  'consent',
  'solved',
  'rate',
  'comment',
  'helpers',
  'promises',
  'timezone',
  'away',
  'next',
  'duty',
  'digest',
  'meeting',
  'to-do',
]);

/** What goes on between departments, topics and other programs. At most 25 each. */
const TEAM: ReadonlySet<string> = new Set([
  'department',
  'issue',
  'identity',
  'topic',
  'barometer',
  'escalate',
  'cc',
  'follow',
  'unfollow',
  'why',
  'search',
  'transcript',
  'export',
]);

/** Behind which second name a command is listed where one takes 25; null: behind the first. */
export function listedIn(name: string): 'more' | 'team' | null {
  if (MORE.has(name)) return 'more';
  return TEAM.has(name) ? 'team' : null;
}

/**
 * A command as people of this community type it: `meeting decide` is `/feedback meeting decide` on Slack, and
 * `/feedback-more meeting decide` on Discord. Every sentence of ours that names such a command takes it from here.
 */
export function typedAs(words: string, workspaceId: WorkspaceId): string {
  const [name = ''] = words.split(' ');
  const second = platformOf(workspaceId) === 'discord' ? listedIn(name) : null;
  return `/feedback${second ? `-${second}` : ''} ${words}`;
}
