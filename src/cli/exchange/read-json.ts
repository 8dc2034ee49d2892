import type { z } from 'zod';
import { NotPossible } from '../../errors.ts';
import { broken, type Archive } from './archive.ts';

/** Longest file of JSON that is read at once (bytes): one day of a channel, one list of people. */
const MAX = 256 * 1_048_576;

/** One file of an archive, in its shape. @throws {NotPossible} with the place of the first fault */
export async function readJson<T>(archive: Archive, file: string, shape: z.ZodType<T>): Promise<T> {
  const place = `${archive.name}/${file}`;
  const text = await textOf(archive, file, place);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? NaN);
    const before = text.slice(0, Number.isNaN(at) ? text.length : at);
    const line = before.split('\n').length;
    throw new NotPossible(
      `${place}, line ${line}, column ${before.length - before.lastIndexOf('\n')}: this is no JSON; the archive was cut off or changed.`,
    );
  }
  const found = shape.safeParse(value);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new NotPossible(
    `${place}, ${where(issue?.path ?? [])}: ${issue?.message ?? 'is wrong'}. The archive is not as it was exported: download it again.`,
  );
}

/** `entry 3, column ts`: people count from 1. */
function where(path: readonly PropertyKey[]): string {
  return path.length === 0
    ? 'the whole file'
    : path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part))).join(', ');
}

async function textOf(archive: Archive, file: string, place: string): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of (await archive.open(file)) as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length > MAX) throw new NotPossible(`${place} is larger than 256 MB.`);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (error) {
    if (error instanceof NotPossible) throw error;
    if (error instanceof TypeError)
      throw new NotPossible(
        `${place}: this is not UTF-8, so it is not as it was exported. Download it again.`,
      );
    throw broken(place, error);
  }
}
