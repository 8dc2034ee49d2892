import type { Exclusion } from '../../cases/case.ts';
import type { Choice } from '../../chat/card.ts';
import { NotPossible } from '../../errors.ts';

const REASONS: ReadonlyMap<string, Exclusion['reason']> = new Map([
  ['conflict', 'conflict'],
  ['accused', 'accused'],
  ['previous-handler', 'previous_handler'],
]);

/** Why somebody is kept out of a case. */
export const WHY: Choice[] = [
  { value: 'conflict', label: 'Conflict of interest' },
  { value: 'accused', label: 'It is about them' },
  { value: 'previous-handler', label: 'They handled it before, and the member was not satisfied' },
];

/** A conflict of interest when nothing was said. @throws {NotPossible} */
export function pickReason(typed: string | undefined): Exclusion['reason'] {
  const wanted = (typed ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const known = REASONS.get(wanted || 'conflict');
  if (!known)
    throw new NotPossible(
      `"${wanted.slice(0, 40)}" is not a reason. Choose one of: ${[...REASONS.keys()].join(', ')}.`,
    );
  return known;
}
