import { stringify } from 'csv-stringify/sync';
import type { ExportLine } from '../../store/exchange/lines.ts';
import type { Kind, Noun } from '../../store/exchange/noun.ts';
import { CASE, IDENTITY, NOUNS } from '../../store/exchange/nouns.ts';
import { harmful, harmless } from './harmless.ts';

/** By it spreadsheets know that the text is UTF-8. */
const BOM = '\uFEFF';

/** One noun as a table. */
export interface Table {
  type: string;
  file: string;
  /** In their order; `base64` stands as the name of a file beside the tables. */
  columns: readonly (readonly [name: string, kind: Kind])[];
}

const OWN: Readonly<Record<string, readonly (readonly [string, Kind])[]>> = {
  [IDENTITY.type]: [['workspace', 'text']],
  [CASE.type]: [
    ['workspace', 'text'],
    ['number', 'number'],
  ],
};

/** `people who hear of it` are many: `follower` becomes followers.csv. */
const MANY: Readonly<Record<string, string>> = {
  identity: 'identities',
  history: 'history',
  reply: 'replies',
  cc: 'cc',
  praised: 'praised',
  apart: 'apart',
};

/** Every table of an export as CSV. */
export const TABLES: readonly Table[] = [IDENTITY, CASE, ...NOUNS].map(tableOf);

function tableOf({ type, columns }: Noun): Table {
  const kebab = type.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    type,
    file: `${MANY[type] ?? `${kebab}s`}.csv`,
    columns: [...(OWN[type] ?? [['case', 'text'] as const]), ...Object.entries(columns)],
  };
}

/** The first row. */
export function heading({ columns }: Table): string {
  return BOM + stringify([columns.map(([name]) => name)], { record_delimiter: '\r\n' });
}

/** A line as a row. Null is an empty cell, and a text without letters is two quotes. */
export function rowOf({ columns }: Table, line: ExportLine): string {
  return stringify([columns.map(([name, kind]) => cell(line[name], kind))], {
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { boolean: String },
  });
}

function cell(value: unknown, kind: Kind): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return harmless(typeof value === 'string' && !kind.startsWith('json') ? value : JSON.stringify(value));
}

/** What stood in a cell; null: it was empty. What cannot be read stays text, and is refused by its column. */
export function valueIn(cellText: string | null, kind: Kind): unknown {
  if (cellText === null) return kind === 'text' ? '' : null;
  if (kind.startsWith('number')) return cellText.trim() === '' ? null : Number(cellText);
  if (kind === 'boolean') return { true: true, false: false }[cellText.trim().toLowerCase()] ?? cellText;
  const text = harmful(cellText);
  if (kind !== 'texts' && !kind.startsWith('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
