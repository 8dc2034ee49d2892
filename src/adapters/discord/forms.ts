import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APIComponentInLabel,
  type APILabelComponent,
} from 'discord.js';
import { FILES_MAX } from '../../chat/files.ts';
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
    components: fitting(form.fields).map((field) => ({
      type: ComponentType.Label,
      label: shorten(field.label, LABEL_MAX),
      ...(field.hint && { description: shorten(field.hint, HINT_MAX) }),
      component: inputOf(field),
    })),
  };
}

/** As many as have room: without the last of those that may be left out. */
function fitting(fields: readonly Field[]): readonly Field[] {
  const surplus = fields.length - FIELDS_MAX;
  const extra = fields.filter(({ isExtra }) => isExtra === true);
  const left = new Set(surplus > 0 ? extra.slice(-surplus) : []);
  return fields.filter((field) => !left.has(field)).slice(0, FIELDS_MAX);
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
    case 'files':
      return uploadOf(field);
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

/** https://docs.discord.com/developers/components/reference#file-upload */
function uploadOf({ name, required, max }: Extract<Field, { type: 'files' }>): APIComponentInLabel {
  return {
    type: ComponentType.FileUpload,
    custom_id: name,
    required,
    min_values: required ? 1 : 0,
    max_values: Math.min(max, FILES_MAX),
  };
}

/** A part of a sent form: a label around an input, a row of inputs, or the input itself. */
export interface FilledPart {
  type?: number;
  custom_id?: string;
  value?: string;
  values?: string[];
  component?: FilledPart;
  components?: FilledPart[];
}

/** What was filled in, by option. An optional field left empty is not there. */
export function filledIn(parts: readonly FilledPart[]): Record<string, string> {
  return Object.fromEntries(
    inputsOf(parts).flatMap(({ type, custom_id: option, value, values }): [string, string][] => {
      const filled = type === ComponentType.FileUpload ? undefined : (value ?? values?.[0]);
      return option && filled ? [[option, storable(filled)]] : [];
    }),
  );
}

/** Ids of the files that were chosen, whichever field they stand in. */
export function uploadedIn(parts: readonly FilledPart[]): string[] {
  const uploads = inputsOf(parts).filter(({ type }) => type === ComponentType.FileUpload);
  return uploads.flatMap(({ values }) => values ?? []);
}

function inputsOf(parts: readonly FilledPart[]): FilledPart[] {
  return parts.flatMap((part) => part.components ?? (part.component ? [part.component] : [part]));
}
