import type { ActionView } from '../platform.ts';
import { elementsOf } from './block-kit.ts';
import { choicesOf, wordsOf } from './forms.ts';
import type { Json, StoredMessage } from './types.ts';
import { withBlockIds } from './wire.ts';

/** Something to press or choose in a message. */
export interface MessageAction {
  id: string;
  label: string;
  blockId: string;
  element: Json;
}

/** In the order they are shown; those in attachments last. */
export function actionsOf(message: StoredMessage): MessageAction[] {
  const attached = (message.attachments ?? []).flatMap(
    (attachment) => (attachment['blocks'] as Json[] | undefined) ?? [],
  );
  return withBlockIds([...(message.blocks ?? []), ...attached]).flatMap((block) =>
    elementsOf(block).map((element, index) => ({
      id: (element['action_id'] as string | undefined) ?? `${String(block['block_id'])}a${index}`,
      label: wordsOf(element['text']) || wordsOf(element['placeholder']),
      blockId: String(block['block_id']),
      element,
    })),
  );
}

export function shownAction({ id, label, element }: MessageAction): ActionView {
  const url = typeof element['url'] === 'string' ? element['url'] : null;
  const style = element['style'] === 'primary' || element['style'] === 'danger' ? element['style'] : 'plain';
  return { id, type: typeOf(element, url), label, style, choices: choicesOf(element), url };
}

function typeOf(element: Json, url: string | null): ActionView['type'] {
  if (element['type'] !== 'button') return 'select';
  return url === null ? 'button' : 'link';
}
