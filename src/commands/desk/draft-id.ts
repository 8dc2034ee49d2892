import { NotPossible } from '../../errors.ts';

/** The number of a draft as a button carries it; null where none was named. @throws {NotPossible} */
export function draftId(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  if (!/^\d{1,15}$/.test(typed))
    throw new NotPossible(({ commands, home }) => commands.picked.noDraft(home.reply));
  return Number(typed);
}
