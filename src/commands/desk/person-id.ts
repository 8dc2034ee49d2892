import { NotPossible } from '../../errors.ts';

/** The id of a person as a command carries it. @throws {NotPossible} for what cannot be one */
export function personId(typed: string | undefined): string {
  if (typed && /^([a-z]+:[^\s/]{1,64}\/)?[A-Z0-9]{2,32}$/.test(typed)) return typed;
  throw new NotPossible(({ commands }) => commands.picked.namePerson);
}
