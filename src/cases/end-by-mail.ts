import { paragraph } from '../chat/rich.ts';
import type { Place } from '../chat/ref.ts';
import type { CaseFile } from './case.ts';
import type { NewDelivery } from './delivery.ts';
import { isOpen, stateWords } from './states.ts';
import type { Texts } from '../texts/index.ts';

/**
 * A card follows its case and a mail cannot: a department that has a case by mail is told when it has ended, once for each end. Null
 * while it is open.
 */
export function endByMail(
  { case: found }: Pick<CaseFile, 'case'>,
  place: Place,
  texts: Texts,
): NewDelivery | null {
  if (isOpen(found) || place.type !== 'channel') return null;
  const { caseId, state, closedAt } = found;
  return {
    key: `mail-ended-${caseId}-${place.channelId}-${closedAt?.getTime() ?? state}`,
    place,
    body: {
      type: 'notice',
      title: stateWords(state, texts),
      blocks: [paragraph(texts.rules.departments.endedByMail(stateWords(state, texts)))],
    },
  };
}
