import type { Exclusion } from '../../cases/case.ts';
import type { Choice } from '../../chat/card.ts';
import { NotPossible } from '../../errors.ts';
import type { Texts } from '../../texts/index.ts';

const REASONS: ReadonlyMap<string, Exclusion['reason']> = new Map([
  ['conflict', 'conflict'],
  ['accused', 'accused'],
  ['previous-handler', 'previous_handler'],
]);

/** Why somebody is kept out of a case. */
export function reasonChoices({ commands: { picked } }: Texts): Choice[] {
  return [
    { value: 'conflict', label: picked.reasons.conflict },
    { value: 'accused', label: picked.reasons.accused },
    { value: 'previous-handler', label: picked.reasons.previousHandler },
  ];
}

/** A conflict of interest when nothing was said. @throws {NotPossible} */
export function pickReason(typed: string | undefined): Exclusion['reason'] {
  const wanted = (typed ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const known = REASONS.get(wanted || 'conflict');
  if (!known)
    throw new NotPossible(({ commands }) =>
      commands.picked.noReason(wanted.slice(0, 40), [...REASONS.keys()].join(', ')),
    );
  return known;
}
