import type { Action } from '../../src/chat/card.ts';
import { commands } from '../../src/commands/index.ts';
import type { Meant } from './secrets.ts';

/** Commands whose words a member is meant to have, once they are sent. */
const REPLIES = new Set(['reply', 'department', 'template', 'gift']);
/** What members say to us alone. */
export const FROM_MEMBERS = new Set(['solved', 'comment', 'rate', 'consent']);
/** They would link accounts, which is a right that this month's reckoning knows nothing of; and a page to open. */
const LEFT_OUT = new Set(['identity', 'dashboard']);
/** Typed more often than the others: they carry words, and keep people out. */
const OFTEN = new Set([
  'note',
  'exclude',
  'audience',
  'route',
  'assign',
  'reply',
  'department',
  'escalate',
  'cc',
]);
/** Every command that takes part, some of them several times. */
export const TYPED = commands
  .filter(({ name }) => !LEFT_OUT.has(name))
  .flatMap((each) => (OFTEN.has(each.name) ? [each, each, each, each] : [each]));

/** What is done with a command when it is pressed. */
export type Invoking = Exclude<Action, { type: 'menu' | 'link' }>;

export function isInvoking(action: Action): action is Invoking {
  return action.type === 'button' || action.type === 'select';
}

/** Who is meant to read what is typed with a command. */
export function meantIn(command: string): Meant {
  if (REPLIES.has(command)) return 'reply';
  return FROM_MEMBERS.has(command) ? 'private' : 'internal';
}

/** The case that values of a command name. */
export function aboutOf(
  { case: name, in: home }: Record<string, string>,
  workspaceId: string,
): { workspaceId: string; number: number } | null {
  const found = /^FB-(\d+)/.exec(name ?? '');
  return found ? { workspaceId: home ?? workspaceId, number: Number(found[1]) } : null;
}

/** The case a card is of, by its title. */
export function numberOn(title: string): number | null {
  const found = /^FB-(\d+) · /.exec(title);
  return found ? Number(found[1]) : null;
}
