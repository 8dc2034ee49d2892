import type { Severity } from '../../policy/schema.ts';
import type { State } from '../case.ts';

/** A word or a phrase that is looked for. */
export interface Term {
  /** As it was typed, without quotes and minus. */
  text: string;
  /** Its words in this order, exactly as written but for accents and capitals; otherwise other forms and small slips count too. */
  isPhrase: boolean;
  /** What has it is left out. */
  isNot: boolean;
}

/** Somebody whom a filter names: by their id, or by a part of their name. */
export type Whom = { userId: string } | { name: string };

/** What a case can have. `answer`: one that went out. */
export const HAS = ['file', 'note', 'answer'] as const;
export type Has = (typeof HAS)[number];

/** What cases are looked for. Several filters of one sort widen (`kind:refund kind:delay`), of different sorts narrow. */
export interface SearchQuery {
  terms: readonly Term[];
  /** Keys of the policy's `kinds`. */
  kinds?: readonly string[];
  states?: readonly State[];
  severities?: readonly Severity[];
  /** Whose feedback it is. */
  from?: readonly Whom[];
  /** Whoever looks after it; null: nobody does. */
  handlers?: readonly (Whom | null)[];
  /** Keys of the policy's `departments`. */
  departments?: readonly string[];
  /** Ids of channels. */
  channels?: readonly string[];
  /** Parts of names of topics. */
  topics?: readonly string[];
  has?: readonly Has[];
  /** Codes, such as `da`. */
  languages?: readonly string[];
  /** Flagged longer ago than this (ms). */
  olderMs?: number;
  /** Flagged less long ago than this (ms). */
  newerMs?: number;
  /** Numbers of cases: `FB-12`. */
  numbers?: readonly number[];
}
