import { el } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';

/** What the small picker offers, with the meaning each has in the shipped policy. */
const PICKER = [
  ['👀', 'eyes'],
  ['🚩', 'red flag: feedback'],
  ['🙏', 'folded hands: praise'],
  ['🐛', 'bug: defect'],
  ['💸', 'money with wings: refund'],
  ['🧑‍💼', 'office worker: about staff'],
  ['🚨', 'police light: about a member'],
  ['😞', 'disappointed face: not satisfied'],
  ['💡', 'light bulb: suggestion'],
  ['❓', 'question mark: question'],
  ['👍', 'thumbs up'],
];

/** What can be done with a message: react, reply, and the menu. */
export function showToolbar(message, context) {
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
