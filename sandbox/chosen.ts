import { SandboxRefusal } from './platform.ts';

/**
 * What stands chosen in selects on people's screens. Both platforms send nothing when the same is chosen again, until the
 * message is drawn anew. https://github.com/discord/discord-api-docs/issues/4801
 */
export interface Chosen {
  /** @throws {SandboxRefusal} when it stands chosen already */
  choose(message: string, person: string, select: string, value: string | undefined): void;
  /** It was drawn anew, or the choice failed. */
  redrawn(message: string): void;
}

export function createChosen(): Chosen {
  const standing = new Map<string, Map<string, string | undefined>>();
  return {
    choose(message, person, select, value) {
      const on = standing.get(message) ?? new Map<string, string | undefined>();
      const key = `${person} ${select}`;
      if (on.has(key) && on.get(key) === value)
        throw new SandboxRefusal('already_chosen', 'That is chosen already: nothing is sent.');
      standing.set(message, on.set(key, value));
    },
    redrawn: (message) => void standing.delete(message),
  };
}
