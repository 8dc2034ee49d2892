import type { Fact } from '../../chat/card.ts';
import { person, text, type Inline } from '../../chat/rich.ts';
import type { CaseFile, Exclusion } from '../case.ts';

const WHY: Record<Exclusion['reason'], string> = {
  accused: 'it is about them',
  previous_handler: 'handled it before',
  conflict: 'conflict of interest',
};

/** Who does not see a case, and why: for leads, who can change it. Nothing where everybody on the staff sees it. */
export function whoSees({ case: { audience }, excluded }: Pick<CaseFile, 'case' | 'excluded'>): Fact[] {
  const out = excluded.flatMap(({ userId, reason, of }, index): Inline[] => [
    ...(index > 0 ? [text(', ')] : []),
    person(userId),
    text(` (${of === undefined ? WHY[reason] : 'another account'})`),
  ]);
  return [
    ...(audience === 'leads' ? [{ label: 'For', value: [text('leads alone')] }] : []),
    ...(out.length > 0 ? [{ label: 'Kept from', value: out }] : []),
  ];
}
