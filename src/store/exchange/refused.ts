import { NotPossible } from '../../errors.ts';

/** What the database does not take: a value of the wrong kind (class 22), or one a rule forbids (class 23). */
const REFUSED = /^2[23]\d{3}$/;

/** An error of the database about what stands in a file, as a sentence for whoever brought the file. Never the value. */
export function refused(error: unknown, place: string): unknown {
  const { code, constraint, column } = error as { code?: unknown; constraint?: unknown; column?: unknown };
  if (typeof code !== 'string' || !REFUSED.test(code)) return error;
  const rule = [constraint, column].find((each): each is string => typeof each === 'string');
  return new NotPossible(
    `${place}: the record does not take this case${rule === undefined ? '' : ` (${rule})`}. Nothing of it was taken in; the cases before it were. Put the file right, or export it again, and run the same command.`,
  );
}
