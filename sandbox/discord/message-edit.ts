import type { Conversation } from './conversation.ts';
import { editedMessage, keptFiles } from './message-body.ts';
import type { Call } from './rest.ts';
import type { StoredMessage } from './types.ts';
import type { World } from './world.ts';

/**
 * Changes a message of the app's as the body of `call` asks. Filling in a deferred answer is not an edit.
 * @throws {ApiRefusal} 50035, 50006
 */
export function applyEdit(
  world: World,
  conversation: Conversation,
  message: StoredMessage,
  call: Pick<Call, 'body' | 'files'>,
  isFirst = false,
): void {
  const { parts, files } = editedMessage(world, message, call.body, call.files);
  const editedAt = isFirst ? null : world.now().toISOString();
  Object.assign(message, parts, { attachments: keptFiles(message, files), editedAt });
  conversation.addFiles(message, files.fresh);
  conversation.update(message, true);
}
