import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { NotPossible } from '../../errors.ts';
import { ending, EXPORT_VERSION, header, type ExportHeader } from '../../store/exchange/lines.ts';
import type { PlacedLine } from '../../store/imports-port.ts';
import { linesOf } from './read-text.ts';

/** What a line of JSON says. @throws {NotPossible} with its place */
export function parsedJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new NotPossible(
      `${place}${at === undefined ? '' : `, column ${Number(at) + 1}`}: this is no JSON. The file was cut off or changed; nothing was taken in.`,
    );
  }
}

/** Whatever else it is, it is no export. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A line of JSON as an object with a type. @throws {NotPossible} with its place */
function parsedLine(text: string, place: string): PlacedLine {
  const value = parsedJson(text, place);
  const isLine =
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
  if (!isLine) throw new NotPossible(`${place}: this is no line of an export: it has no type.`);
  return { line: value as PlacedLine['line'], place };
}

/** Whether this program may take it in. @throws {NotPossible} */
export function assertOurs(value: unknown, place: string): ExportHeader {
  const found = header.safeParse(value);
  if (!found.success)
    throw new NotPossible(
      `${place}: this is no export of Hearback. It begins with a line of the type hearback-export, as hearback export writes it.`,
    );
  const { version, of } = found.data;
  if (version !== EXPORT_VERSION)
    throw new NotPossible(
      `${place}: this export has the version ${version}, and this Hearback knows ${EXPORT_VERSION}. Bring it up to date, then run the command again.`,
    );
  if (of !== 'record')
    throw new NotPossible(
      `${place}: this is what one person may see. It does not say whom a case is kept from, so it cannot become a record. Take an export without --as-seen-by.`,
    );
  return found.data;
}

/** The first line of an export. @throws {NotPossible} */
export async function readHeader(path: string): Promise<ExportHeader> {
  const name = basename(path);
  for await (const { text } of linesOf(createReadStream(path), name))
    return assertOurs(jsonOrNull(text), `${name}, line 1`);
  throw new NotPossible(`${name} is empty. Copy it again, or run the export again.`);
}

/** The lines between the first and the last of an export. @throws {NotPossible} also when it was cut off */
export async function* readJsonl(path: string): AsyncGenerator<PlacedLine> {
  const name = basename(path);
  let lines = 0;
  let cases = 0;
  let isEnded = false;
  let last = 0;
  for await (const { text, number } of linesOf(createReadStream(path), name)) {
    const place = `${name}, line ${number}`;
    last = number;
    const each = parsedLine(text, place);
    if (number === 1) {
      assertOurs(each.line, place);
      continue;
    }
    if (isEnded) throw new NotPossible(`${place}: there is more behind the last line.`);
    if (each.line.type === 'end') {
      assertWhole(each, { lines, cases });
      isEnded = true;
      continue;
    }
    lines += 1;
    if (each.line.type === 'case') cases += 1;
    yield each;
  }
  if (!isEnded)
    throw new NotPossible(
      `${name}, line ${last}: the file ends here, without its last line: it was cut off. Copy it again, or finish the export.`,
    );
}

/** @throws {NotPossible} when lines are missing, or too many */
export function assertWhole({ line, place }: PlacedLine, found: { lines: number; cases: number }): void {
  const end = ending.safeParse(line);
  if (end.success && end.data.lines === found.lines && end.data.cases === found.cases) return;
  throw new NotPossible(
    `${place}: it says that there are ${end.data?.lines ?? '?'} lines and ${end.data?.cases ?? '?'} cases, and there are ${found.lines} and ${found.cases}. Lines were lost or added; take the file as it was exported.`,
  );
}
