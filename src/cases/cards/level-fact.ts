import type { Fact } from '../../chat/card.ts';
import { person, text, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { Texts } from '../../texts/index.ts';
import type { Raised } from '../case.ts';
import { ccInline } from './cc-inline.ts';
import { textsFor, type View } from './view.ts';

/** So much of a reason is shown (characters). */
const REASON_MAX = 200;

/** How far up it has gone, and why. */
export function levelFact(view: View): Fact {
  const { case: found, raised } = view.file;
  const { facts } = textsFor(view).cards;
  const last = raised.findLast(({ level }) => level === found.level);
  return { label: facts.level, value: [text(`L${found.level}`), ...(last ? whyOf(last, facts) : [])] };
}

function whyOf({ why, by, reason }: Raised, { levels }: Texts['cards']['facts']): Inline[] {
  if (why !== 'person') return [text(levels[why])];
  return [
    ...(by === null ? [] : [text(levels.by), person(by)]),
    ...(reason ? [text(`: ${shorten(reason.replaceAll(/\s+/g, ' '), REASON_MAX)}`)] : []),
  ];
}

/** Who reads it along besides those whose work it is. */
export function ccFact(view: View): Fact[] {
  const { workspace } = view;
  const { cc } = view.file;
  const texts = textsFor(view);
  if (cc.length === 0) return [];
  const value = cc.flatMap((each, index): Inline[] => [
    ...(index > 0 ? [text(', ')] : []),
    ccInline(each, workspace, texts),
  ]);
  return [{ label: texts.cards.facts.readAlong, value }];
}
