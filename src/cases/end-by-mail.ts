import { paragraph } from '../chat/rich.ts';
import type { Place } from '../chat/ref.ts';
import type { CaseFile } from './case.ts';
import type { NewDelivery } from './delivery.ts';
import { isOpen, stateWords } from './states.ts';

/**
 * A card follows its case and a mail cannot: a department that has a case by mail is told when it has ended, once for each end. Null
 * while it is open.
 */
export function endByMail({ case: found }: Pick<CaseFile, 'case'>, place: Place): NewDelivery | null {
  if (isOpen(found) || place.type !== 'channel') return null;
  const { caseId, state, closedAt } = found;
  return {
    key: `mail-ended-${caseId}-${place.channelId}-${closedAt?.getTime() ?? state}`,
    place,
    body: {
      type: 'notice',
      title: stateWords(state),
      blocks: [
        paragraph(
          `This case is ${stateWords(state)} now, so nobody waits for your answer any more. What you write all the same is kept with it.`,
        ),
      ],
    },
  };
}
