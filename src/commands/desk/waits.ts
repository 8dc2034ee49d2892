import type { Choice } from '../../chat/card.ts';
import { NotPossible } from '../../errors.ts';
import { durationMs } from '../../policy/duration.ts';

/** Longest a case can rest (ms): one year. */
const LONGEST_MS = 365 * 86_400_000;

export const WAITS: Choice[] = [
  { value: '30m', label: 'Half an hour' },
  { value: '2h', label: '2 hours' },
  { value: '4h', label: '4 hours' },
  { value: '1d', label: 'One day' },
  { value: '3d', label: '3 days' },
  { value: '1w', label: 'A week' },
];

/** @throws {NotPossible} for anything that is not a length of time. */
export function after(typed: string, now: Date): Date {
  const ms = durationMs(typed.toLowerCase());
  if (ms === null)
    throw new NotPossible(
      `"${typed.slice(0, 40)}" is not a length of time. Write for example 30m, 2h, 1d or 1w.`,
    );
  if (ms > LONGEST_MS) throw new NotPossible('That is more than a year away. Choose something nearer.');
  return new Date(now.getTime() + ms);
}
