import type { Action, Button, Card, Invocation } from './card.ts';
import type { Block, Inline } from './rich.ts';

/** What is put in the place of parts of a text or card. */
export interface Putting {
  inline(inline: Inline): Inline;
  /** Null: the button is left out. */
  invoke(invoke: Invocation): Invocation | null;
}

/** The same blocks, with other words in the place of some. */
export function withInlines(blocks: readonly Block[], put: Putting['inline']): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return { ...block, children: within(block.children, put) };
      case 'list':
        return { ...block, items: block.items.map((item) => within(item, put)) };
      case 'code':
        return block;
    }
  });
}

/** The same card, with other words and buttons in the place of some. */
export function withParts(card: Card, put: Putting): Card {
  const { body, facts, sections, footer, actions } = card;
  return {
    ...card,
    body: withInlines(body, put.inline),
    facts: facts.map((fact) => ({ ...fact, value: within(fact.value, put.inline) })),
    ...(sections && {
      sections: sections.map((section) => ({
        ...section,
        text: within(section.text, put.inline),
        actions: section.actions.flatMap((button) => withInvoke(button, put.invoke)),
      })),
    }),
    footer: within(footer, put.inline),
    actions: actions.flatMap((action) => actionWith(action, put.invoke)),
  };
}

function actionWith(action: Action, put: Putting['invoke']): Action[] {
  switch (action.type) {
    case 'link':
      return [action];
    case 'menu': {
      const choices = action.choices.flatMap((button) => withInvoke(button, put));
      return choices.length > 0 ? [{ ...action, choices }] : [];
    }
    case 'button':
    case 'select':
      return withInvoke(action, put);
  }
}

function withInvoke<T extends Button | Extract<Action, { type: 'select' }>>(
  action: T,
  put: Putting['invoke'],
): T[] {
  const invoke = put(action.invoke);
  return invoke ? [{ ...action, invoke }] : [];
}

function within(inlines: readonly Inline[], put: Putting['inline']): Inline[] {
  return inlines.map((inline) =>
    'children' in inline ? { ...inline, children: within(inline.children, put) } : put(inline),
  );
}
