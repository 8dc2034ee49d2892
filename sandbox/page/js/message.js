import { discordCard } from './cards-discord.js';
import { slackCard } from './cards-slack.js';
import { button, select } from './controls.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { showAvatar, showFiles, showReactions, showThreadLink } from './message-parts.js';
import { richText } from './rich.js';
import { showPosted } from './times.js';
import { showToolbar } from './toolbar.js';

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
      : showAvatar(author),
    el(
      'div',
      { className: 'message-body' },
      message.ephemeral && el('p', { className: 'only-you' }, icon('eye'), 'Only you can see this'),
      head,
      body(message, bound),
      showFiles(message),
      showReactions(message, context),
      showThreadLink(message, context),
    ),
    message.ephemeral || message.channel === 'home' ? null : showToolbar(message, context),
  );
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
