import type { Action, Card, Invocation } from '../../chat/card.ts';
import type { ChatCommand } from '../../chat/command.ts';

/** Commands that answer a button by nothing but the card, when it is drawn again. */
const SILENT: ReadonlySet<string> = new Set(['claim', 'department', 'reopen', 'route', 'severity', 'tick']);

/**
 * Whether people see what came of it on the card whose button they pressed. Not so on one that only they see (`tell`), nor in a
 * direct message about a case (`in`): they have to be told in words.
 */
export function isDrawnAgain({ from, values }: ChatCommand): boolean {
  return from !== 'typed' && values['tell'] === undefined && values['in'] === undefined;
}

/** A card as an answer only one person sees: it stays as it is, so its buttons answer in words. */
export function drawnOnce(card: Card): Card {
  return { ...card, actions: card.actions.map(telling) };
}

function telling(action: Action): Action {
  switch (action.type) {
    case 'link':
      return action;
    case 'menu':
      return {
        ...action,
        choices: action.choices.map((choice) => ({ ...choice, invoke: withTell(choice.invoke) })),
      };
    case 'button':
    case 'select':
      return { ...action, invoke: withTell(action.invoke) };
  }
}

function withTell(invoke: Invocation): Invocation {
  return SILENT.has(invoke.command) ? { ...invoke, values: { ...invoke.values, tell: 'yes' } } : invoke;
}
