import { el } from './dom.js';
import { parseMarkup } from './markup.js';
import { showMoment } from './times.js';

const TAGS = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

/**
 * A text in the platform's markup as nodes.
 * @param context `{ platform, names, follow(link) }`: who is called what, and where a link into the community leads.
 */
export function richText(text, context) {
  return parseMarkup(text, context.platform).map((block) => showBlock(block, context));
}

function showBlock(block, context) {
  const inlines = (nodes) => nodes.map((node) => showInline(node, context));
  switch (block.type) {
    case 'code':
      return el('pre', { tabindex: 0 }, el('code', {}, block.text));
    case 'quote':
      return el(
        'blockquote',
        {},
        block.lines.map((line) => el('div', { className: 'line' }, inlines(line))),
      );
    case 'bullets':
    case 'numbers':
      return el(
        block.type === 'bullets' ? 'ul' : 'ol',
        {},
        block.items.map((item) => el('li', {}, inlines(item))),
      );
    case 'heading':
      return el('p', { className: 'rich-heading' }, inlines(block.children));
    case 'small':
      return el('p', { className: 'rich-small' }, inlines(block.children));
    default:
      return el('p', { className: 'rich-lines' }, inlines(block.children));
  }
}

/** One inline node of markup.js. */
export function showInline(node, context) {
  const children = () => node.children.map((child) => showInline(child, context));
  const { names } = context;
  switch (node.type) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'underline':
      return el(TAGS[node.type], {}, children());
    case 'spoiler':
      return el('details', { className: 'spoiler' }, el('summary', {}, 'spoiler'), children());
    case 'code-span':
      return el('code', {}, node.text);
    case 'link':
      return showLink(node.url, children(), context);
    case 'emoji':
      return names.emoji(node.name) ?? node.raw;
    case 'person':
      return el('span', { className: 'mention' }, `@${names.person(node.id, node.name)}`);
    case 'group':
      return el('span', { className: 'mention' }, `@${names.group(node.id, node.name).replace(/^@/, '')}`);
    case 'channel':
      return channelLink(node, context);
    case 'everyone':
      return el('span', { className: 'mention' }, node.name);
    case 'time':
      return showTime(node);
    default:
      return '';
  }
}

function channelLink({ id, name }, { names, follow }) {
  const shown = `#${names.channel(id, name)}`;
  if (!names.hasChannel(id)) return el('span', { className: 'mention' }, shown);
  return el(
    'button',
    { type: 'button', className: 'mention link', on: { click: () => follow({ channel: id }) } },
    shown,
  );
}

function showTime(node) {
  const words = showMoment(node);
  const moment = new Date(node.seconds * 1_000);
  if (Number.isNaN(moment.getTime())) return words;
  return el('time', { datetime: moment.toISOString(), title: moment.toLocaleString() }, words);
}

/** A link; one to a message of this community shows the message here. Other schemes than http, https and mailto are text. */
export function showLink(url, children, { platform, follow }) {
  if (!/^(https?|mailto):/i.test(url)) return el('span', {}, children);
  const inside = messageLink(url, platform);
  const click = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(inside);
  };
  return el(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer', on: inside ? { click } : {} },
    children,
  );
}

/** What a permalink points at, in the form of either platform; null for any other link. */
export function messageLink(url, platform) {
  if (!URL.canParse(url)) return null;
  const { pathname, searchParams } = new URL(url);
  if (platform === 'slack') {
    const [, channel, digits] = /\/archives\/(\w+)\/p(\d{7,})$/.exec(pathname) ?? [];
    if (!channel) return null;
    return {
      channel,
      message: `${digits.slice(0, -6)}.${digits.slice(-6)}`,
      thread: searchParams.get('thread_ts'),
    };
  }
  const [, channel, message] = /\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/.exec(pathname) ?? [];
  return channel ? { channel, message: message ?? null, thread: null } : null;
}
