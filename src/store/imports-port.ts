import type { WorkspaceId } from '../chat/ref.ts';
import type { ExportedLine } from './exports-port.ts';

/** A line, and where it stands: `record.jsonl, line 12`. */
export interface PlacedLine {
  line: ExportedLine;
  place: string;
}

export interface ImportWish {
  /** Where it comes from: the name of the record it was taken from, or of another program. */
  source: string;
  /** Clocks that ran where it came from run here too. Else they are on record and do nothing. */
  openClocks: boolean;
  signal: AbortSignal;
  /** After each case. */
  onCase?(done: ImportSummary): void;
}

/** What an import did. */
export interface ImportSummary {
  /** New cases. */
  cases: number;
  /** Cases that had been brought in before, or are here already. */
  known: number;
  /** New cases whose number was taken; their history says what they were called. */
  renumbered: number;
  /** Cases of people who had been erased here, or had opted out when they were opened: they are not brought in. */
  erased: number;
  /** Messages that were not here yet, each once, however many cases it is in. */
  messages: number;
  /** Messages of people who had been erased here or have opted out. */
  leftOut: number;
  files: number;
  /** Where the file has messages that are here with other words: they are not put into the cases it has them in. */
  apart: string[];
  workspaces: WorkspaceId[];
}

/** The record takes in what was exported, or what another program kept. Nothing is posted, and nobody is told. */
export interface Imports {
  /** Whether every line has what it takes. @returns what there is, each message once @throws {NotPossible} with the place of the first fault */
  check(lines: AsyncIterable<PlacedLine>): Promise<{ cases: number; messages: number }>;
  /**
   * One case after another, each in one transaction that also notes that it is here: stopped at any moment, it is begun anew and
   * goes on. Running it again changes nothing.
   * @throws {NotPossible} with the place of what the record cannot take; or when another import is running
   */
  take(lines: AsyncIterable<PlacedLine>, wish: ImportWish): Promise<ImportSummary>;
}
