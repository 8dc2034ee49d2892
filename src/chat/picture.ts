import type { Content, Picture } from './card.ts';
import { paragraph } from './rich.ts';

/** The picture of a card, if any. */
export function pictureOf(content: Content): Picture | null {
  return content.type === 'card' ? (content.card.image ?? null) : null;
}

/**
 * The same without its picture, with what it shows in words.
 * @param why what would have to be done for a picture, for people
 */
export function withoutPicture(content: Content, why: string): Content {
  if (content.type !== 'card' || !content.card.image) return content;
  const { image, ...card } = content.card;
  return { type: 'card', card: { ...card, body: [...card.body, paragraph(image.alt), paragraph(why)] } };
}
