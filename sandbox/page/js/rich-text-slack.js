import { el } from './dom.js';
import { showInline, showLink } from './rich.js';

/** One element of a rich text block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function showRich(element, context) {
  const parts = () => (element.elements ?? []).map((part) => showRichPart(part, context));
  switch (element.type) {
    case 'rich_text_section':
      return el('p', { className: 'rich-lines' }, parts());
    case 'rich_text_quote':
      return el('blockquote', {}, parts());
    case 'rich_text_preformatted':
      return el('pre', { tabindex: 0 }, parts());
    case 'rich_text_list':
      return el(
        element.style === 'ordered' ? 'ol' : 'ul',
        {},
        (element.elements ?? []).map((item) =>
          el(
            'li',
            {},
            (item.elements ?? []).map((part) => showRichPart(part, context)),
          ),
        ),
      );
    default:
      return null;
  }
}

function showRichPart(part, context) {
  const styled = (node) => {
    const { bold, italic, strike, code } = part.style ?? {};
    let shown = node;
    if (code) shown = el('code', {}, shown);
    if (strike) shown = el('s', {}, shown);
    if (italic) shown = el('em', {}, shown);
    return bold ? el('strong', {}, shown) : shown;
  };
  switch (part.type) {
    case 'text':
      return styled(part.text ?? '');
    case 'link':
      return styled(showLink(part.url ?? '', [part.text ?? part.url ?? ''], context));
    case 'emoji':
      return context.names.emoji(part.name) ?? `:${part.name}:`;
    case 'user':
      return showInline({ type: 'person', id: part.user_id, name: null }, context);
    case 'usergroup':
      return showInline({ type: 'group', id: part.usergroup_id, name: null }, context);
    case 'channel':
      return showInline({ type: 'channel', id: part.channel_id, name: null }, context);
    case 'broadcast':
      return showInline({ type: 'everyone', name: `@${part.range}` }, context);
    case 'date':
      return showInline(
        {
          type: 'time',
          seconds: part.timestamp,
          format: part.format ?? '',
          dialect: 'slack',
          fallback: part.fallback ?? '',
        },
        context,
      );
    default:
      return '';
  }
}
