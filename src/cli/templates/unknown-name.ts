import { NotPossible } from '../../errors.ts';
import { nearest } from '../../policy/nearest.ts';

/** Says that nobody has this name, and which one was probably meant; else `otherwise`. */
export function unknownName(
  sentence: string,
  written: string,
  possible: readonly string[],
  otherwise: string,
): NotPossible {
  const meant = nearest(written, possible);
  return new NotPossible(`${sentence} ${meant ? `Did you mean ${meant}?` : otherwise}`);
}
