import type { Answer } from '../../chat/command.ts';
import { paragraph, type Block } from '../../chat/rich.ts';
import { NotPossible } from '../../errors.ts';
import type { Texts } from '../../texts/index.ts';

/** The page that a button can lead back to: see replies/home/page-card. */
export const BACK_TO = 'mine';

/**
 * What a button of somebody's page is answered with: that page as it is now, with the words of the answer above it. A form leads back
 * there when it is sent; what has buttons of its own, such as the preview of an answer, stands for itself.
 * @param page draws the page
 */
export async function andBack(
  answering: Promise<Answer>,
  page: () => Promise<Answer>,
  texts: Texts,
): Promise<Answer> {
  const answer = await wordsOfRefusal(answering, texts);
  if (answer.type === 'form') {
    const { form } = answer;
    const values = { ...form.invoke.values, back: BACK_TO };
    return { ...answer, form: { ...form, invoke: { ...form.invoke, values } } };
  }
  if (answer.type === 'card' || (answer.type === 'say' && answer.actions?.length)) return answer;
  const shown = await page();
  const said: Block[] = answer.type === 'say' ? answer.blocks : [];
  if (shown.type !== 'card') return answer;
  return { ...shown, card: { ...shown.card, body: [...said, ...shown.card.body] }, inPlace: true };
}

/** What cannot be done is said above the page too: it may be why the page has to be drawn anew. */
async function wordsOfRefusal(answering: Promise<Answer>, texts: Texts): Promise<Answer> {
  try {
    return await answering;
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { type: 'say', blocks: [paragraph(error.in(texts))] };
  }
}
