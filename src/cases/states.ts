import { NotPossible } from '../errors.ts';
import type { Case, State } from './case.ts';

/** From each state, where a case can go. Everything else is refused. */
export const TRANSITIONS: Readonly<Record<State, readonly State[]>> = {
  new: [
    'open',
    'waiting_on_member',
    'waiting_on_team',
    'solved',
    'closed_unconfirmed',
    'dismissed',
    'merged',
  ],
  open: ['waiting_on_member', 'waiting_on_team', 'solved', 'closed_unconfirmed', 'dismissed', 'merged'],
  waiting_on_member: ['open', 'waiting_on_team', 'solved', 'closed_unconfirmed', 'dismissed', 'merged'],
  waiting_on_team: ['open', 'waiting_on_member', 'solved', 'closed_unconfirmed', 'dismissed', 'merged'],
  reopened: [
    'open',
    'waiting_on_member',
    'waiting_on_team',
    'solved',
    'closed_unconfirmed',
    'dismissed',
    'merged',
  ],
  solved: ['closed', 'closed_unconfirmed', 'reopened'],
  closed: ['reopened'],
  // Whoever was asked may still say so later.
  closed_unconfirmed: ['closed', 'reopened'],
  dismissed: ['reopened'],
  merged: [],
};

const WORDS: Record<State, string> = {
  new: 'new',
  open: 'open',
  waiting_on_member: 'waiting on the member',
  waiting_on_team: 'waiting on the team',
  solved: 'solved',
  closed: 'closed',
  closed_unconfirmed: 'closed, not confirmed',
  reopened: 'reopened',
  dismissed: 'dismissed',
  merged: 'merged into another case',
};

/** The state as people read it. */
export function stateWords(state: State): string {
  return WORDS[state];
}

/** States in which somebody still owes somebody an answer. */
export const OPEN_STATES: readonly State[] = [
  'new',
  'open',
  'waiting_on_member',
  'waiting_on_team',
  'reopened',
];

export function isOpen({ state }: Pick<Case, 'state'>): boolean {
  return OPEN_STATES.includes(state);
}

/** @throws {NotPossible} with what to do instead, when a case cannot go there from where it is. */
export function assertMove(found: Case, to: State): void {
  if (TRANSITIONS[found.state].includes(to)) return;
  if (found.state === to) throw new NotPossible(`This case is already ${WORDS[to]}.`);
  const advice = TRANSITIONS[found.state].includes('reopened')
    ? ' Reopen it first with /feedback reopen.'
    : found.state === 'merged'
      ? ' Go on in the case it was merged into.'
      : '';
  throw new NotPossible(`This case is ${WORDS[found.state]}, so it cannot become ${WORDS[to]}.${advice}`);
}

/** @throws {NotPossible} for a case nobody works on any more. */
export function assertOpen(found: Case): void {
  if (isOpen(found)) return;
  throw new NotPossible(
    found.state === 'merged'
      ? 'This case was merged into another one; go on there.'
      : `This case is ${WORDS[found.state]}. Reopen it first with /feedback reopen.`,
  );
}
