import { z } from 'zod';
import type { Invocation } from './card.ts';

/** Longest custom id Discord accepts (characters). https://docs.discord.com/developers/components/reference#custom-id */
const CUSTOM_ID_MAX = 100;

const shape = z.object({ command: z.string().regex(/^[a-z-]+$/), values: z.record(z.string(), z.string()) });

/**
 * An invocation as the id of a button, select or form: `claim?case=FB-12`.
 * What comes back from a platform is not trusted: commands check it like typed text.
 * @throws {RangeError} when it is longer than a custom id may be; a card's author has put too much into it.
 */
export function encodeAction({ command, values }: Invocation): string {
  const id = idOf({ command, values });
  if (id.length > CUSTOM_ID_MAX) throw new RangeError(`custom id of ${command} has ${id.length} characters`);
  return id;
}

/** Whether it has no room in the id of a button. */
export function isTooLong(invoke: Invocation): boolean {
  return idOf(invoke).length > CUSTOM_ID_MAX;
}

function idOf({ command, values }: Invocation): string {
  const query = new URLSearchParams(values).toString();
  return query ? `${command}?${query}` : command;
}

/** @returns null for an id that is not one of ours. */
export function decodeAction(id: string): Invocation | null {
  const [command = '', query = ''] = id.split('?', 2);
  const parsed = shape.safeParse({ command, values: Object.fromEntries(new URLSearchParams(query)) });
  return parsed.success ? parsed.data : null;
}
