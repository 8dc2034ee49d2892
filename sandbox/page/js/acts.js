import { openForm } from './dialog.js';
import { typedFromSlack } from './markup-slack.js';
import { attempt, toast } from './toast.js';

/** How many forms are remembered as closed. */
const KEPT_FORMS = 50;

/** What a person can do with messages, each as a call of the control API. A refusal becomes a toast. */
export function createActs({ platform, api, names, state, memory, refresh, openThread }) {
  /** Forms that were on the screen: one the person has closed does not come back, though the platform keeps it. */
  const met = new Set(memory.get('forms') ?? []);

  async function act(action) {
    const done = await attempt(action);
    await refresh();
    return done;
  }

  /** What a form is told of an action: why it was refused, or null. */
  async function problemIn(action) {
    const problem = await action().then(
      () => null,
      (error) => error.message,
    );
    await refresh();
    return problem;
  }

  /** Shows what an interaction brought at once: an error, or a form. */
  async function settle(result) {
    if (!result) return;
    if (!result.ok) toast(result.error ?? 'The app did not respond.');
    if (result.form) void showForm(result.form);
    await refresh();
  }

  async function showForm(form) {
    const { as } = state;
    if (met.has(form.id)) return;
    met.add(form.id);
    memory.set('forms', [...met].slice(-KEPT_FORMS));
    await openForm(form, names.people(), async (values, files) => {
      // A toast would be behind the form.
      const result = await api
        .submit({ as, form: form.id, values, files })
        .catch((error) => ({ ok: false, error: error.message }));
      if (!result.ok) return result.error ?? 'The app did not respond.';
      await settle(result);
      return null;
    });
  }

  const at = (message) => ({ as: state.as, channel: message.channel, message: message.id });

  return {
    openThread,
    showForm,
    async send(text, files, thread) {
      const { as, channel } = state;
      const where = { as, channel, ...(thread ? { thread } : {}) };
      if (text.startsWith('/')) {
        const result = await attempt(() =>
          api.command({ ...where, text, ...(files.length > 0 ? { files } : {}) }),
        );
        await settle(result);
        return result !== null;
      }
      return (
        (await act(() => api.createMessage({ ...where, text, ...(files.length > 0 ? { files } : {}) }))) !==
        null
      );
    },
    react: (message, emoji, present) => act(() => api.react({ ...at(message), emoji, present })),
    press: async (message, action, value) =>
      settle(
        await attempt(() => api.press({ ...at(message), action, ...(value === undefined ? {} : { value }) })),
      ),
    flag: async (message) =>
      settle(await attempt(() => api.menu({ ...at(message), name: 'Flag as feedback' }))),
    async edit(message) {
      const value = platform === 'slack' ? typedFromSlack(message.text, names) : message.text;
      const field = { name: 'text', label: 'Message', type: 'paragraph', required: true, value, choices: [] };
      await openForm({ title: 'Edit message', submit: 'Save', fields: [field] }, [], async ({ text }) =>
        problemIn(() => api.editMessage({ ...at(message), text })),
      );
    },
    async remove(message) {
      await openForm(
        {
          title: 'Delete message',
          submit: 'Delete',
          danger: true,
          intro: 'It is gone for everybody. Hearback keeps its record of it.',
          fields: [],
        },
        [],
        async () => problemIn(() => api.deleteMessage(at(message))),
      );
    },
  };
}
