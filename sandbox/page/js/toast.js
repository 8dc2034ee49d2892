import { el } from './dom.js';
import { icon } from './icons.js';

/** How long a toast stays (ms): time to read two sentences. */
const STAYS_MS = 9_000;

/** Says something to the person at the foot of the page; screen readers read it out. */
export function toast(words) {
  const close = () => box.remove();
  const box = el(
    'div',
    { className: 'toast' },
    el('p', {}, words),
    el(
      'button',
      { type: 'button', className: 'icon', 'aria-label': 'Close this message', on: { click: close } },
      icon('close'),
    ),
  );
  document.getElementById('toasts').append(box);
  setTimeout(close, STAYS_MS);
}

/** Runs something a person asked for; a refusal becomes a toast. @returns null when it was refused. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message);
    return null;
  }
}
