import type { Content, Picture } from './card.ts';
import { paragraph } from './rich.ts';
import { textsIn, type Wording } from '../texts/index.ts';

/** The picture of a card, if any. */
export function pictureOf(content: Content): Picture | null {
  return content.type === 'card' ? (content.card.image ?? null) : null;
}

/**
 * The same without its picture, with what it shows in words.
 * @param why what would have to be done for a picture, for people
 */
export function withoutPicture(content: Content, why: Wording): Content {
  if (content.type !== 'card' || !content.card.image) return content;
  const { image, ...card } = content.card;
  const said = why(textsIn(card.language));
  return { type: 'card', card: { ...card, body: [...card.body, paragraph(image.alt), paragraph(said)] } };
}
