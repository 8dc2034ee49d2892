import type { Seal } from './seal.ts';
import type { Retention } from './store.ts';
import type { Source } from './work.ts';

/** What a tidier works with. */
export interface TidyTools {
  source: Source;
  seal: Seal;
  retention: Retention;
}

/** What one step came to. */
export interface TidyStep {
  removed: number;
  /** Where the next step begins; null when everything has been looked at. */
  next: number | null;
}

/** Removes one kind of what is past its time. */
export interface Tidier {
  /** One word, for the log. */
  name: string;
  /** Whether what it removes depends on the policy: then it goes through the record once for each. */
  isByPolicy?: true;
  /**
   * One short transaction about a small batch. It waits for nobody: what others hold is left for tomorrow. Safe in several
   * processes at once, and to be killed in.
   * @param after where it begins: 0, or what the step before called next
   */
  step(tools: TidyTools, after: number): Promise<TidyStep>;
}

const DAY_MS = 86_400_000;

/** So many days before now. */
export function daysAgo({ source }: TidyTools, days: number): Date {
  return new Date(source.now().getTime() - days * DAY_MS);
}
