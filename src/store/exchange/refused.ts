import { NotPossible } from '../../errors.ts';

/** What the database does not take: a value of the wrong kind (class 22), or one a rule forbids (class 23). */
const REFUSED = /^2[23]\d{3}$/;

/** Whether the database does not take what stands there. */
export function isRefused(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && REFUSED.test(code);
}

/** An error of the database about what stands in a file, as a sentence for whoever brought the file. Never the value. */
export function refused(error: unknown, place: string): unknown {
  if (!isRefused(error)) return error;
  const { constraint, column } = error as { constraint?: unknown; column?: unknown };
  const rule = [constraint, column].find((each): each is string => typeof each === 'string');
  return new NotPossible(
    `${place}: the record does not take this case${rule === undefined ? '' : ` (${rule})`}. Nothing of it was taken in; the cases before it were. Put the file right, or export it again, and run the same command.`,
  );
}
