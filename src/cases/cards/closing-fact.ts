import type { Fact } from '../../chat/card.ts';
import { text } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { Texts } from '../../texts/index.ts';
import type { CloseRequest } from '../close-request.ts';
import { textsFor, type View } from './view.ts';

/** Longest a comment may be on a card (characters); the whole of it is in the notes. */
const COMMENT_MAX = 300;

/** What the member said when they were asked last whether it is solved. */
export function closingFact(view: View): Fact[] {
  const last = view.file.closeRequests.at(-1);
  const { facts } = textsFor(view).cards;
  return last ? [{ label: facts.solved, value: [text(wordsOf(last, facts))] }] : [];
}

function wordsOf(
  { answer, rating, comment, isOver }: CloseRequest,
  { answers }: Texts['cards']['facts'],
): string {
  if (answer === 'not_yet') return answers.notYet;
  if (answer === null) return isOver ? answers.takenUp : answers.asked;
  const rated = rating === null ? answers.notRated : answers.rated(rating);
  return comment === null ? rated : `${rated}: ${shorten(comment, COMMENT_MAX)}`;
}
