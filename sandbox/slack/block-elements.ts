import { z } from 'zod';

// Limits: https://docs.slack.dev/reference/block-kit/block-elements and .../composition-objects (characters).

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

export const text = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

const confirm = z.strictObject({
  title: plainText(100),
  text: text(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const action = { action_id: z.string().min(1).max(255).optional() };
const focus = { focus_on_load: z.boolean().optional(), placeholder: plainText(150).optional() };
const asked = { confirm: confirm.optional() };

const option = z.strictObject({
  text: text(75),
  value: z.string().min(1).max(150),
  description: text(75).optional(),
  url: z.string().max(3000).optional(),
});
const options = z.array(option).min(1).max(100);
const choices = {
  options: options.optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(75), options }))
    .min(1)
    .max(100)
    .optional(),
};

const button = z.strictObject({
  ...action,
  ...asked,
  type: z.literal('button'),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const staticSelect = z
  .strictObject({
    ...action,
    ...asked,
    ...focus,
    ...choices,
    type: z.literal('static_select'),
    initial_option: option.optional(),
  })
  .refine((select) => Boolean(select.options) !== Boolean(select.option_groups), {
    error: 'must define either `options` or `option_groups`',
    path: ['options'],
  })
  .refine(
    (select) => {
      const all = [
        ...(select.options ?? []),
        ...(select.option_groups ?? []).flatMap((group) => group.options),
      ];
      const initial = select.initial_option;
      return (
        !initial || all.some((one) => one.value === initial.value && one.text.text === initial.text.text)
      );
    },
    { error: 'must match an option', path: ['initial_option'] },
  );

/** The three dots. Two to five options. */
const overflow = z.strictObject({
  ...action,
  ...asked,
  type: z.literal('overflow'),
  options: z.array(option).min(2).max(5),
});

const usersSelect = z.strictObject({
  ...action,
  ...asked,
  ...focus,
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
});

/** Known to Slack, not looked into here: the app uses none of them. */
const others = z.looseObject({
  ...action,
  type: z.enum([
    'checkboxes',
    'channels_select',
    'conversations_select',
    'datepicker',
    'datetimepicker',
    'multi_channels_select',
    'multi_conversations_select',
    'multi_static_select',
    'multi_users_select',
    'radio_buttons',
    'timepicker',
  ]),
});

/** What a section or an actions block takes. */
export const interactiveElement = z.discriminatedUnion('type', [
  button,
  staticSelect,
  overflow,
  usersSelect,
  others,
]);

const plainTextInput = z
  .strictObject({
    ...action,
    ...focus,
    type: z.literal('plain_text_input'),
    multiline: z.boolean().optional(),
    initial_value: z.string().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    dispatch_action_config: z.looseObject({}).optional(),
  })
  .refine((input) => (input.initial_value ?? '').length <= (input.max_length ?? 3000), {
    error: 'must be shorter than `max_length`',
    path: ['initial_value'],
  });

const fileInput = z.strictObject({
  ...action,
  type: z.literal('file_input'),
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

/** What an input block takes. */
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  staticSelect,
  usersSelect,
  fileInput,
  others,
]);
