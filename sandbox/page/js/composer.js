import { chosenFiles } from './chosen-files.js';
import { el } from './dom.js';
import { icon } from './icons.js';

/**
 * Where a message is written: Enter sends, Shift+Enter makes a line, a text that starts with / runs a command.
 * @param send called with (text, files); resolves to true when the text may go.
 */
export function createComposer(send) {
  let files = [];
  const input = el('textarea', { rows: 1, autocomplete: 'off', on: { input: grow, keydown } });
  const picker = el('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    tabindex: -1,
    'aria-hidden': 'true',
    on: { change: take },
  });
  const chips = el('ul', { className: 'chips', 'aria-label': 'Files to send' });
  const hint = el(
    'p',
    { className: 'hint', hidden: true },
    'Enter runs this as a slash command. Try /feedback help',
  );
  const element = el(
    'form',
    {
      className: 'composer',
      on: {
        submit: (event) => {
          event.preventDefault();
          void go();
        },
      },
    },
    chips,
    hint,
    el(
      'div',
      { className: 'composer-row' },
      el(
        'button',
        {
          type: 'button',
          className: 'icon',
          'aria-label': 'Attach a file',
          title: 'Attach a file',
          on: { click: () => picker.click() },
        },
        icon('clip'),
      ),
      picker,
      input,
      el(
        'button',
        { type: 'submit', className: 'icon send', 'aria-label': 'Send', title: 'Send' },
        icon('send'),
      ),
    ),
  );
  let sending = false;

  async function go() {
    const text = input.value;
    if (sending || (text.trim() === '' && files.length === 0)) return;
    sending = true;
    element.setAttribute('aria-busy', 'true');
    try {
      if (await send(text, files)) {
        input.value = '';
        files = [];
        showChips();
        grow();
      }
    } finally {
      sending = false;
      element.removeAttribute('aria-busy');
    }
  }

  function keydown(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void go();
  }

  function grow() {
    hint.hidden = !input.value.startsWith('/');
    input.style.setProperty('height', 'auto');
    input.style.setProperty('height', `${Math.min(input.scrollHeight + 2, 160)}px`);
  }

  async function take() {
    files.push(...(await chosenFiles(picker)));
    picker.value = '';
    showChips();
  }

  function showChips() {
    chips.replaceChildren(
      ...files.map((file) =>
        el(
          'li',
          {},
          file.name,
          el(
            'button',
            {
              type: 'button',
              className: 'icon',
              'aria-label': `Leave out ${file.name}`,
              on: {
                click: () => {
                  files = files.filter((one) => one !== file);
                  showChips();
                },
              },
            },
            icon('close'),
          ),
        ),
      ),
    );
  }

  return {
    element,
    focus: () => input.focus(),
    /** Says where it would go. */
    describe(words) {
      input.placeholder = words;
      input.setAttribute('aria-label', words);
    },
  };
}
