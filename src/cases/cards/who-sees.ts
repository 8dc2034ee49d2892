import type { Fact } from '../../chat/card.ts';
import { person, text, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import type { CaseFile } from '../case.ts';

/** Who does not see a case, and why: for leads, who can change it. Nothing where everybody on the staff sees it. */
export function whoSees(
  { case: { audience }, excluded }: Pick<CaseFile, 'case' | 'excluded'>,
  { cards: { facts } }: Texts,
): Fact[] {
  const out = excluded.flatMap(({ userId, reason, of }, index): Inline[] => [
    ...(index > 0 ? [text(', ')] : []),
    person(userId),
    text(` (${of === undefined ? facts.excluded[reason] : facts.excluded.otherAccount})`),
  ]);
  return [
    ...(audience === 'leads' ? [{ label: facts.for, value: [text(facts.leadsAlone)] }] : []),
    ...(out.length > 0 ? [{ label: facts.keptFrom, value: out }] : []),
  ];
}
