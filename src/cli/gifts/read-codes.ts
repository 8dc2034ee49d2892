import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { NotPossible } from '../../errors.ts';

/** Largest list (bytes), and most codes in it: more is another file. */
const FILE_MAX = 50_000_000;
const CODES_MAX = 500_000;
/** Longest code (characters). */
const CODE_MAX = 200;
/** Longest line (characters). */
const LINE_MAX = 20_000;

/** A code, or why a line has none; never both. */
export type CodeLine = { line: number } & ({ code: string } | { problem: string });

/**
 * The codes of a list, one at a time: a column called `code` (or `column`), or one code a line without a heading.
 * @throws {NotPossible} for a file that is not such a list; nothing of what it holds is in the sentence
 */
export async function* readCodes(
  file: string,
  column: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<CodeLine> {
  await assertReadable(file);
  const parser = parse({
    bom: true,
    delimiter: [',', ';', '\t'],
    info: true,
    max_record_size: LINE_MAX,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const source = createReadStream(file, { signal });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let place: number | null = null;
  let count = 0;
  const seen = new Set<string>();
  try {
    for await (const each of parser) {
      const { record, info } = each as { record: string[]; info: { lines: number } };
      if (place === null) {
        const heading = headingOf(record, column, file);
        place = heading ?? 0;
        if (heading !== null) continue;
      }
      count += 1;
      if (count > CODES_MAX)
        throw new NotPossible(`${file} has more than ${CODES_MAX} codes. Split it, and import the parts.`);
      yield lineOf(record[place] ?? '', info.lines, seen);
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new NotPossible(
        `${file} is not a list of codes (${error.code}). Write one code a line, or save it as CSV.`,
      );
    throw error;
  } finally {
    source.destroy();
  }
}

async function assertReadable(file: string): Promise<void> {
  try {
    const { size } = await stat(file);
    if (size > FILE_MAX)
      throw new NotPossible(`${file} is larger than 50 MB. Split it, and import the parts.`);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') throw new NotPossible(`There is no file ${file}.`);
    throw error;
  }
}

/** Which column holds the codes when the first line is a heading; null when it is a code already. */
function headingOf(first: readonly string[], column: string | undefined, file: string): number | null {
  const wanted = (column ?? 'code').toLowerCase();
  const at = first.findIndex((name) => name.toLowerCase() === wanted);
  if (at >= 0) return at;
  if (column !== undefined)
    throw new NotPossible(`${file} has no column called "${column}" in its first line.`);
  if (first.length === 1) return null;
  throw new NotPossible(
    `${file} has ${first.length} columns, and none is called code. Name the one with the codes: --column <name>`,
  );
}

/** Controls, marks that turn the direction of text, and what was no UTF-8: nobody could type such a code. */
const NO_CODE = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u;

function lineOf(written: string, line: number, seen: Set<string>): CodeLine {
  const code = written.normalize('NFC').trim();
  if (code === '') return { line, problem: 'no code' };
  if (code.length > CODE_MAX) return { line, problem: `longer than ${CODE_MAX} characters` };
  if (NO_CODE.test(code)) return { line, problem: 'characters nobody can type; save the file as UTF-8' };
  if (seen.has(code)) return { line, problem: 'the same code stands further up' };
  seen.add(code);
  return { line, code };
}
