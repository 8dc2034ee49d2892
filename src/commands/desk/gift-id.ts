import { NotPossible } from '../../errors.ts';

/** The number of a gift as a button carries it; null where none was named. @throws {NotPossible} */
export function giftId(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  if (!/^\d{1,15}$/.test(typed)) throw new NotPossible(({ commands }) => commands.picked.noGift);
  return Number(typed);
}
