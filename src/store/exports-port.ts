import type { Eyes } from '../cases/access.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { CaseRow } from './digests-port.ts';

/** One line of an export: what it is, and its columns. docs/export-import.md describes every line. */
export type ExportedLine = Readonly<{ type: string; [column: string]: unknown }>;

/** A case of the record, by what people call it. */
export interface Named {
  workspaceId: WorkspaceId;
  number: number;
}

/** What is taken along. */
export interface Extent {
  /** Everything, or what one person may see at this moment. */
  eyes: Exclude<Eyes, 'channel'>;
  /** Begin behind this case: an export that was stopped goes on. */
  after?: Named | null;
  /** The bytes of attachments as well. Their names and sizes always come along. */
  withFiles: boolean;
  /** One case alone. */
  only?: Named;
}

/** A case as a row of a table, with the words it began with. */
export interface TableRow extends CaseRow {
  quote: string;
}

/** The record as lines, each with all it says, in an order that does not change. Memory stays small however much there is. */
export interface Exports {
  /** What stands in the first line. */
  header(eyes: Extent['eyes'], at: Date): Promise<ExportedLine>;
  /** How many cases there are to come. */
  count(extent: Extent): Promise<number>;
  /**
   * Linked accounts, then one case after another, each a line `case` with everything of it behind. A case is of one moment.
   * @throws {AppError} KEY_MISSING, SEAL_BROKEN for attachments that cannot be opened
   */
  lines(extent: Extent): AsyncGenerator<ExportedLine>;
  /** Of these cases those that `eyes` may see at this moment, in the order they were asked for. */
  table(workspaceId: WorkspaceId, numbers: readonly number[], eyes: Extent['eyes']): Promise<TableRow[]>;
}
