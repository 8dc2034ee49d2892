import { createComposer } from './composer.js';
import { el, reconcile, signatureOf } from './dom.js';
import { showMessage } from './message.js';

/** Messages of one author this close together stand under one name (ms). */
const TOGETHER_MS = 5 * 60_000;
/** Within so many pixels of the end, the list follows new messages. */
const NEAR_END_PX = 80;

/** A list of messages with a composer: a channel, direct messages, or a thread. */
export function createConversation(label, send) {
  const list = el('ol', { className: 'messages', role: 'log', 'aria-label': label, tabindex: 0 });
  const note = el('p', { className: 'note', hidden: true });
  const composer = createComposer(send);
  let shown = null;

  return {
    elements: [note, list, composer.element],
    composer,
    /** @param place names the conversation; a new one is shown from its end. */
    show(place, messages, context) {
      const fresh = place !== shown;
      const following = fresh || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
      shown = place;
      reconcile(
        list,
        messages.map((message, index) => {
          const compact = follows(message, messages[index - 1]);
          const files = message.files.map(({ name, size }) => [name, size]);
          return {
            key: message.id,
            // A file's address is signed anew each time; that is no change.
            signature: signatureOf([{ ...message, files }, compact, context.as, place]),
            build: () => showMessage(message, context, compact),
          };
        }),
      );
      note.hidden = messages.length > 0;
      note.textContent = messages.length > 0 ? '' : 'Nothing here yet.';
      if (following) list.scrollTop = list.scrollHeight;
    },
    /** Says why there is nothing to see. */
    refuse(place, words) {
      shown = place;
      list.replaceChildren();
      note.hidden = false;
      note.textContent = words;
    },
    /** Scrolls to a message and marks it for a moment. @returns false when it is not in the list. */
    point(id) {
      const found = list.querySelector(`[data-message="${CSS.escape(id)}"]`);
      if (!found) return false;
      found.scrollIntoView({ block: 'center' });
      found.classList.remove('pointed');
      requestAnimationFrame(() => found.classList.add('pointed'));
      return true;
    },
  };
}

function follows(message, before) {
  if (!before || message.ephemeral || before.ephemeral || before.author.id !== message.author.id)
    return false;
  // A card stands for itself.
  if (message.actions.length > 0 || before.actions.length > 0) return false;
  return Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS;
}
