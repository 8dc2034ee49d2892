import { platformOf, type WorkspaceId } from '../chat/ref.ts';

/** Those behind the 25 that Discord lists under one name. A test compares them with the list there. */
const UNDER_MORE: ReadonlySet<string> = new Set([
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

/**
 * A command as people of this community type it: `meeting decide` is `/feedback meeting decide` on Slack, and
 * `/feedback-more meeting decide` on Discord. Every sentence of ours that names such a command takes it from here.
 */
export function typedAs(words: string, workspaceId: WorkspaceId): string {
  const [name = ''] = words.split(' ');
  return `${isUnderMore(name, workspaceId) ? '/feedback-more' : '/feedback'} ${words}`;
}

/** Whether this community types the command behind `/feedback-more`. */
export function isUnderMore(name: string, workspaceId: WorkspaceId): boolean {
  return platformOf(workspaceId) === 'discord' && UNDER_MORE.has(name);
}
