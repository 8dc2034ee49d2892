import { chosenFiles, whyNot } from './chosen-files.js';
import { el } from './dom.js';

/**
 * Shows a form and waits for it.
 * @param form `{ title, submit, intro?, danger?, fields }` with fields as in the control API's FormView; `submit` is empty for mere words.
 * @param send called with the values, and the files of each field that takes some; what it returns (a sentence, or null when all is well) stays in the open form.
 * @returns true when it was sent, false when it was closed.
 */
export function openForm({ title, submit, intro, danger = false, fields }, people, send) {
  return new Promise((resolve) => {
    const inputs = fields.map((field) => ({ field, input: inputFor(field, people) }));
    const problem = el('p', { className: 'dialog-problem', role: 'alert' });
    const finish = (sent) => {
      dialog.close();
      dialog.remove();
      resolve(sent);
    };
    const go = el(
      'button',
      { type: 'submit', className: `card-button ${danger ? 'danger' : 'primary'}` },
      submit,
    );
    const trySend = async (event) => {
      event.preventDefault();
      if (go.disabled) return;
      problem.textContent = inputs.map(faultIn).find((fault) => fault !== null) ?? '';
      if (problem.textContent !== '') return;
      go.disabled = true;
      const values = inputs
        .filter(({ field }) => field.type !== 'files')
        .map(({ field, input }) => [field.name, input.value])
        .filter(([, value]) => value !== '');
      const files = {};
      for (const { field, input } of inputs)
        if (field.type === 'files' && input.files.length > 0) files[field.name] = await chosenFiles(input);
      const refused = await send(Object.fromEntries(values), files);
      go.disabled = false;
      problem.textContent = refused ?? '';
      if (refused === null) finish(true);
    };
    const dialog = el(
      'dialog',
      {
        'aria-labelledby': 'dialog-title',
        on: {
          cancel: (event) => {
            event.preventDefault();
            finish(false);
          },
        },
      },
      el(
        'form',
        { on: { submit: trySend } },
        el('h2', { id: 'dialog-title' }, title),
        intro && el('p', {}, intro),
        inputs.map(labelled),
        problem,
        el(
          'div',
          { className: 'dialog-buttons' },
          el(
            'button',
            { type: 'button', className: 'card-button plain', on: { click: () => finish(false) } },
            submit === '' ? 'OK' : 'Cancel',
          ),
          submit === '' ? null : go,
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    (inputs[0]?.input ?? (submit === '' ? dialog.querySelector('button') : go)).focus();
  });
}

function labelled({ field: { label, required, hint }, input }) {
  const id = `hint-${input.name}`;
  if (hint) input.setAttribute('aria-describedby', id);
  return el(
    'div',
    { className: 'field' },
    el('label', {}, el('span', {}, label, required ? null : el('small', {}, ' (optional)')), input),
    hint && el('small', { id }, hint),
  );
}

/** What the platform's own client would not send, in words; null for what it would. */
function faultIn({ field: { type, label, maxFiles }, input }) {
  if (type !== 'files') return null;
  const { files } = input;
  if (files.length > maxFiles)
    return `${label}: choose at most ${maxFiles === 1 ? 'one file' : `${maxFiles} files`}. You have chosen ${files.length}.`;
  return whyNot([...files]);
}

function inputFor({ name, type, required, value, choices }, people) {
  if (type === 'paragraph') {
    const area = el('textarea', { name, required, rows: 4 });
    area.value = value;
    return area;
  }
  if (type === 'line') {
    const line = el('input', { name, required, type: 'text', autocomplete: 'off' });
    line.value = value;
    return line;
  }
  if (type === 'files') return el('input', { name, required, type: 'file', multiple: true });
  const options = type === 'person' && choices.length === 0 ? people : choices;
  const list = el(
    'select',
    { name, required },
    required && value !== '' ? null : el('option', { value: '' }, 'Choose …'),
    options.map((option) => el('option', { value: option.value }, option.label)),
  );
  list.value = value;
  return list;
}
