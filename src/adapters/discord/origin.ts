import { nativeId, workspaceIdOf, type WorkspaceId } from '../../chat/ref.ts';

/**
 * Key of an action's values that says which server a card in a direct message is about: there, Discord does not say.
 * Taken off again before a command sees the values.
 */
const KEY = '_';

/** Snowflakes in base 36 keep custom ids short. */
export function originMark(workspaceId: WorkspaceId): Record<string, string> {
  return { [KEY]: BigInt(nativeId(workspaceId)).toString(36) };
}

/** Takes the mark off. `workspaceId` is null without one. */
export function takeOrigin(marked: Record<string, string>): {
  workspaceId: WorkspaceId | null;
  values: Record<string, string>;
} {
  const { [KEY]: origin, ...values } = marked;
  if (!origin || !/^[0-9a-z]{1,13}$/.test(origin)) return { workspaceId: null, values };
  const id = Array.from(origin).reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  return { workspaceId: workspaceIdOf('discord', id.toString()), values };
}
