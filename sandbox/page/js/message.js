import { discordCard } from './cards-discord.js';
import { slackCard } from './cards-slack.js';
import { button, select } from './controls.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { richText } from './rich.js';
import { showPosted } from './times.js';

/** What the small picker offers, with the meaning each has in the shipped policy. */
const PICKER = [
  ['👀', 'eyes'],
  ['🚩', 'red flag: feedback'],
  ['🙏', 'folded hands: praise'],
  ['🐛', 'bug: defect'],
  ['💸', 'money with wings: refund'],
  ['🧑‍💼', 'office worker: about staff'],
  ['🚨', 'police light: about a member'],
  ['👍', 'thumbs up'],
];
/** A text longer than this (characters) is folded until asked for. */
const LONG = 1_500;

/**
 * One message.
 * @param context what rich.js needs, and `as`, `acts` (what can be done with a message), `inThread`, `canThread`.
 * @param compact under the message before it by the same author: no picture, no name.
 */
export function showMessage(message, context, compact) {
  const { author } = message;
  const bound = { ...context, used: new Set(), press: (id, value) => context.acts.press(message, id, value) };
  const when = el(
    'time',
    { datetime: message.at, title: new Date(message.at).toLocaleString() },
    showPosted(message.at),
  );
  const head = el(
    'p',
    { className: compact ? 'message-head hidden-words' : 'message-head' },
    el('span', { className: 'author' }, author.name),
    author.isBot && el('span', { className: 'badge' }, 'app'),
    when,
  );
  return el(
    'li',
    {
      className: ['message', compact && 'compact', message.ephemeral && 'ephemeral']
        .filter(Boolean)
        .join(' '),
      data: { message: message.id },
    },
    compact
      ? el('span', { className: 'gutter', 'aria-hidden': 'true' }, showPosted(message.at))
      : avatar(author),
    el(
      'div',
      { className: 'message-body' },
      message.ephemeral && el('p', { className: 'only-you' }, icon('eye'), 'Only you can see this'),
      head,
      body(message, bound),
      files(message),
      reactions(message, context),
      threadLink(message, context),
    ),
    message.ephemeral ? null : toolbar(message, context),
  );
}

function avatar({ id, name, isBot }) {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const tint = [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 8;
  return el('span', { className: `avatar tint-${isBot ? 'bot' : tint}`, 'aria-hidden': 'true' }, initials);
}

function body(message, context) {
  const { native } = message;
  const card = context.platform === 'slack' ? slackCard(native, context) : discordCard(native, context);
  // A message's text is for notifications where blocks (or Discord's newer components) say it all.
  const covered =
    (native.blocks?.length ?? 0) > 0 || (native.components ?? []).some(({ type }) => type !== 1);
  const edited = message.edited && el('span', { className: 'edited' }, '(edited)');
  const text =
    covered || message.text === '' ? null : longText(message.text, richText(message.text, context));
  const forgotten = message.actions.filter(({ id, type }) => type !== 'link' && !context.used.has(id));
  return el(
    'div',
    { className: 'content' },
    text,
    card.length > 0 && el('div', { className: covered ? 'blocks' : 'cards' }, card),
    forgotten.length > 0 &&
      el(
        'div',
        { className: 'card-actions' },
        forgotten.map((action) => plainAction(action, context)),
      ),
    edited,
  );
}

/** An action whose surroundings this page cannot draw is still there to press. */
function plainAction(action, { press }) {
  if (action.type === 'button') return button(action, press);
  return select({ id: action.id, placeholder: action.label, choices: action.choices }, press);
}

function longText(text, nodes) {
  const box = el('div', { className: 'text' }, nodes);
  if (text.length <= LONG) return box;
  box.classList.add('folded');
  const more = el(
    'button',
    {
      type: 'button',
      className: 'link',
      on: {
        click: () => {
          box.classList.remove('folded');
          more.remove();
        },
      },
    },
    `Show all ${text.length.toLocaleString()} characters`,
  );
  return [box, more];
}

function files({ files: list }) {
  if (list.length === 0) return null;
  return el(
    'ul',
    { className: 'files' },
    list.map((file) =>
      el(
        'li',
        {},
        el(
          'a',
          { href: file.url, target: '_blank', rel: 'noopener noreferrer', className: 'file' },
          filePicture(file),
          el('span', { className: 'file-name' }, file.name),
          el('small', {}, sizeOf(file.size)),
        ),
      ),
    ),
  );
}

/** Shown only where the file can be had without the app's token. */
function filePicture({ mime, url }) {
  if (!/^image\/(png|jpeg|gif|webp)$/.test(mime)) return icon('file');
  const image = el('img', {
    src: new URL(url, location.href).pathname + new URL(url, location.href).search,
    alt: '',
    loading: 'lazy',
    on: { error: () => image.replaceWith(icon('file')) },
  });
  return image;
}

function sizeOf(bytes) {
  return bytes < 1_000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function reactions(message, { as, names, acts }) {
  if (message.reactions.length === 0) return null;
  return el(
    'ul',
    { className: 'reactions', 'aria-label': 'Reactions' },
    message.reactions.map(({ emoji, people }) => {
      const mine = people.includes(as);
      const who = people.map((id) => names.person(id)).join(', ');
      const press = () => acts.react(message, emoji, !mine);
      return el(
        'li',
        {},
        el(
          'button',
          {
            type: 'button',
            className: 'reaction',
            'aria-pressed': String(mine),
            title: who,
            'aria-label': `${emoji} ${people.length}, by ${who}`,
            data: { focus: `react-${emoji}` },
            on: { click: press },
          },
          `${emoji} ${people.length}`,
        ),
      );
    }),
  );
}

function threadLink(message, { inThread, acts }) {
  if (inThread || message.replies === 0) return null;
  const words = message.replies === 1 ? '1 reply' : `${message.replies} replies`;
  return el(
    'button',
    {
      type: 'button',
      className: 'thread-link',
      data: { focus: 'thread-link' },
      on: { click: () => acts.openThread(message) },
    },
    icon('chat'),
    words,
  );
}

function toolbar(message, context) {
  const { acts, as, canThread } = context;
  const own = message.author.id === as;
  const pick = PICKER.map(([emoji, name]) => ({
    label: emoji,
    name,
    run: () => acts.react(message, emoji, true),
  }));
  const more = [
    { label: 'Flag as feedback', run: () => acts.flag(message) },
    canThread && { label: 'Reply in thread', run: () => acts.openThread(message) },
    own && { label: 'Edit message', run: () => acts.edit(message) },
    own && { label: 'Delete message', run: () => acts.remove(message) },
  ].filter(Boolean);
  const tool = (name, picture, focus, click) => {
    const menu = focus !== 'reply';
    const self = el(
      'button',
      {
        type: 'button',
        className: 'icon',
        'aria-label': name,
        title: name,
        'aria-haspopup': menu ? 'menu' : null,
        'aria-expanded': menu ? 'false' : null,
        data: { focus },
        on: { click: () => click(self) },
      },
      icon(picture),
    );
    return self;
  };
  return el(
    'div',
    { className: 'toolbar', role: 'group', 'aria-label': `Message by ${message.author.name}` },
    tool('Add a reaction', 'smile', 'react', (anchor) => openMenu(anchor, 'Reactions', pick, { row: true })),
    canThread && tool('Reply in thread', 'reply', 'reply', () => acts.openThread(message)),
    tool('More actions', 'more', 'more', (anchor) => openMenu(anchor, 'Message', more)),
  );
}
