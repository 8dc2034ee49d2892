import { button, select } from './controls.js';
import { el } from './dom.js';
import { showRich } from './rich-text-slack.js';
import { richText, showLink } from './rich.js';

/** Block Kit as far as a bot uses it. https://docs.slack.dev/reference/block-kit/blocks */
export function slackCard({ blocks = [], attachments = [] }, context) {
  const cards = attachments.map((attachment) => showAttachment(attachment, context));
  return [...blocks.map((block) => showBlock(block, context)), ...cards].filter(Boolean);
}

function showAttachment(attachment, context) {
  const box = el(
    'div',
    { className: 'card barred' },
    attachment.pretext && el('div', {}, richText(attachment.pretext, context)),
    attachment.title && el('p', { className: 'card-title' }, attachment.title),
    attachment.text && el('div', {}, richText(attachment.text, context)),
    attachment.fields &&
      showFields(
        attachment.fields.map((field) => ({ label: field.title, text: field.value })),
        context,
      ),
    (attachment.blocks ?? []).map((block) => showBlock(block, context)),
    attachment.footer && el('p', { className: 'card-small' }, attachment.footer),
  );
  const colour = /^#?([0-9a-f]{6})$/i.exec(attachment.color ?? '');
  if (colour) box.style.setProperty('--bar', `#${colour[1]}`);
  return box;
}

function showBlock(block, context) {
  switch (block.type) {
    case 'header':
      return el(
        'p',
        { className: 'card-title', role: 'heading', 'aria-level': 5 },
        showText(block.text, context),
      );
    case 'section':
      return el(
        'div',
        { className: 'card-section' },
        el(
          'div',
          { className: 'card-main' },
          block.text && el('div', {}, showText(block.text, context)),
          block.fields &&
            el(
              'div',
              { className: 'card-fields' },
              block.fields.map((field) => el('div', { className: 'card-field' }, showText(field, context))),
            ),
        ),
        block.accessory && showElement(block.accessory, context),
      );
    case 'context':
      return el(
        'div',
        { className: 'card-small' },
        (block.elements ?? []).map((element) => el('span', {}, showText(element, context))),
      );
    case 'image':
      return el('img', {
        className: 'card-picture',
        src: block.slack_file?.id
          ? `/slack/files/${block.slack_file.id}/picture.png?as=${encodeURIComponent(context.as ?? '')}`
          : (block.image_url ?? ''),
        alt: block.alt_text ?? '',
      });
    case 'divider':
      return el('hr');
    case 'actions':
      return el(
        'div',
        { className: 'card-actions' },
        (block.elements ?? []).map((element) => showElement(element, context)),
      );
    case 'rich_text':
      return el(
        'div',
        {},
        (block.elements ?? []).map((element) => showRich(element, context)),
      );
    case 'markdown':
      return el('div', {}, richText(block.text ?? '', { ...context, platform: 'discord' }));
    default:
      return null;
  }
}

function showFields(fields, context) {
  return el(
    'div',
    { className: 'card-fields' },
    fields.map(({ label, text }) =>
      el(
        'div',
        { className: 'card-field' },
        el('strong', {}, label ?? ''),
        el('div', {}, richText(text ?? '', context)),
      ),
    ),
  );
}

/** A text object: `mrkdwn` has markup, `plain_text` only emoji names. */
function showText(text, context) {
  if (typeof text?.text !== 'string') return '';
  return text.type === 'mrkdwn' ? richText(text.text, context) : withEmoji(text.text, context);
}

function withEmoji(text, { names }) {
  return text.replaceAll(/:([a-z0-9_+'-]+):/g, (raw, name) => names.emoji(name) ?? raw);
}

function showElement(element, context) {
  const { used, press } = context;
  const id = element.action_id ?? '';
  used?.add(id);
  const choicesOf = (options) =>
    (options ?? []).map((option) => ({
      label: withEmoji(option.text?.text ?? '', context),
      value: option.value,
    }));
  switch (element.type) {
    case 'button': {
      const label = withEmoji(element.text?.text ?? '', context);
      const link = element.url && showLink(element.url, [label], context);
      if (link) link.className = 'card-button plain';
      return (
        link ||
        button(
          {
            id,
            label,
            style: element.style === 'primary' || element.style === 'danger' ? element.style : 'plain',
          },
          press,
        )
      );
    }
    case 'overflow':
      return select(
        { id, placeholder: '⋯', name: 'More actions', choices: choicesOf(element.options), bare: true },
        press,
      );
    case 'static_select': {
      const options =
        element.options ?? (element.option_groups ?? []).flatMap((group) => group.options ?? []);
      return select(
        {
          id,
          placeholder: withEmoji(element.placeholder?.text ?? 'Choose …', context),
          choices: choicesOf(options),
          initial: element.initial_option?.value ?? '',
        },
        press,
      );
    }
    case 'users_select':
      return select(
        { id, placeholder: element.placeholder?.text ?? 'Choose a person', choices: context.names.people() },
        press,
      );
    default:
      return null;
  }
}
