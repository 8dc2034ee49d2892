import type { MessageView } from '../../sandbox/platform.ts';
import type { Action, Button, Card } from '../../src/chat/card.ts';

/** How something on a message is pressed: a button or a select by its label or id, or what stands in a menu by its own. */
export function pressing({ actions }: MessageView, label: string): { action: string; value?: string } {
  const isThere = actions.some((each) => each.label === label || each.id === label);
  const menu = actions.find(({ choices }) => choices.some((each) => each.label === label));
  const choice = menu?.choices.find((each) => each.label === label);
  return isThere || !menu || !choice ? { action: label } : { action: menu.id, value: choice.value };
}

/** Everything a person can choose to do on a message, whether it is a button or stands in a menu. */
export function labelsOn({ actions }: MessageView): string[] {
  return actions.flatMap(({ label, choices }) => [label, ...choices.map((each) => each.label)]);
}

/** Everything that can be done on a card, in its sections too, with what stands in menus in the place of the menus. */
export function actionsOf({
  actions,
  sections = [],
}: Pick<Card, 'actions' | 'sections'>): ReturnType<typeof unfolded> {
  return [...sections.flatMap((section) => section.actions), ...unfolded(actions)];
}

/** The actions of a card, with those in its menus in the place of the menus. */
export function unfolded(actions: readonly Action[]): (Exclude<Action, { type: 'menu' }> | Button)[] {
  return actions.flatMap((action) => (action.type === 'menu' ? action.choices : [action]));
}
