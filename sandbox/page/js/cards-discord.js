import { button, select } from './controls.js';
import { el } from './dom.js';
import { richText, showLink } from './rich.js';

/** Embeds and components as far as a bot uses them. https://docs.discord.com/developers/components/reference */
export function discordCard({ embeds = [], components = [] }, context) {
  return [
    ...embeds.map((embed) => showEmbed(embed, context)),
    ...components.map((component) => showComponent(component, context)),
  ].filter(Boolean);
}

function showEmbed(embed, context) {
  const at = embed.timestamp ? new Date(embed.timestamp).toLocaleString() : null;
  const footer = [embed.footer?.text, at].filter(Boolean).join(' · ');
  const box = el(
    'div',
    { className: 'card barred' },
    embed.author?.name && el('p', { className: 'card-small' }, embed.author.name),
    embed.title &&
      el(
        'p',
        { className: 'card-title', role: 'heading', 'aria-level': 5 },
        embed.url ? showLink(embed.url, [embed.title], context) : embed.title,
      ),
    embed.description && el('div', {}, richText(embed.description, context)),
    embed.fields?.length > 0 &&
      el(
        'div',
        { className: 'card-fields' },
        embed.fields.map((field) => showField(field, context)),
      ),
    embed.image?.url &&
      el('img', { className: 'card-picture', src: embed.image.url, alt: embed.image.description ?? '' }),
    footer && el('p', { className: 'card-small' }, footer),
  );
  return colour(box, embed.color);
}

function showField({ name, value, inline }, context) {
  return el(
    'div',
    { className: inline ? 'card-field' : 'card-field wide' },
    el('strong', {}, name),
    el('div', {}, richText(value ?? '', context)),
  );
}

function colour(box, number) {
  if (Number.isInteger(number)) box.style.setProperty('--bar', `#${number.toString(16).padStart(6, '0')}`);
  return box;
}

const STYLES = { 1: 'primary', 2: 'plain', 3: 'good', 4: 'danger' };

function showComponent(component, context) {
  const children = () => (component.components ?? []).map((child) => showComponent(child, context));
  const id = component.custom_id ?? '';
  const disabled = component.disabled === true;
  context.used?.add(id);
  switch (component.type) {
    case 1:
      return el('div', { className: 'card-actions' }, children());
    case 2: {
      const label = [component.emoji?.id ? null : component.emoji?.name, component.label]
        .filter(Boolean)
        .join(' ');
      if (component.style !== 5)
        return button({ id, label, style: STYLES[component.style] ?? 'plain', disabled }, context.press);
      const link = showLink(component.url ?? '', [label, ' ↗'], context);
      link.className = 'card-button plain';
      return link;
    }
    case 3:
      return select(
        {
          id,
          placeholder: component.placeholder ?? 'Choose',
          choices: (component.options ?? []).map(({ label, value }) => ({ label, value })),
          initial: (component.options ?? []).find((option) => option.default)?.value ?? '',
          disabled,
        },
        context.press,
      );
    case 5:
      return select(
        {
          id,
          placeholder: component.placeholder ?? 'Choose a person',
          choices: context.names.people(),
          disabled,
        },
        context.press,
      );
    case 9:
      return el(
        'div',
        { className: 'card-section' },
        el('div', { className: 'card-main' }, children()),
        component.accessory && showComponent(component.accessory, context),
      );
    case 10:
      return el('div', {}, richText(component.content ?? '', context));
    case 14:
      return el('hr');
    case 17:
      return colour(el('div', { className: 'card barred' }, children()), component.accent_color);
    default:
      return null;
  }
}
