import type {
  Button,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import type { Action } from '../../chat/card.ts';
import { legible, shorten } from '../../chat/text.ts';
import { buttonId, selectId } from './action-ids.ts';
import { chunks } from './chunks.ts';
import { safeAddress } from './mrkdwn.ts';
import { sizeOf } from './sections.ts';

/** Slack's limits (characters, or how many). https://docs.slack.dev/reference/block-kit/block-elements */
const ELEMENTS_MAX = 25;
const OPTIONS_MAX = 100;
const OVERFLOW_MAX = 5;
const LABEL_MAX = 75;
const VALUE_MAX = 75;
const ADDRESS_MAX = 3_000;
/** An option's value takes 150; an invocation is no longer than this. */
const ID_MAX = 100;
/** Ours: choices of a menu, and characters of a line of it. */
const MENU_MAX = 25;
const LINE_MAX = 500;

/**
 * Buttons and selects, and below them a line for each menu: what can be chosen, and the three dots that open it. They keep no
 * choice as a select would, which could not be made again; and they hold five, so that a longer menu is several lines.
 * @param room characters of JSON; what does not fit is left out
 * @param above ids of what stands further up in the message; what is there already is left out, and what is added here is noted
 */
export function actionBlocks(
  actions: readonly Action[],
  room: number,
  above = new Set<string>(),
): KnownBlock[] {
  const elements: (Button | StaticSelect)[] = [];
  const menus: SectionBlock[] = [];
  let left = room;
  for (const [index, action] of actions.flatMap(single).entries()) {
    if (action.type === 'menu') {
      for (const line of menuLines(action, index)) {
        left -= sizeOf(line);
        if (left >= 0) menus.push(line);
      }
      continue;
    }
    const element = actionElement(action, index);
    if (!element?.action_id || above.has(element.action_id)) continue;
    left -= sizeOf(element);
    if (left < 0) break;
    above.add(element.action_id);
    elements.push(element);
  }
  return [
    ...chunks(elements, ELEMENTS_MAX).map((some) => ({
      type: 'actions' as const,
      elements: some,
    })),
    ...menus,
  ];
}

/** The three dots take no choice that is alone. */
function single(action: Action): Action[] {
  return action.type === 'menu' && action.choices.length === 1 ? action.choices : [action];
}

/** A line for every five choices, and none for one alone: what can be chosen, and the three dots that open it. */
function menuLines({ label, choices }: Extract<Action, { type: 'menu' }>, index: number): SectionBlock[] {
  const invoked = choices.map((each) => ({ label: each.label, value: buttonId(each.invoke) }));
  const options = optionsOf(invoked, ID_MAX).slice(0, MENU_MAX);
  const lines = Math.ceil(options.length / OVERFLOW_MAX);
  return Array.from({ length: lines }, (_, line) => {
    const from = Math.floor((line * options.length) / lines);
    const some = options.slice(from, Math.floor(((line + 1) * options.length) / lines));
    const names = some.map(({ text }) => text.text).join(' · ');
    return {
      type: 'section',
      text: plain(line === 0 ? `${label} ${names}` : names, LINE_MAX),
      accessory: { type: 'overflow', action_id: `menu:${index}-${line}`, options: some },
    };
  });
}

function actionElement(
  action: Exclude<Action, { type: 'menu' }>,
  index: number,
): Button | StaticSelect | null {
  if (action.type === 'select') return select(action);
  const text = plain(action.label, LABEL_MAX);
  if (action.type === 'link') {
    const url = safeAddress(action.url);
    // Slack reports clicks on links as well; an id that is no command is acknowledged and nothing more.
    return url && url.length <= ADDRESS_MAX
      ? { type: 'button', text, url, action_id: `link:${index}` }
      : null;
  }
  const style = action.style === 'plain' ? {} : { style: action.style };
  return { type: 'button', text, action_id: buttonId(action.invoke), ...style };
}

function select({ placeholder, option, choices, invoke }: Action & { type: 'select' }): StaticSelect | null {
  const options = optionsOf(choices);
  if (options.length === 0) return null;
  return {
    type: 'static_select',
    placeholder: plain(placeholder, LABEL_MAX),
    options,
    action_id: selectId(invoke, option),
  };
}

/** Choices as Slack takes them: each value once, and only values that can come back whole. */
export function optionsOf(
  choices: readonly { label: string; value: string }[],
  valueMax = VALUE_MAX,
): (PlainTextOption & { value: string })[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return [...byValue.values()]
    .filter(({ value }) => value.length > 0 && value.length <= valueMax)
    .slice(0, OPTIONS_MAX)
    .map(({ label, value }) => ({ text: plain(label, LABEL_MAX), value }));
}

/** Slack takes no empty text. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(legible(text).toWellFormed().trim() || '–', max), emoji: true };
}
