import { basename } from 'node:path';
import type { ExportedLine, Exports, Extent } from '../../store/exports-port.ts';
import { openOutputs, type Outputs, type Place } from './outputs.ts';
import { ABOUT } from './read-csv.ts';
import { heading, rowOf, TABLES } from './tables.ts';

/** Cases after which it is noted how far it has come. */
const KEPT_EVERY = 25;

const LINES = 'lines.jsonl';

export interface ExportWish extends Omit<Extent, 'after'> {
  /** What it is of, in a word that tells it from another one. */
  of: string;
  as: 'jsonl' | 'csv';
  target: string;
  now: Date;
  signal: AbortSignal;
  /** How many cases there are in all, and how many are written. */
  onCase(done: number, of: number): void;
}

/** @returns what was written */
export async function writeExport(
  exports: Exports,
  wish: ExportWish,
): Promise<{ lines: number; cases: number }> {
  const outputs = await openOutputs(
    wish.target,
    `${wish.as} ${wish.of}${wish.withFiles ? '' : ' without files'}`,
  );
  try {
    const place = await begin(exports, wish, outputs);
    const all = place.cases + (await exports.count({ ...wish, after: place.after }));
    let since = 0;
    for await (const line of exports.lines({ ...wish, after: place.after })) {
      wish.signal.throwIfAborted();
      if (line.type === 'case') {
        // Everything in front of a case is whole.
        if (place.last) place.after = place.last;
        if (since >= KEPT_EVERY) {
          await outputs.keep(noted(place));
          since = 0;
        }
        since += 1;
        place.last = { workspaceId: String(line['workspace']), number: Number(line['number']) };
        wish.onCase(place.cases, all);
        place.cases += 1;
      }
      await write(outputs, wish.as, line, place);
      place.lines += 1;
    }
    wish.onCase(place.cases, all);
    await end(outputs, wish.as, place);
    return { lines: place.lines, cases: place.cases };
  } finally {
    await outputs.close();
  }
}

type Coming = Omit<Place, 'sizes' | 'of'> & { last: Place['after'] };

/** What is good when this case begins: all but the case itself. */
function noted({ last, ...place }: Coming): Omit<Place, 'sizes' | 'of'> {
  return { ...place, after: last };
}

async function begin(exports: Exports, wish: ExportWish, outputs: Outputs): Promise<Coming> {
  if (outputs.begun) {
    const { sizes: _sizes, of: _of, ...place } = outputs.begun;
    return { ...place, last: place.after };
  }
  const first = await exports.header(wish.eyes, wish.now);
  if (wish.as === 'jsonl') await outputs.write(LINES, `${JSON.stringify(first)}\n`);
  else for (const table of TABLES) await outputs.write(table.file, heading(table));
  const place = { begin: first, after: null, lines: 0, cases: 0, attachments: 0 };
  await outputs.keep(place);
  return { ...place, last: null };
}

async function write(
  outputs: Outputs,
  as: ExportWish['as'],
  line: ExportedLine,
  place: Coming,
): Promise<void> {
  if (as === 'jsonl') return outputs.write(LINES, `${JSON.stringify(line)}\n`);
  const table = TABLES.find(({ type }) => type === line.type);
  if (!table) return;
  const { base64 } = line;
  if (typeof base64 !== 'string') return outputs.write(table.file, rowOf(table, line));
  place.attachments += 1;
  const name = `files/${String(place.attachments).padStart(6, '0')}-${safe(String(line['name']))}`;
  await outputs.put(name, Buffer.from(base64, 'base64'));
  return outputs.write(table.file, rowOf(table, { ...line, base64: name }));
}

/** A name any system can have, that leads nowhere. */
function safe(name: string): string {
  return basename(name)
    .replaceAll(/[^\w.-]/g, '_')
    .replaceAll(/\.{2,}/g, '.')
    .slice(-60);
}

async function end(outputs: Outputs, as: ExportWish['as'], place: Coming): Promise<void> {
  const last = { type: 'end', lines: place.lines, cases: place.cases };
  if (as === 'jsonl') {
    await outputs.write(LINES, `${JSON.stringify(last)}\n`);
    return outputs.finish(LINES);
  }
  await outputs.put(ABOUT, Buffer.from(JSON.stringify({ begin: place.begin, end: last })));
  return outputs.finish(null);
}
