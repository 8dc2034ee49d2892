import type { News } from '../../policy/schema.ts';

/** What each line of a history is to other programs. One that is not named is `case.changed`. */
const NEWS_OF: ReadonlyMap<string, News> = new Map<string, News>([
  ['opened', 'case.opened'],
  ['claimed', 'case.assigned'],
  ['assigned', 'case.assigned'],
  ['routed', 'case.routed'],
  ['replied', 'case.answered'],
  ['solved_by_community', 'case.solved'],
  ['member_wrote', 'case.member_wrote'],
  ['noted', 'case.noted'],
  ['resolved', 'case.solved'],
  ['said_solved', 'case.closed'],
  ['closed_unconfirmed', 'case.closed'],
  ['reopened', 'case.reopened'],
  ['said_not_yet', 'case.reopened'],
  ['dismissed', 'case.dismissed'],
  ['issue_asked', 'case.issue'],
  ['issue_made', 'case.issue'],
  ['issue_closed', 'case.issue'],
  ['issue_reopened', 'case.issue'],
  ['issue_gone', 'case.issue'],
  ['issue_failed', 'case.issue'],
]);

/** What other programs are told when this was done. */
export function newsOf(action: string): News {
  return NEWS_OF.get(action) ?? 'case.changed';
}
