import type { Fact } from '../../chat/card.ts';
import { text } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { CloseRequest } from '../close-request.ts';
import type { View } from './view.ts';

/** Longest a comment may be on a card (characters); the whole of it is in the notes. */
const COMMENT_MAX = 300;

/** What the member said when they were asked last whether it is solved. */
export function closingFact({ file: { closeRequests } }: View): Fact[] {
  const last = closeRequests.at(-1);
  return last ? [{ label: 'Solved?', value: [text(wordsOf(last))] }] : [];
}

function wordsOf({ answer, rating, comment, isOver }: CloseRequest): string {
  if (answer === 'not_yet') return 'not yet, says the member';
  if (answer === null) return isOver ? 'asked, and taken up again without an answer' : 'the member is asked';
  const rated = rating === null ? 'not rated' : `rated ${rating} of 5`;
  return `yes, says the member · ${rated}${comment === null ? '' : `: ${shorten(comment, COMMENT_MAX)}`}`;
}
