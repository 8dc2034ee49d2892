import { SandboxRefusal } from '../platform.ts';
import type { MessageAction } from './actions.ts';
import type { Ground } from './api/method.ts';
import { choicesOf } from './forms.ts';
import type { Json } from './types.ts';

/** By its id, else by what it says. */
export function findAction(actions: readonly MessageAction[], wanted: string): MessageAction | undefined {
  return actions.find(({ id }) => id === wanted) ?? actions.find(({ label }) => label === wanted);
}

/** What Slack says of the element that was pressed. @throws {SandboxRefusal} */
export function pressedAction(
  { element }: MessageAction,
  value: string | undefined,
  { directory }: Ground,
): Json {
  const { type, text, style, placeholder } = element;
  if (type === 'button') {
    return {
      type,
      text,
      ...('value' in element ? { value: element['value'] } : {}),
      ...(style ? { style } : {}),
    };
  }
  if (type === 'users_select') {
    const person = directory.people().find(({ id, name }) => id === value || name === value);
    if (!person) throw new SandboxRefusal('invalid_value', 'There is no such person to choose.');
    return { type, selected_user: person.id, placeholder };
  }
  return { type, selected_option: optionFor(element, value), placeholder };
}

/** The option with this value or label, as the app sent it. @throws {SandboxRefusal} */
export function optionFor(element: Json, value: string | undefined): Json {
  const choice = choicesOf(element).find((one) => one.value === value || one.label === value);
  if (!choice) throw new SandboxRefusal('invalid_value', 'There is no such choice.');
  return { text: { type: 'plain_text', text: choice.label, emoji: true }, value: choice.value };
}
