import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { NotPossible } from '../../errors.ts';

/** Files in an archive, at most. */
const FILES_MAX = 500_000;
/** What they are together when they are unpacked, at most (bytes). */
const BYTES_MAX = 20_000_000_000;
/** From this size on (bytes) a file that was packed to less than this part of it is a trap. */
const PACKED_FROM = 20_000_000;
const PACKED_TIMES = 200;

/** A folder, or a zip that is read without being unpacked. */
export interface Archive {
  name: string;
  /** Every file, by its way from the top, with slashes. */
  files: readonly string[];
  /** What a zip says of itself; empty for a folder. */
  comment: string;
  open(file: string): Promise<Readable>;
  close(): void;
}

/** @throws {NotPossible} for what is neither, is damaged, or would fill the machine */
export async function openArchive(path: string): Promise<Archive> {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) throw new NotPossible(`There is no ${path}.`);
  return about.isDirectory() ? folder(path) : zip(path);
}

function folder(path: string): Archive {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    // What is only a link leads out of the folder.
    .filter((each) => each.isFile())
    .map((each) => relative(path, join(each.parentPath, each.name)).split(sep).join('/'));
  const known = new Set(files);
  return {
    name: basename(path),
    files,
    comment: '',
    open: async (file) => {
      if (!known.has(file)) throw new NotPossible(`${basename(path)}: there is no file ${file}.`);
      return createReadStream(join(path, file));
    },
    close: () => {},
  };
}

async function zip(path: string): Promise<Archive> {
  const name = basename(path);
  const opened = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  }).catch((error: unknown) => {
    throw broken(name, error);
  });
  try {
    const entries = await entriesOf(opened, name);
    return {
      name,
      files: [...entries.keys()],
      comment: opened.comment,
      open: async (file) => {
        const entry = entries.get(file);
        if (!entry) throw new NotPossible(`${name}: there is no file ${file}.`);
        const stream = await opened.openReadStreamPromise(entry).catch((error: unknown) => {
          throw broken(`${name}/${file}`, error);
        });
        return stream;
      },
      close: () => opened.close(),
    };
  } catch (error) {
    opened.close();
    throw error instanceof NotPossible ? error : broken(name, error);
  }
}

async function entriesOf(opened: ZipFile, name: string): Promise<Map<string, Entry>> {
  if (opened.entryCount > FILES_MAX) throw trap(name, `it has ${opened.entryCount} files`);
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of opened.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    if (fileName.endsWith('/')) continue;
    total += uncompressedSize;
    if (total > BYTES_MAX) throw trap(name, 'unpacked it is larger than 20 GB');
    if (uncompressedSize > PACKED_FROM && uncompressedSize > compressedSize * PACKED_TIMES)
      throw trap(
        name,
        `${fileName} would become ${Math.round(uncompressedSize / compressedSize)} times as large`,
      );
    if (entry.isEncrypted())
      throw new NotPossible(`${name}: ${fileName} has a password. Pack it without one.`);
    entries.set(fileName, entry);
  }
  return entries;
}

function trap(name: string, why: string): NotPossible {
  return new NotPossible(
    `${name} was not opened: ${why}. Such a zip fills the machine. If it is what you mean, unpack it yourself and name the folder.`,
  );
}

/** Also for names that lead out of the archive, such as ../x. */
export function broken(place: string, error: unknown): NotPossible {
  const { message = '' } = error as { message?: string };
  return new NotPossible(
    /relative path|absolute path|invalid characters/i.test(message)
      ? `${place} was not opened: a file in it has a name that leads out of the archive. Nobody packs it like that by accident.`
      : `${place} cannot be read: it is no zip, or it was cut off or damaged (${message.slice(0, 120)}). Download it again.`,
  );
}
