import { createReadStream, lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { NotPossible } from '../../errors.ts';
import { ending, keyOfCase, type ExportHeader, type ExportLine } from '../../store/exchange/lines.ts';
import type { PlacedLine } from '../../store/imports-port.ts';
import { assertOurs, assertWhole } from './read-jsonl.ts';
import { linesOf } from './read-text.ts';
import { TABLES, valueIn, type Table } from './tables.ts';

/** What stands beside the tables: the first and the last line of an export. */
export const ABOUT = 'export.json';

/** Longest row (characters): a quote that never ends would hold the whole table. */
const ROW_MAX = 64 * 1_048_576;

/** What an export as CSV says of itself. @throws {NotPossible} */
export function readAbout(folder: string): { header: ExportHeader; end: PlacedLine } {
  const place = `${basename(folder)}/${ABOUT}`;
  let value: { begin?: unknown; end?: unknown };
  try {
    value = JSON.parse(
      isFile(folder, ABOUT) ? readFileSync(join(folder, ABOUT), 'utf8') : '',
    ) as typeof value;
  } catch {
    throw new NotPossible(
      `${place} is missing or no JSON: it was written with the tables, and says which record they are of. (A folder of Slack is named with --from slack, one of discord-tickets with --from discord-tickets.)`,
    );
  }
  const end = ending.safeParse(value.end);
  if (!end.success)
    throw new NotPossible(`${place}: the export was not finished. Run the same export again: it goes on.`);
  return { header: assertOurs(value.begin, place), end: { line: end.data, place } };
}

/** A folder of tables as the lines of an export, case by case. @throws {NotPossible} */
export async function* readCsv(folder: string): AsyncGenerator<PlacedLine> {
  const { end } = readAbout(folder);
  const tables = TABLES.map((table) => ahead(rowsOf(folder, table)));
  const [identities, cases, ...rest] = tables;
  let lines = 0;
  let count = 0;
  try {
    for (let each = await identities?.take(); each; each = await identities?.take()) {
      lines += 1;
      yield each;
    }
    for (let each = await cases?.take(); each; each = await cases?.take()) {
      yield each;
      count += 1;
      lines += 1;
      const key = keyOfCase(each.line);
      for (const table of rest)
        while ((await table.peek())?.line['case'] === key) {
          const own = await table.take();
          if (own) yield own;
          lines += 1;
        }
    }
    for (const table of rest) {
      const left = await table.peek();
      if (left)
        throw new NotPossible(
          `${left.place}: this belongs to ${String(left.line['case']).slice(0, 60)}, which is not among the cases, or not in their order. Sort the rows as they were exported.`,
        );
    }
    assertWhole(end, { lines, cases: count });
  } finally {
    for (const table of tables) await table.close();
  }
}

/** Rows with the next one to be looked at before it is taken. */
function ahead(rows: AsyncGenerator<PlacedLine>) {
  let next: Promise<IteratorResult<PlacedLine>> | null = null;
  const peek = async () => {
    const found = await (next ??= rows.next());
    return found.done === true ? null : found.value;
  };
  return {
    peek,
    take: async () => {
      const found = await peek();
      next = null;
      return found;
    },
    close: async () => {
      await rows.return(undefined);
    },
  };
}

async function* rowsOf(folder: string, table: Table): AsyncGenerator<PlacedLine> {
  const path = join(folder, table.file);
  if (!isFile(folder, table.file))
    throw new NotPossible(`${table.file} is missing in ${folder}, or is only a link.`);
  let rowEnded = 0;
  const parser = parse({
    bom: false,
    info: true,
    cast: emptyAsNull,
    relax_column_count: true,
    max_record_size: ROW_MAX,
    on_record: (record: string[], { lines }) => {
      rowEnded = lines;
      return record;
    },
  });
  const text = Readable.from(texts(path, table.file));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let kinds: ReturnType<typeof columnsIn> | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: (string | null)[];
      info: { lines: number };
    }>) {
      const place = `${table.file}, line ${info.lines}`;
      if (!kinds) kinds = columnsIn(table, record);
      else yield { place, line: lineOf(table, kinds, record, place, folder) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(table.file, error, rowEnded + 1);
  } finally {
    text.destroy();
    parser.destroy();
  }
  if (!kinds) throw new NotPossible(`${table.file} is empty: its first row has to name the columns.`);
}

/** @param row the line the row begins at that could not be read */
function unreadable(file: string, { code, lines }: CsvError & { lines?: number }, row: number): NotPossible {
  const isEndless = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE';
  return new NotPossible(
    isEndless
      ? `${file}, line ${row}: in the row that begins here a quote is opened and never closed. Close it, or take the table as it was exported.`
      : `${file}, line ${lines ?? row}: a quote is missing or too many. In a cell with quotes around it, two quotes stand for one; outside of them there is none, and no blank either. (${code})`,
  );
}

async function* texts(path: string, file: string): AsyncGenerator<string> {
  for await (const { text, number } of linesOf(createReadStream(path), file)) {
    if (number === 1 && /[;\t]/.test(text))
      throw new NotPossible(
        `${file}, line 1: the cells are divided by something else than commas. Save it as "CSV UTF-8 (comma delimited)".`,
      );
    yield text;
  }
}

function emptyAsNull(value: string, { quoting }: { quoting: boolean }): string | null {
  return value === '' && !quoting ? null : value;
}

/** @throws {NotPossible} for a column that is missing, or one nobody knows */
function columnsIn({ columns, file }: Table, names: readonly (string | null)[]): Table['columns'] {
  const known = new Map(columns);
  const found = names.map((name) => [(name ?? '').trim(), known.get((name ?? '').trim())] as const);
  const unknown = found.find(([, kind]) => kind === undefined);
  const missing = columns.find(([name]) => !found.some(([each]) => each === name));
  const all = columns.map(([name]) => name).join(', ');
  if (unknown)
    throw new NotPossible(
      `${file}, line 1: there is no column "${unknown[0].slice(0, 40)}". The columns are: ${all}. They are divided by commas.`,
    );
  if (missing)
    throw new NotPossible(`${file}, line 1: the column "${missing[0]}" is missing. The columns are: ${all}.`);
  return found.flatMap(([name, kind]) => (kind ? [[name, kind] as const] : []));
}

function lineOf(
  { type }: Table,
  columns: Table['columns'],
  record: readonly (string | null)[],
  place: string,
  folder: string,
): ExportLine {
  if (record.length !== columns.length)
    throw new NotPossible(
      `${place}: there are ${record.length} cells, and ${columns.length} columns. A comma or a quote is missing or too many.`,
    );
  const values = columns.map(([name, kind], index): [string, unknown] => {
    const value = valueIn(record[index] ?? null, kind);
    return [name, kind === 'bytes?' && typeof value === 'string' ? bytesIn(folder, value, place) : value];
  });
  return { type, ...Object.fromEntries(values) };
}

/** An attachment lies beside the tables, and nowhere else. @throws {NotPossible} */
function bytesIn(folder: string, name: string, place: string): string {
  if (!/^files\/[\w.-]+$/.test(name) || name.includes('..'))
    throw new NotPossible(`${place}: "${name.slice(0, 60)}" is no file of this export.`);
  if (!lstatSync(join(folder, 'files'), { throwIfNoEntry: false })?.isDirectory() || !isFile(folder, name))
    throw new NotPossible(`${place}: the file ${name} is missing, or is only a link.`);
  return readFileSync(join(folder, name)).toString('base64');
}

/** What is only a link leads out of the folder: to what whoever packed it wants to read. */
function isFile(folder: string, name: string): boolean {
  return lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;
}
