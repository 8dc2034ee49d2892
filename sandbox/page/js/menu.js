import { el } from './dom.js';

let close = () => {};

/**
 * Opens a menu under a button. Arrow keys move, Enter chooses, Escape and a click elsewhere close it; the focus goes back.
 * @param items `{ label, name?, run() }`; `name` is read out where the label is only a sign.
 * @param row the items side by side, for emoji.
 */
export function openMenu(anchor, title, items, { row = false } = {}) {
  const again = anchor.getAttribute('aria-expanded') === 'true';
  close();
  if (again) return;
  const choose = async (run) => {
    close(true);
    await run();
  };
  const buttons = items.map(({ label, name, run }) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        'aria-label': name,
        title: name,
        on: { click: () => choose(run) },
      },
      label,
    ),
  );
  const box = el(
    'div',
    { className: row ? 'menu row' : 'menu', role: 'menu', 'aria-label': title, on: { keydown } },
    buttons,
  );
  const outside = (event) => {
    if (!box.contains(event.target) && !anchor.contains(event.target)) close();
  };
  close = (refocus = false) => {
    box.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside);
    if (refocus) anchor.focus({ preventScroll: true });
    close = () => {};
  };

  function keydown(event) {
    const at = buttons.indexOf(document.activeElement);
    const next = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (next !== undefined) buttons.at(next % buttons.length)?.focus();
    else if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') close(true);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  }

  anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside);
  document.body.append(box);
  place(box, anchor);
  buttons[0]?.focus();
}

/** Below the anchor, or above it where there is no room; never over the edge of the window. */
function place(box, anchor) {
  const spot = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = spot.bottom + 4 + height <= window.innerHeight;
  const top = below ? spot.bottom + 4 : Math.max(8, spot.top - 4 - height);
  const left = Math.max(8, Math.min(spot.left, window.innerWidth - width - 8));
  box.style.setProperty('top', `${top}px`);
  box.style.setProperty('left', `${left}px`);
}
