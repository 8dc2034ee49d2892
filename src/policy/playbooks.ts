import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDocument, type Fault, type Path, type PolicyDocument } from './document.ts';
import { pathName, schemaFaults } from './faults.ts';
import type { LocalizedText } from './localized-text.ts';
import { asMap, textAt } from './loose.ts';
import { nameFaults, advice, type Names } from './name-checks.ts';
import { playbookSchema, type Overlay, type PlaybookFile } from './playbook-schema.ts';
import { shown } from './secrets.ts';
import { codeOf } from './system-code.ts';

/** One file of `playbooks/`. */
export interface PlaybookText {
  /** As faults call it: `playbooks/refund.yaml`. */
  file: string;
  text: string;
}

/** What a playbook says, with those it extends. */
export interface Said {
  /** Field → value as written; what none of them says is not there. */
  values: Record<string, unknown>;
  /** A fault about one of these fields, in the file that says it. */
  at(path: Path, message: string): Fault;
}

/** All playbooks there are. */
export interface Playbooks {
  names(): string[];
  said(name: string): Said | undefined;
  /** What people read of each, by its name. */
  titles: Readonly<Record<string, LocalizedText>>;
  /** Those that add themselves to a case. */
  overlays: readonly Overlay[];
  /** Everything wrong with them by themselves. */
  faults: readonly Fault[];
}

interface Read {
  name: string;
  file: string;
  document: PolicyDocument;
  parsed: PlaybookFile | null;
}

/** A playbook is a page of text; more than this is another file (bytes). */
const MAX_BYTES = 65_536;

/** What is no part of what a playbook gives to a kind. */
const OWN_FIELDS = ['name', 'extends', 'when'];

/** The texts of every `<name>.yaml` below `dir`, in the order of their names. A folder that is not there has none. */
export function playbookTexts(dir: string): PlaybookText[] {
  let files: string[];
  try {
    files = readdirSync(dir).filter((file) => file.endsWith('.yaml'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
  return files.toSorted().map((file) => ({
    file: `${basename(dir)}/${file}`,
    text: readFileSync(join(dir, file), 'utf8').slice(0, MAX_BYTES + 1),
  }));
}

/** Playbooks from their texts; what is wrong with them is in `faults`. */
export function readPlaybooks(texts: readonly PlaybookText[], names: Names | null): Playbooks {
  const found = new Map<string, Read>();
  const faults: Fault[] = [];
  for (const { file, text } of texts) {
    const document = readDocument(text.length > MAX_BYTES ? '' : text);
    const parsed = playbookSchema.safeParse(document.value);
    const own = [
      ...(text.length > MAX_BYTES
        ? [document.at([], `has more than ${MAX_BYTES} characters; a playbook is a page of text`)]
        : document.faults),
      ...(parsed.error && document.faults.length === 0 ? faultsIn(parsed.error, document) : []),
      ...nameFaults(asMap(document.value), [], document, names),
    ];
    faults.push(...own.map((fault) => ({ ...fault, file })));
    const name = basename(file, '.yaml');
    found.set(name, { name, file, document, parsed: parsed.success ? parsed.data : null });
  }
  faults.push(...[...found.values()].flatMap((read) => extendsFaults(read, found)));
  return {
    names: () => [...found.keys()],
    said: (name) => {
      const chain = chainOf(name, found);
      return chain.length > 0 ? saidIn(chain) : undefined;
    },
    titles: Object.fromEntries(
      [...found.values()].flatMap(({ name, parsed }) => (parsed ? [[name, parsed.name]] : [])),
    ),
    overlays: [...found.values()].flatMap(overlayOf),
    faults,
  };
}

/** No playbooks at all. */
export const noPlaybooks: Playbooks = readPlaybooks([], null);

function faultsIn(
  error: NonNullable<ReturnType<typeof playbookSchema.safeParse>['error']>,
  document: PolicyDocument,
): Fault[] {
  return schemaFaults(error, document, {
    schema: playbookSchema,
    noun: 'a playbook',
    example: 'docs/playbooks.md',
  });
}

/** The playbook and those it extends, nearest first; each once, however they point at one another. */
function chainOf(name: string, found: ReadonlyMap<string, Read>): Read[] {
  const chain: Read[] = [];
  let next = found.get(name);
  while (next && !chain.includes(next)) {
    chain.push(next);
    const base = textAt(asMap(next.document.value), 'extends');
    next = base === null ? undefined : found.get(base);
  }
  return chain;
}

function extendsFaults(read: Read, found: ReadonlyMap<string, Read>): Fault[] {
  const { document, file, name } = read;
  const base = textAt(asMap(document.value), 'extends');
  if (base === null) return [];
  const fault = (message: string) => [{ ...document.at(['extends'], message), file }];
  if (!found.has(base))
    return fault(`extends: there is no playbook ${shown(base)}; ${advice(base, [...found.keys()])}`);
  const last = chainOf(name, found).at(-1);
  const again = last && textAt(asMap(last.document.value), 'extends');
  return again === name
    ? fault(`extends: ${shown(name)} would extend itself, over ${shown(base)}; take one of these lines out`)
    : [];
}

function saidIn(chain: readonly Read[]): Said {
  const fields = new Map<string, { read: Read; value: unknown }>();
  for (const read of chain) {
    for (const [field, value] of Object.entries(asMap(read.document.value)))
      if (!OWN_FIELDS.includes(field) && !fields.has(field)) fields.set(field, { read, value });
  }
  return {
    values: Object.fromEntries([...fields].map(([field, { value }]) => [field, value])),
    at: (path, message) => {
      const [field] = path;
      const read = fields.get(String(field))?.read ?? chain[0]!;
      return { ...read.document.at(path, `${pathName(path)}: ${message}`), file: read.file };
    },
  };
}

function overlayOf({ name, parsed }: Read): Overlay[] {
  if (!parsed?.when) return [];
  return [{ key: name, name: parsed.name, when: parsed.when, checklist: parsed.checklist ?? [] }];
}
