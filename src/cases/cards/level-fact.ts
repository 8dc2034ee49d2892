import type { Fact } from '../../chat/card.ts';
import { person, text, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { Raised } from '../case.ts';
import { ccInline } from './cc-inline.ts';
import type { View } from './view.ts';

/** So much of a reason is shown (characters). */
const REASON_MAX = 200;

const WHY: Readonly<Record<Exclude<Raised['why'], 'person'>, string>> = {
  department: 'since a department has it',
  ladder: 'since its reminders got to management',
  member: 'since the member said that it is not solved',
};

/** How far up it has gone, and why. */
export function levelFact({ file: { case: found, raised } }: View): Fact {
  const last = raised.findLast(({ level }) => level === found.level);
  return { label: 'Level', value: [text(`L${found.level}`), ...(last ? whyOf(last) : [])] };
}

function whyOf({ why, by, reason }: Raised): Inline[] {
  if (why !== 'person') return [text(`, ${WHY[why]}`)];
  return [
    ...(by === null ? [] : [text(', by '), person(by)]),
    ...(reason ? [text(`: ${shorten(reason.replaceAll(/\s+/g, ' '), REASON_MAX)}`)] : []),
  ];
}

/** Who reads it along besides those whose work it is. */
export function ccFact({ file: { cc }, workspace }: View): Fact[] {
  if (cc.length === 0) return [];
  const value = cc.flatMap((each, index): Inline[] => [
    ...(index > 0 ? [text(', ')] : []),
    ccInline(each, workspace),
  ]);
  return [{ label: 'Read along', value }];
}
