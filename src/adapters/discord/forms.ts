import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APIComponentInLabel,
  type APILabelComponent,
} from 'discord.js';
import type { Field, Form } from '../../chat/form.ts';
import { shorten, storable } from '../../chat/text.ts';
import { actionId, optionsOf } from './components.ts';

/** Discord's limits (characters or pieces). https://docs.discord.com/developers/components/reference#label */
const TITLE_MAX = 45;
const FIELDS_MAX = 5;
const LABEL_MAX = 45;
const HINT_MAX = 100;
const TEXT_MAX = 4_000;

export interface Modal {
  title: string;
  custom_id: string;
  components: APILabelComponent[];
}

/**
 * A form as a Discord modal. Its id carries the invocation, and each field's id is the option it fills.
 * Discord has no place for the wording of the submit button.
 */
export function renderForm(form: Form, mark: Record<string, string>): Modal {
  return {
    title: shorten(form.title, TITLE_MAX),
    custom_id: actionId(form.invoke, mark),
    components: form.fields.slice(0, FIELDS_MAX).map((field) => ({
      type: ComponentType.Label,
      label: shorten(field.label, LABEL_MAX),
      ...(field.hint && { description: shorten(field.hint, HINT_MAX) }),
      component: inputOf(field),
    })),
  };
}

function inputOf(field: Field): APIComponentInLabel {
  const { name, required } = field;
  switch (field.type) {
    case 'line':
    case 'paragraph': {
      const maxLength = Math.min(TEXT_MAX, Math.max(1, field.maxLength));
      return {
        type: ComponentType.TextInput,
        custom_id: name,
        style: field.type === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
        required,
        max_length: maxLength,
        ...(field.initial && { value: shorten(field.initial, maxLength) }),
      };
    }
    case 'choice':
      return {
        type: ComponentType.StringSelect,
        custom_id: name,
        required,
        min_values: required ? 1 : 0,
        options: optionsOf(field.choices).map((option) => ({
          ...option,
          default: option.value === field.initial,
        })),
      };
    case 'person':
    default:
      return {
        type: ComponentType.UserSelect,
        custom_id: name,
        required,
        min_values: required ? 1 : 0,
        ...(field.initial && {
          default_values: [{ id: field.initial, type: SelectMenuDefaultValueType.User }],
        }),
      };
  }
}

/** A part of a sent form: a label around an input, a row of inputs, or the input itself. */
export interface FilledPart {
  custom_id?: string;
  value?: string;
  values?: string[];
  component?: FilledPart;
  components?: FilledPart[];
}

/** What was filled in, by option. An optional field left empty is not there. */
export function filledIn(parts: readonly FilledPart[]): Record<string, string> {
  const inputs = parts.flatMap((part) => part.components ?? (part.component ? [part.component] : [part]));
  return Object.fromEntries(
    inputs.flatMap(({ custom_id: option, value, values }): [string, string][] => {
      const filled = value ?? values?.[0];
      return option && filled ? [[option, storable(filled)]] : [];
    }),
  );
}
