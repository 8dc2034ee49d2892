import { el } from './dom.js';
import { icon } from './icons.js';

/** Somebody's picture: their initials on a colour that stays theirs. */
export function showAvatar({ id, name, isBot }) {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const tint = [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 8;
  return el('span', { className: `avatar tint-${isBot ? 'bot' : tint}`, 'aria-hidden': 'true' }, initials);
}

/** Files of a message, each to open in a window of its own. */
export function showFiles({ files: list }) {
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
    src: url,
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

/** Reactions with their counts; pressed ones are one's own, and a press toggles. */
export function showReactions(message, { as, names, acts }) {
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

/** How many have answered in the thread; opens it. */
export function showThreadLink(message, { inThread, acts }) {
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
