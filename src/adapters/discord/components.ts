import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
} from 'discord.js';
import { encodeAction } from '../../chat/action-id.ts';
import type { Action, Choice, Invocation, Section } from '../../chat/card.ts';
import { isWebAddress } from './address.ts';
import { lineOf, NOTHING } from './line.ts';
import { MENU_ID } from './menu-id.ts';

/** Discord's limits (characters or pieces). https://docs.discord.com/developers/components/reference */
const ROWS_MAX = 5;
const ROW_BUTTONS_MAX = 5;
const CHOICES_MAX = 25;
const BUTTON_LABEL_MAX = 80;
const CHOICE_MAX = 100;
const PLACEHOLDER_MAX = 150;
const URL_MAX = 512;
const CUSTOM_ID_MAX = 100;

const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Rows of up to five buttons; a select or menu has a row of its own, and so have the buttons of each section. */
export function rowsOf(
  actions: readonly Action[],
  mark: Record<string, string>,
  sections: readonly Section[] = [],
): Row[] {
  const seen = new Set<string>();
  return [
    ...sections.flatMap((section) => rowsOfSome(named(section), mark, seen).slice(0, 1)),
    ...rowsOfSome(actions, mark, seen),
  ].slice(0, ROWS_MAX);
}

/** All buttons are below all texts, so that a row has to say what it is about. */
function named({ name, actions: [first, ...others] }: Section): Action[] {
  return first ? [{ ...first, label: `${name} · ${first.label}` }, ...others] : [];
}

function rowsOfSome(actions: readonly Action[], mark: Record<string, string>, seen: Set<string>): Row[] {
  const rows: Row[] = [];
  for (const [index, action] of actions.entries()) {
    const component = componentOf(action, index, mark);
    const id = component && ('custom_id' in component ? component.custom_id : JSON.stringify(component));
    if (!component || !id || seen.has(id)) continue;
    seen.add(id);
    const last = rows.at(-1);
    const isButton = component.type === ComponentType.Button;
    const fits =
      isButton &&
      last?.components[0]?.type === ComponentType.Button &&
      last.components.length < ROW_BUTTONS_MAX;
    if (fits) last.components.push(component);
    else rows.push({ type: ComponentType.ActionRow, components: [component] });
  }
  return rows;
}

function componentOf(
  action: Action,
  index: number,
  mark: Record<string, string>,
): APIComponentInMessageActionRow | null {
  if (action.type === 'select') return selectOf(action, mark);
  return action.type === 'menu' ? menuOf(action, index, mark) : buttonOf(action, mark);
}

function buttonOf(
  action: Exclude<Action, { type: 'select' | 'menu' }>,
  mark: Record<string, string>,
): APIButtonComponent | null {
  const label = lineOf(action.label, BUTTON_LABEL_MAX) || NOTHING;
  if (action.type === 'button') {
    return {
      type: ComponentType.Button,
      style: STYLES[action.style],
      label,
      custom_id: actionId(action.invoke, mark),
    };
  }
  if (!isWebAddress(action.url) || action.url.length > URL_MAX) return null;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: action.url };
}

/** What a choice stands for is its value, which is the custom id that its button would have. */
function menuOf(
  { label, choices }: Extract<Action, { type: 'menu' }>,
  index: number,
  mark: Record<string, string>,
): APIComponentInMessageActionRow | null {
  const options = optionsOf(
    choices.map((each) => ({ label: each.label, value: actionId(each.invoke, mark) })),
  );
  if (options.length === 0) return null;
  return {
    type: ComponentType.StringSelect,
    custom_id: `${MENU_ID}${index}`,
    placeholder: lineOf(label, PLACEHOLDER_MAX),
    options,
  };
}

function selectOf(
  action: Extract<Action, { type: 'select' }>,
  mark: Record<string, string>,
): APIComponentInMessageActionRow | null {
  const options = optionsOf(action.choices);
  if (options.length === 0) return null;
  // The option to be filled goes along as the last, empty value: see interaction.ts.
  const { [action.option]: _, ...values } = action.invoke.values;
  const invoke = { command: action.invoke.command, values: { ...values, [action.option]: '' } };
  return {
    type: ComponentType.StringSelect,
    custom_id: actionId(invoke, mark),
    placeholder: lineOf(action.placeholder, PLACEHOLDER_MAX),
    options,
  };
}

/** Choices as Discord takes them; one whose value is too long to come back whole is left out, and so is a repeated one. */
export function optionsOf(choices: readonly Choice[]): { label: string; value: string }[] {
  const fitting = choices.filter(({ value }) => value.length > 0 && value.length <= CHOICE_MAX);
  const unique = new Map(fitting.map(({ label, value }) => [value, lineOf(label, CHOICE_MAX) || NOTHING]));
  return [...unique].slice(0, CHOICES_MAX).map(([value, label]) => ({ label, value }));
}

/** The mark is left out where the id would become too long; the invocation itself never is. */
export function actionId({ command, values }: Invocation, mark: Record<string, string>): string {
  const bare = encodeAction({ command, values });
  const extra = new URLSearchParams(mark).toString();
  if (!extra || bare.length + extra.length + 1 > CUSTOM_ID_MAX) return bare;
  return encodeAction({ command, values: { ...mark, ...values } });
}
