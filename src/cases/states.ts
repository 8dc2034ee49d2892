import { NotPossible } from '../errors.ts';
import type { Texts } from '../texts/index.ts';
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

/** The state as people read it. */
export function stateWords(state: State, { dashboard: { states } }: Texts): string {
  return states[state];
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
  const ways = TRANSITIONS[found.state];
  if (ways.includes(to)) return;
  throw new NotPossible((texts) => {
    const { refusals } = texts.rules;
    const now = stateWords(found.state, texts);
    if (found.state === to) return refusals.already(now);
    const wanted = stateWords(to, texts);
    if (ways.includes('reopened')) return refusals.reopenToBecome(now, wanted);
    return found.state === 'merged' ? refusals.mergedCannot(now, wanted) : refusals.cannotBecome(now, wanted);
  });
}

/** @throws {NotPossible} for a case nobody works on any more. */
export function assertOpen(found: Case): void {
  if (isOpen(found)) return;
  throw new NotPossible((texts) =>
    found.state === 'merged'
      ? texts.rules.refusals.merged
      : texts.rules.refusals.reopenFirst(stateWords(found.state, texts)),
  );
}
