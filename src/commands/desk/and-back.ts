import { isTooLong } from '../../chat/action-id.ts';
import type { Action, Button, Card, Invocation } from '../../chat/card.ts';
import type { Answer, ChatCommand } from '../../chat/command.ts';
import { paragraph, type Block } from '../../chat/rich.ts';
import { NotPossible } from '../../errors.ts';
import type { Texts } from '../../texts/index.ts';

/** The page that a button can lead back to: see replies/home/page-card. */
export const BACK_TO = 'mine';

/**
 * What a button of somebody's page is answered with: that page as it is now, with the words of the answer above it. A form leads back
 * there when it is sent. What has buttons of its own, such as the preview of an answer, takes the place of the page, and its buttons
 * lead back there too; another one only does that.
 * @param page draws the page
 * @param values of the button: the case it is of stays the chosen one
 */
export async function andBack(
  answering: Promise<Answer>,
  page: (values: ChatCommand['values']) => Promise<Answer>,
  texts: Texts,
  { case: name }: ChatCommand['values'],
): Promise<Answer> {
  const chosen = name === undefined ? {} : { case: name };
  const answer = await wordsOfRefusal(answering, texts);
  if (answer.type === 'form') {
    const { form } = answer;
    return { ...answer, form: { ...form, invoke: returning(form.invoke) } };
  }
  if (answer.type === 'card')
    return { ...answer, card: withWayBack(answer.card, wayBack(texts, chosen)), inPlace: true };
  if (answer.type === 'say' && answer.actions?.length)
    return {
      ...answer,
      actions: [...answer.actions.map(leadingBack), wayBack(texts, chosen)],
      inPlace: true,
    };
  const shown = await page(chosen);
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

function withWayBack(card: Card, back: Button): Card {
  const { actions, sections } = card;
  return {
    ...card,
    ...(sections && {
      sections: sections.map((each) => ({ ...each, actions: each.actions.map(buttonBack) })),
    }),
    actions: withButton(actions.map(leadingBack), back),
  };
}

/** Behind the other buttons, in front of menus and selects: a platform may show no more than some rows. */
function withButton(actions: readonly Action[], button: Button): Action[] {
  const wide = actions.findIndex(({ type }) => type === 'menu' || type === 'select');
  const at = wide === -1 ? actions.length : wide;
  return actions.toSpliced(at, 0, button);
}

function wayBack({ home }: Texts, values: ChatCommand['values']): Button {
  return { type: 'button', label: home.back, style: 'plain', invoke: { command: BACK_TO, values } };
}

function leadingBack(action: Action): Action {
  switch (action.type) {
    case 'link':
      return action;
    case 'menu':
      return { ...action, choices: action.choices.map(buttonBack) };
    case 'button':
    case 'select':
      return { ...action, invoke: returning(action.invoke) };
  }
}

function buttonBack(button: Button): Button {
  return { ...button, invoke: returning(button.invoke) };
}

/** One that has no room for it stands for itself. */
function returning(invoke: Invocation): Invocation {
  const back = { ...invoke, values: { ...invoke.values, back: BACK_TO } };
  return isTooLong(back) ? invoke : back;
}
