import type { ActionView, FormView } from '../platform.ts';
import { COMPONENT, SELECTS, STYLE, walk } from './check-components.ts';
import { fieldsOf } from './checks.ts';
import type { Json, StoredForm, StoredMessage } from './types.ts';
import type { World } from './world.ts';

const C = COMPONENT;

type Choices = ActionView['choices'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The buttons and selects of a message that can be used: those switched off are left out. */
export function actionsOf(world: World, message: StoredMessage): ActionView[] {
  return usable(message).map((component) => {
    const isButton = component['type'] === C.button;
    const isLink = component['style'] === STYLE.link;
    return {
      id: textOf(isLink ? component['url'] : component['custom_id']),
      type: isLink ? 'link' : isButton ? 'button' : 'select',
      label: textOf(
        isButton ? (component['label'] ?? fieldsOf(component['emoji'])['name']) : component['placeholder'],
      ),
      style:
        isButton && component['style'] === 1
          ? 'primary'
          : isButton && component['style'] === 4
            ? 'danger'
            : 'plain',
      choices: isButton ? [] : choicesOf(world, component),
      url: isLink ? textOf(component['url']) : null,
    };
  });
}

/** Buttons and selects that are not switched off, in order. */
export function usable(message: StoredMessage): Json[] {
  return walk(message.components).filter(
    ({ type, disabled }) => (type === C.button || SELECTS.includes(Number(type))) && disabled !== true,
  );
}

/** What can be chosen in a select: its options, or the people, roles or channels there are. */
export function choicesOf(world: World, select: Json): Choices {
  const { seed } = world;
  switch (select['type']) {
    case C.userSelect:
      return named([...seed.people, seed.bot]);
    case C.roleSelect:
      return named(seed.groups);
    case C.mentionableSelect:
      return named([...seed.people, ...seed.groups]);
    case C.channelSelect:
      return named(seed.channels);
    case C.fileUpload:
      return [];
    default:
      return [select['options'] ?? []].flat().map((option) => {
        const { label, value } = fieldsOf(option);
        return { label: textOf(label), value: textOf(value) };
      });
  }
}

function named(list: { id: string; name: string }[]): Choices {
  return list.map(({ id, name }) => ({ label: name, value: id }));
}

/** One field of a form, with the component it is made of. */
export interface FormField {
  view: FormView['fields'][number];
  component: Json;
}

/** The fields of a form; texts between them are not fields. */
export function fieldsOfForm(world: World, form: StoredForm): FormField[] {
  return [form.modal['components'] ?? []].flat().flatMap((raw) => {
    const top = fieldsOf(raw);
    if (top['type'] === C.textDisplay) return [];
    const isLabel = top['type'] === C.label;
    const component = fieldsOf(isLabel ? top['component'] : [top['components']].flat()[0]);
    const label = textOf(isLabel ? top['label'] : component['label']);
    const hint = textOf(top['description']);
    return [{ component, view: { ...fieldView(world, component, label), ...(hint !== '' && { hint }) } }];
  });
}

function fieldView(world: World, component: Json, label: string): FormView['fields'][number] {
  const isText = component['type'] === C.textInput;
  const choices = isText ? [] : choicesOf(world, component);
  const chosen = [component['options'] ?? component['default_values'] ?? []].flat().map(fieldsOf);
  const preset = chosen.find((one) => one['default'] === true || one['id'] !== undefined);
  return {
    name: textOf(component['custom_id']),
    label,
    type: typeOf(component),
    // https://docs.discord.com/developers/components/reference: true unless said otherwise, in forms.
    required: component['required'] !== false,
    value: textOf(isText ? component['value'] : (preset?.['value'] ?? preset?.['id'])),
    choices,
    ...(component['type'] === C.fileUpload && { maxFiles: maxFilesOf(component) }),
  };
}

/** https://docs.discord.com/developers/components/reference#file-upload */
export function maxFilesOf({ max_values: most }: Json): number {
  return Number(most ?? 1);
}

function typeOf({ type, style }: Json): FormView['fields'][number]['type'] {
  if (type === C.textInput) return style === 2 ? 'paragraph' : 'line';
  if (type === C.fileUpload) return 'files';
  return type === C.userSelect ? 'person' : 'choice';
}

/** An open form as its person sees it. Discord's button is always called the same. */
export function formView(world: World, form: StoredForm): FormView {
  return {
    id: form.id,
    title: textOf(form.modal['title']),
    submit: 'Submit',
    fields: fieldsOfForm(world, form).map(({ view }) => view),
  };
}
