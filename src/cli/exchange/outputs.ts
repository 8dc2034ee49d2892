import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { NotPossible } from '../../errors.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { claimFolder } from './claim-folder.ts';

/** Written at once (characters). */
const HELD = 262_144;
/** Only whoever made it may read it: everything people wrote is in there. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

const placeShape = z.object({
  /** What the export is of; another one does not go on here. */
  of: z.string(),
  begin: z.looseObject({ type: z.string() }),
  after: z.object({ workspaceId: z.string(), number: z.number() }).nullable(),
  lines: z.number(),
  cases: z.number(),
  attachments: z.number(),
  /** How long each file is that belongs to it (bytes); what is behind that was under way when it stopped. */
  sizes: z.record(z.string(), z.number()),
});

/** How far an export has come. */
export type Place = z.infer<typeof placeShape>;

/** Files that grow, with a note of how far they are good. */
export interface Outputs {
  /** Where an earlier run stopped; null at the beginning. */
  begun: Place | null;
  /** @param file its name in the folder */
  write(file: string, text: string): Promise<void>;
  /** A whole file of its own. */
  put(file: string, bytes: Uint8Array): Promise<void>;
  /** All that was written so far is good. */
  keep(place: Omit<Place, 'sizes' | 'of'>): Promise<void>;
  /** Everything is there: `only` becomes the file of that name, or the folder does. */
  finish(only: string | null): Promise<void>;
  /** Leaves it as it is, to be gone on with. */
  close(): Promise<void>;
}

const NOTE = 'place.json';

/**
 * Files beside `target` in a folder `target.part`, until they are whole.
 * @param of what the export is of
 * @throws {NotPossible} when `target` is there, something else was begun there, or another process is at it
 */
export async function openOutputs(target: string, of: string): Promise<Outputs> {
  const path = resolve(target);
  const part = `${path}.part`;
  assertFree(path);
  const { begun, giveBack } = await taken(part, of);
  const files = new Map<string, Growing>();
  const file = async (name: string): Promise<Growing> => {
    const known = files.get(name) ?? (await grow(join(part, name), begun?.sizes[name] ?? 0));
    files.set(name, known);
    return known;
  };
  return {
    begun,
    write: async (name, text) => (await file(name)).add(text),
    put: async (name, bytes) => {
      await mkdir(join(part, name, '..'), { mode: FOLDER_MODE, recursive: true });
      await writeFile(join(part, name), bytes, { mode: FILE_MODE });
    },
    keep: async (place) => {
      const sizes = { ...begun?.sizes };
      for (const [name, each] of files) sizes[name] = await each.flush();
      const next = join(part, `${NOTE}.next`);
      await writeFile(next, JSON.stringify({ of, ...place, sizes }), { mode: FILE_MODE });
      await rename(next, join(part, NOTE));
    },
    finish: async (only) => {
      await closeAll(files);
      assertFree(path);
      await rm(join(part, NOTE), { force: true });
      await rename(only === null ? part : join(part, only), path);
      // Only now: whoever came in between would go on with what is whole already.
      if (only === null) await giveBack(path);
      else await rm(part, { recursive: true, force: true });
    },
    close: async () => {
      try {
        await closeAll(files);
      } finally {
        await giveBack();
      }
    },
  };
}

function assertFree(path: string): void {
  if (existsSync(path))
    throw new NotPossible(`${path} is there already. Choose another name: an export is never overwritten.`);
}

/** The folder, made where it is not there, for this process alone; with what an earlier one has noted in it. */
async function taken(
  part: string,
  of: string,
): Promise<{ begun: Place | null; giveBack(movedTo?: string): Promise<void> }> {
  try {
    makeFolder(part, FOLDER_MODE);
  } catch (error) {
    throw new NotPossible(
      `${part} cannot be made (${String((error as NodeJS.ErrnoException).code)}). Choose a folder that is there and may be written to.`,
    );
  }
  const giveBack = await claimFolder(part);
  try {
    return { begun: await begunIn(part, of), giveBack };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

async function begunIn(part: string, of: string): Promise<Place | null> {
  const note = join(part, NOTE);
  if (!existsSync(note)) return null;
  const found = placeShape.safeParse(
    await readFile(note, 'utf8')
      .then(JSON.parse)
      .catch(() => null),
  );
  if (found.success && found.data.of === of) return found.data;
  throw new NotPossible(
    `Another export was begun in ${part}. Finish it with the command it was begun with, or delete that folder.`,
  );
}

interface Growing {
  add(text: string): Promise<void>;
  /** @returns its length (bytes), all of it written */
  flush(): Promise<number>;
  close(): Promise<void>;
}

async function closeAll(files: Map<string, Growing>): Promise<void> {
  try {
    for (const each of files.values()) await each.close();
  } finally {
    files.clear();
  }
}

/** A file from which everything behind `size` is cut. */
async function grow(path: string, size: number): Promise<Growing> {
  await writeFile(path, '', { flag: 'a', mode: FILE_MODE });
  await truncate(path, size);
  const handle: FileHandle = await open(path, 'a');
  let held = '';
  let length = size;
  const flush = async () => {
    const bytes = Buffer.from(held);
    held = '';
    if (bytes.length > 0) await handle.writeFile(bytes);
    length += bytes.length;
    return length;
  };
  return {
    add: async (text) => {
      held += text;
      if (held.length >= HELD) await flush();
    },
    flush,
    close: async () => {
      await flush();
      await handle.close();
    },
  };
}
