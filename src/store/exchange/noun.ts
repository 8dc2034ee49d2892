/** What a value of a column is. A question mark: it may be missing (null). */
export type Kind =
  | 'text'
  | 'text?'
  | 'number'
  | 'number?'
  | 'boolean'
  | 'time'
  | 'time?'
  | 'texts'
  | 'json'
  | 'json?'
  | 'bytes?';

/** One thing the record keeps of a case, as it stands in an export: a line's `type`, and the name of its table as CSV. */
export interface Noun {
  type: string;
  /** Its table in the schema `hearback`. */
  table: string;
  /** What puts the rows of one case in an order that is the same wherever they are. */
  order: string;
  /** Columns as they are called here; in the table they are written with underscores. */
  columns: Readonly<Record<string, Kind>>;
  /** What is read otherwise than by the column's name, as SQL over the table `n`. */
  read?: Readonly<Record<string, string>>;
  /** How the rows of a case are found, where that is not by its number alone. `$1` is the case. */
  from?: string;
  /** There may be very many of it in one case. */
  isMany?: true;
  /** Who gets it when somebody takes along what they may see; whoever has the record gets everything. */
  seenBy?: 'readers' | 'staff';
}

/** `userId` as the table calls it. */
export function inTable(column: string): string {
  return column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
