import type { PoolClient } from 'pg';
import type { Seal } from '../seal.ts';

/** A case that is being taken in. */
export interface Taking {
  sql: PoolClient;
  seal: Seal;
  workspaceId: string;
  caseId: number;
  source: string;
  at: Date;
  openClocks: boolean;
  /** Somebody was erased here, or has opted out: each author is asked about. */
  hasUnheard: boolean;
  isRenumbered: boolean;
  /** Rows of this case that others refer to by their place among them, counted from 1. */
  ids: { gift: number[]; note: number[]; reply: number[] };
  /** The topic it is the first case of. */
  topicId?: number;
  /** Messages that were not here before, as `placeOf` names them. */
  made: Set<string>;
  /** Those that are here with other words: they stay where they are. */
  apart: Set<string>;
  /** And where the file has them. */
  apartAt: string[];
  counted: { messages: number; leftOut: number; files: number };
}
