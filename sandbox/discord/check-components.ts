import { checkChoice, checkList, checkNumber, checkText, checkUrl, fieldsOf, type Path } from './checks.ts';
import type { Problems } from './refusal.ts';
import type { Json } from './types.ts';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const;

const C = COMPONENT;
/** Buttons that are an address, and buttons that sell. */
export const STYLE = { link: 5, premium: 6 } as const;

export const SELECTS: readonly number[] = [
  C.stringSelect,
  C.userSelect,
  C.roleSelect,
  C.mentionableSelect,
  C.channelSelect,
];
const V2_TOP: readonly number[] = [
  C.row,
  C.section,
  C.textDisplay,
  C.gallery,
  C.file,
  C.separator,
  C.container,
];
/** Components in a message of the newer kind, nested ones counted. */
const V2_MAX = 40;

/** Checks the components of one message. @param isV2 whether its flag says that it is made of components only. */
export function checkComponents(problems: Problems, value: unknown, isV2: boolean): void {
  const ids = new Set<string>();
  const top = checkList(problems, ['components'], value, { max: isV2 ? V2_MAX : 5 });
  for (const [index, raw] of top.entries()) {
    const component = fieldsOf(raw);
    const path = ['components', index];
    if (!isV2) checkRow(problems, path, component, ids);
    else checkV2(problems, path, component, ids, V2_TOP);
  }
  if (isV2 && walk(top as Json[]).length > V2_MAX) {
    problems.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Max components of ${V2_MAX} exceeded`,
    );
  }
}

/** Every component, nested ones after their parent. */
export function walk(components: readonly Json[]): Json[] {
  return components.flatMap((component) => {
    const children = [component['components'], component['component'], component['accessory']].flat();
    return [
      component,
      ...walk(children.filter((child): child is Json => typeof child === 'object' && child !== null)),
    ];
  });
}

function checkRow(problems: Problems, path: Path, row: Json, ids: Set<string>): void {
  if (row['type'] !== C.row) return checkChoice(problems, [...path, 'type'], row['type'], [C.row]);
  const children = checkList(problems, [...path, 'components'], row['components'], { min: 1, max: 5 });
  const hasSelect = children.some((child) => SELECTS.includes(Number(fieldsOf(child)['type'])));
  if (hasSelect && children.length > 1) {
    problems.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'A select takes the whole width of its row',
    );
  }
  for (const [index, raw] of children.entries()) {
    const child = fieldsOf(raw);
    const at = [...path, 'components', index];
    if (child['type'] === C.button) checkButton(problems, at, child, ids);
    else if (SELECTS.includes(Number(child['type']))) checkSelect(problems, at, child, ids);
    else checkChoice(problems, [...at, 'type'], child['type'], [C.button, ...SELECTS]);
  }
}

function checkV2(
  problems: Problems,
  path: Path,
  component: Json,
  ids: Set<string>,
  allowed: readonly number[],
): void {
  checkChoice(problems, [...path, 'type'], component['type'], allowed);
  switch (component['type']) {
    case C.row:
      return checkRow(problems, path, component, ids);
    case C.textDisplay:
      return void checkText(problems, [...path, 'content'], component['content'], { min: 1, max: 4_000 });
    case C.section: {
      const texts = checkList(problems, [...path, 'components'], component['components'], { min: 1, max: 3 });
      for (const [index, text] of texts.entries()) {
        checkV2(problems, [...path, 'components', index], fieldsOf(text), ids, [C.textDisplay]);
      }
      const accessory = fieldsOf(component['accessory']);
      checkChoice(problems, [...path, 'accessory', 'type'], accessory['type'], [C.button, C.thumbnail]);
      if (accessory['type'] === C.button) checkButton(problems, [...path, 'accessory'], accessory, ids);
      return undefined;
    }
    case C.container: {
      const children = checkList(problems, [...path, 'components'], component['components'], {
        min: 1,
        max: V2_MAX,
      });
      const inside = V2_TOP.filter((type) => type !== C.container);
      for (const [index, child] of children.entries()) {
        checkV2(problems, [...path, 'components', index], fieldsOf(child), ids, inside);
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/** https://docs.discord.com/developers/components/reference#button */
function checkButton(problems: Problems, path: Path, button: Json, ids: Set<string>): void {
  checkChoice(problems, [...path, 'style'], button['style'], [1, 2, 3, 4, 5, 6]);
  const label = checkText(problems, [...path, 'label'], button['label'], { max: 80 });
  if (button['style'] === STYLE.premium) return;
  if (label === '' && !button['emoji']) {
    problems.add(path, 'BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI', 'A button must have a label or an emoji');
  }
  if (button['style'] !== STYLE.link) return checkCustomId(problems, path, button, ids);
  if (button['custom_id'] !== undefined) {
    problems.add(
      path,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  }
  if (!button['url']) problems.add([...path, 'url'], 'BASE_TYPE_REQUIRED', 'This field is required');
  checkUrl(problems, [...path, 'url'], button['url'], ['http:', 'https:', 'discord:']);
  checkText(problems, [...path, 'url'], button['url'], { max: 512 });
}

/** https://docs.discord.com/developers/components/reference#string-select */
export function checkSelect(problems: Problems, path: Path, select: Json, ids: Set<string>): void {
  checkCustomId(problems, path, select, ids);
  checkText(problems, [...path, 'placeholder'], select['placeholder'], { max: 150 });
  checkNumber(problems, [...path, 'min_values'], select['min_values'], 0, 25);
  checkNumber(problems, [...path, 'max_values'], select['max_values'], 1, 25);
  if (select['type'] !== C.stringSelect) return;
  const options = checkList(problems, [...path, 'options'], select['options'], { min: 1, max: 25 });
  const values = new Set<unknown>();
  for (const [index, raw] of options.entries()) {
    const option = fieldsOf(raw);
    const at = [...path, 'options', index];
    checkText(problems, [...at, 'label'], option['label'], { min: 1, max: 100 });
    checkText(problems, [...at, 'value'], option['value'], { min: 1, max: 100 });
    checkText(problems, [...at, 'description'], option['description'], { max: 100 });
    if (values.has(option['value'])) {
      problems.add(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option['value']);
  }
}

/** Required, and unique within its message or form. */
export function checkCustomId(problems: Problems, path: Path, component: Json, ids: Set<string>): void {
  const id = checkText(problems, [...path, 'custom_id'], component['custom_id'], { min: 1, max: 100 });
  if (ids.has(id)) {
    problems.add(
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  if (id !== '') ids.add(id);
}
