import { el } from './dom.js';
import { openMenu } from './menu.js';

/**
 * The buttons and selects of a card. Each is pressed by its id, exactly as the platform would send it.
 * @param press called with (id, value?); resolves when the app has answered.
 */
export function button({ id, label, style = 'plain', disabled = false }, press) {
  const self = el(
    'button',
    {
      type: 'button',
      className: `card-button ${style}`,
      disabled,
      data: { focus: `act-${id}` },
      on: { click: () => busy(self, () => press(id)) },
    },
    label,
  );
  return self;
}

/**
 * `choices` are `{ label, value }`; a menu, so that nothing is sent before Enter or a click.
 * @param bare without an arrow; `name` is read out where the placeholder is only a sign
 */
export function select(
  { id, placeholder, name, choices, disabled = false, initial = '', bare = false },
  press,
) {
  const chosen = choices.find(({ value }) => value === initial && initial !== '');
  const open = () =>
    openMenu(
      self,
      name ?? placeholder,
      choices.map(({ label, value }) => ({ label, run: () => busy(self, () => press(id, value)) })),
    );
  const self = el(
    'button',
    {
      type: 'button',
      className: 'card-button select',
      disabled,
      'aria-label': name,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      data: { focus: `act-${id}` },
      on: { click: open },
    },
    chosen?.label ?? placeholder,
    !bare && el('span', { className: 'chevron', 'aria-hidden': 'true' }, '▾'),
  );
  return self;
}

async function busy(control, action) {
  if (control.getAttribute('aria-busy') === 'true') return;
  control.setAttribute('aria-busy', 'true');
  try {
    await action();
  } finally {
    control.removeAttribute('aria-busy');
  }
}
