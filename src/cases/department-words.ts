import type { DepartmentState, DepartmentWork } from './case.ts';

/** `Support: needs more` in a few words, for a card. */
export function departmentWords({ state }: Pick<DepartmentWork, 'state'>): string {
  return STATE_WORDS[state];
}

const STATE_WORDS: Readonly<Record<DepartmentState, string>> = {
  asked: 'asked',
  taken: 'taken',
  needs_more: 'needs more',
  elsewhere: 'handled elsewhere',
  declined: 'declined',
  fixed: 'fixed',
  answered: 'answered for the member',
};
