import { describe, expect, it } from '@jest/globals';
import type { Action, Card } from '../../src/chat/card.ts';
import { encodeAction } from '../../src/chat/action-id.ts';
import { andBack } from '../../src/commands/desk/and-back.ts';
import { NotPossible } from '../../src/errors.ts';
import { textsIn } from '../../src/texts/index.ts';

const texts = textsIn('en');
const card = (title: string, actions: Action[]): Card => ({
  title,
  tone: 'neutral',
  summary: title,
  body: [],
  facts: [],
  footer: [],
  actions,
});
const page = async () => ({ type: 'card' as const, card: card('Your cases', []), inPlace: true });
const button = (label: string, values: Record<string, string>) =>
  ({ type: 'button', label, style: 'plain', invoke: { command: 'send', values } }) as const;

describe('what a button of the page is answered with', () => {
  it('leads back by each of its buttons that has room for it, and by one in front of the menus', async () => {
    const long = { text: 'x'.repeat(85) };
    const menu: Action = { type: 'menu', label: 'More', choices: [button('Discard', { draft: '1' })] };
    const shown = card('Preview', [button('Send', { draft: '1' }), button('Long', long), menu]);
    const answer = await andBack(Promise.resolve({ type: 'card', card: shown }), page, texts, {
      case: 'FB-1',
    });
    expect(answer).toMatchObject({
      inPlace: true,
      card: {
        title: 'Preview',
        actions: [
          { label: 'Send', invoke: { values: { draft: '1', back: 'mine' } } },
          { label: 'Long', invoke: { values: long } },
          { label: 'Back to your cases', invoke: { command: 'mine', values: { case: 'FB-1' } } },
          { label: 'More', choices: [{ invoke: { values: { draft: '1', back: 'mine' } } }] },
        ],
      },
    });
    const { actions } = (answer as { card: Card }).card;
    for (const each of actions) if (each.type === 'button') encodeAction(each.invoke);
  });

  it('is the page with the words of what was done, or of why it was not', async () => {
    const refused = Promise.reject(new NotPossible(() => 'It is not yours.'));
    const answer = await andBack(refused, page, texts, { case: 'FB-1' });
    expect(answer).toMatchObject({ card: { title: 'Your cases', body: [{ type: 'paragraph' }] } });
    expect(JSON.stringify(answer)).toContain('It is not yours.');
  });
});
