import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** One kind of thing in the sandbox, by key. Values are plain JSON; set them again after changing them. */
export interface Table<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  /** In the order they were first set. */
  values(): T[];
}

/** What the sandbox remembers. Every change is in the file before the call returns, so a killed process forgets nothing. */
export interface Journal {
  table<T>(name: string): Table<T>;
  close(): void;
}

type Line = [table: string, key: string, value: unknown];

/** @param path a JSON-lines file, made if missing; null keeps everything in memory only. */
export function openJournal(path: string | null): Journal {
  const tables = new Map<string, Map<string, unknown>>();
  const rows = (name: string) => tables.get(name) ?? tables.set(name, new Map()).get(name)!;
  if (path) for (const [name, key, value] of readLines(path)) put(rows(name), key, value);
  let fd = path ? compact(path, tables) : null;

  return {
    table: <T>(name: string): Table<T> => {
      const map = rows(name) as Map<string, T>;
      const write = (key: string, value: T | null) => {
        put(map, key, value);
        if (fd !== null) writeSync(fd, `${JSON.stringify([name, key, value])}\n`);
      };
      return {
        get: (key) => map.get(key),
        set: write,
        delete: (key) => write(key, null),
        values: () => [...map.values()],
      };
    },
    close: () => {
      if (fd !== null) closeSync(fd);
      fd = null;
    },
  };
}

function put(map: Map<string, unknown>, key: string, value: unknown): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

/** A line cut short by a kill is the last one and is dropped. */
function readLines(path: string): Line[] {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return content.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}

/** Rewrites the file with only what still holds. @returns the file, open for appending. */
function compact(path: string, tables: Map<string, Map<string, unknown>>): number {
  mkdirSync(dirname(path), { recursive: true });
  const lines = [...tables].flatMap(([name, map]) =>
    [...map].map(([key, value]) => `${JSON.stringify([name, key, value])}\n`),
  );
  writeFileSync(`${path}.new`, lines.join(''));
  renameSync(`${path}.new`, path);
  return openSync(path, 'a');
}
