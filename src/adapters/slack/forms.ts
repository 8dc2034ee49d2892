import type { InputBlock, ModalView } from '@slack/types';
import { decodeAction, encodeAction } from '../../chat/action-id.ts';
import type { Invocation } from '../../chat/card.ts';
import type { Field, Form } from '../../chat/form.ts';
import { FILES_MAX } from '../../chat/files.ts';
import type { FileRef } from '../../chat/message.ts';
import type { ThreadRoot } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { textsIn } from '../../texts/index.ts';
import { parseRecord } from './records.ts';
import { optionsOf, plain } from './actions.ts';
import { fileRef, type NativeFile } from './snapshot.ts';

/** Slack's limits (characters). https://docs.slack.dev/reference/views */
const TITLE_MAX = 24;
const LABEL_MAX = 2_000;
const INPUT_MAX = 3_000;
/** The only element of each field's block. */
const ELEMENT = 'value';

/** Where a form was opened, so that its answer goes back there. */
export interface OpenedIn {
  channelId: string;
  threadRoot: ThreadRoot | null;
  /** Of the message whose button opened it, which an answer can take the place of; null where none did. */
  responseUrl: string | null;
}

/** And who reads it. */
interface OpenedFor extends OpenedIn {
  locale: string | null;
}

/** A form as a modal. Field names become block ids, the invocation the callback id. */
export function modal(form: Form, openedIn: OpenedFor): ModalView {
  return {
    type: 'modal',
    callback_id: encodeAction(form.invoke),
    private_metadata: JSON.stringify({
      channel: openedIn.channelId,
      thread: openedIn.threadRoot?.messageId,
      ...(openedIn.responseUrl && { respond: openedIn.responseUrl }),
    }),
    title: plain(form.title, TITLE_MAX),
    submit: plain(form.submit, TITLE_MAX),
    close: plain(textsIn(openedIn.locale).says.chat.cancel, TITLE_MAX),
    blocks: form.fields.flatMap((field) => inputBlock(field) ?? []),
  };
}

/** @returns null when it was written by another version of the app. */
export function openedInOf(privateMetadata: string): OpenedIn | null {
  const { channel, thread, respond } = parseRecord(privateMetadata) ?? {};
  if (typeof channel !== 'string') return null;
  return {
    channelId: channel,
    threadRoot: typeof thread === 'string' ? { channelId: channel, messageId: thread } : null,
    responseUrl: typeof respond === 'string' ? respond : null,
  };
}

/** What the view's inputs hold, structurally: Slack sends more of each. */
interface Input {
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_user?: string | null;
  files?: NativeFile[] | null;
}

/** What a sent form asks for: its invocation with the fields added. Fields left empty are absent. */
export function submitted(
  callbackId: string,
  values: Record<string, Record<string, Input>>,
): Invocation | null {
  const invoke = decodeAction(callbackId);
  if (!invoke) return null;
  const filled = Object.entries(values).flatMap(([name, elements]) => {
    const input = elements[ELEMENT];
    const value = input?.value ?? input?.selected_option?.value ?? input?.selected_user ?? '';
    return value === '' ? [] : [[name, storable(value)] as const];
  });
  return { command: invoke.command, values: { ...invoke.values, ...Object.fromEntries(filled) } };
}

/** The files that were chosen in a sent form, whichever field they stand in. */
export function filesIn(values: Record<string, Record<string, Input>>): FileRef[] {
  return Object.values(values).flatMap((elements) =>
    (elements[ELEMENT]?.files ?? []).flatMap((file) => fileRef(file) ?? []),
  );
}

function inputBlock(field: Field): InputBlock | null {
  const element = inputElement(field);
  return element
    ? {
        type: 'input',
        block_id: field.name,
        label: plain(field.label, LABEL_MAX),
        optional: !field.required,
        element,
        ...(field.hint && { hint: plain(field.hint, LABEL_MAX) }),
      }
    : null;
}

function inputElement(field: Field): InputBlock['element'] | null {
  if (field.type === 'person')
    return {
      type: 'users_select',
      action_id: ELEMENT,
      ...(field.initial && { initial_user: field.initial }),
    };
  // https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
  if (field.type === 'files')
    return { type: 'file_input', action_id: ELEMENT, max_files: Math.min(field.max, FILES_MAX) };
  if (field.type === 'choice') {
    const options = optionsOf(field.choices);
    const initial = options.find(({ value }) => value === field.initial);
    if (options.length === 0) return null;
    return {
      type: 'static_select',
      action_id: ELEMENT,
      options,
      ...(initial && { initial_option: initial }),
    };
  }
  const max = Math.min(Math.max(1, field.maxLength), INPUT_MAX);
  const initial = field.initial.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
  return {
    type: 'plain_text_input',
    action_id: ELEMENT,
    multiline: field.type === 'paragraph',
    max_length: max,
    ...(initial && { initial_value: initial }),
  };
}
