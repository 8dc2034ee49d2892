import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { crossFaults } from './cross-checks.ts';
import { readDocument, type Fault } from './document.ts';
import { schemaFaults } from './faults.ts';
import { guestChannels } from './guests.ts';
import type { Names } from './name-checks.ts';
import { saidSchema, UNSAID, type KindPolicy, type kindSchema } from './playbook-schema.ts';
import { noPlaybooks, playbookTexts, readPlaybooks, type Playbooks } from './playbooks.ts';
import { policySchema, type Policy } from './schema.ts';
import { codeOf } from './system-code.ts';
import { withWorkingHours } from './working.ts';

/** A policy of a large community has some 20 KB; more than this is another file (bytes). */
const MAX_BYTES = 1_048_576;
/** More faults than anybody reads at once. */
const MAX_SHOWN = 50;

/** What a policy is checked against, and what it can refer to. */
export interface Around {
  /** What steps and details can be called; null: unchecked. */
  names?: Names | null;
  /** The folder with the playbooks; null: there are none. */
  playbooksDir?: string | null;
  /** Whether mail can be sent from here; null: unchecked. */
  canMail?: boolean | null;
}

/**
 * Reads and checks the policy file and the playbooks.
 * @throws {AppError} CONFIG_INVALID, see `parsePolicy`; also when the file cannot be read, is no text or too long.
 */
export async function loadPolicy(path: string, around: Around = {}): Promise<Policy> {
  return readPlan(path, around).policy();
}

/**
 * Everything wrong with the policy file and the playbooks, each at its place.
 * @throws {AppError} CONFIG_INVALID when the policy file cannot be read, is no text or too long
 */
export function planFaults(
  path: string,
  { names = null, playbooksDir = null, canMail = null }: Around,
): (Fault & { file: string })[] {
  const texts = playbooksDir === null ? [] : playbookTexts(playbooksDir);
  const { faults } = examine(readPolicyText(path), names, readPlaybooks(texts, names), canMail);
  return faults.map((fault) => ({ ...fault, file: fault.file ?? basename(path) }));
}

/** The policy file and the playbooks as they are now: their whole text, and what it means. */
export function readPlan(
  path: string,
  { names = null, playbooksDir = null, canMail = null }: Around,
): { content: string; policy(): Policy } {
  const text = readPolicyText(path);
  const texts = playbooksDir === null ? [] : playbookTexts(playbooksDir);
  return {
    content: [text, ...texts.map((playbook) => `${playbook.file}\n${playbook.text}`)].join('\n'),
    policy: () => parsePolicy(text, basename(path), names, readPlaybooks(texts, names), canMail),
  };
}

/**
 * The text of a policy file.
 * @throws {AppError} CONFIG_INVALID when it cannot be read, is not UTF-8 or has more than 1 MB.
 */
function readPolicyText(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalid(`${path}  is not UTF-8 text; save it as UTF-8 in your editor`, cause);
  }
}

function readBytes(path: string): Uint8Array {
  let size: number;
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw invalid(`${path}  is a folder; name the policy file in HEARBACK_CONFIG`);
    size = found.size;
    if (size <= MAX_BYTES) return readFileSync(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const advice =
      codeOf(cause) === 'ENOENT'
        ? 'does not exist; copy hearback.example.yaml to it, let "hearback init" write it, or name another file in HEARBACK_CONFIG'
        : `cannot be read (${codeOf(cause)}); check its permissions`;
    throw invalid(`${path}  ${advice}`, cause);
  }
  throw invalid(
    `${path}  has ${size} bytes; a policy has at most ${MAX_BYTES}, so this is probably another file`,
  );
}

/**
 * Checks a policy and gives it as it is used: defaults filled in, frozen, its maps without inherited keys.
 * @param fileName as faults call it
 * @param names, canMail as in `Around`
 * @throws {AppError} CONFIG_INVALID with every fault at once, one a line: `file:line:column  what is wrong; what to write`.
 */
export function parsePolicy(
  yamlText: string,
  fileName: string,
  names: Names | null = null,
  playbooks: Playbooks = noPlaybooks,
  canMail: boolean | null = null,
): Policy {
  const { parsed, faults } = examine(yamlText, names, playbooks, canMail);
  if (faults.length > 0 || !parsed?.success) throw invalid(listed(faults, fileName));
  return settled(parsed.data, playbooks);
}

function examine(yamlText: string, names: Names | null, playbooks: Playbooks, canMail: boolean | null) {
  const document = readDocument(yamlText);
  if (document.faults.length === 0 && (document.value === null || document.value === undefined)) {
    const fault: Fault = {
      line: 1,
      column: 1,
      message: 'the file is empty; start from hearback.example.yaml',
    };
    return { parsed: null, faults: [fault] };
  }
  const parsed = document.value === undefined ? null : policySchema.safeParse(document.value);
  const faults = [
    ...document.faults,
    ...(parsed?.error ? schemaFaults(parsed.error, document) : []),
    ...(parsed ? crossFaults(document, names, playbooks, canMail) : []),
    ...playbooks.faults,
  ];
  return { parsed, faults };
}

function listed(faults: Fault[], fileName: string): string {
  const inOrder = faults.toSorted(
    (a, b) => (a.file ?? '').localeCompare(b.file ?? '') || a.line - b.line || a.column - b.column,
  );
  const lines = inOrder.map(
    ({ file, line, column, message }) => `${file ?? fileName}:${line}:${column}  ${message}`,
  );
  const unique = [...new Set(lines)];
  const more = unique.length - MAX_SHOWN;
  return [...unique.slice(0, MAX_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError('CONFIG_INVALID', message, 'never', ...(cause === undefined ? [] : [{ cause }]));
}

/** Keys come from people: a kind called `constructor` must not be found where nobody wrote one. */
function settled(read: z.infer<typeof policySchema>, playbooks: Playbooks): Policy {
  const own = read.workspaces.map((workspace) => {
    const { departments, ...working } = withWorkingHours(workspace, read);
    return { ...working, departments: bare(departments) };
  });
  const workspaces = own.map((workspace) => ({
    ...workspace,
    guests: guestChannels(own, workspace.id),
    languageOfAll: read.language,
  }));
  const kinds = Object.entries(read.kinds).map(
    ([key, kind]) => [key, withPlaybook(kind, playbooks)] as const,
  );
  return frozen({
    ...read,
    emojis: bare(read.emojis),
    kinds: bare(Object.fromEntries(kinds)),
    workspaces,
    playbookNames: bare(playbooks.titles),
    overlays: playbooks.overlays,
  });
}

/** What the kind says counts more than what its playbook says. */
function withPlaybook(kind: z.infer<typeof kindSchema>, playbooks: Playbooks): KindPolicy {
  const { playbook = null, ...own } = kind;
  const said = playbook === null ? {} : saidSchema.parse(playbooks.said(playbook)?.values ?? {});
  return { ...UNSAID, ...written(said), ...written(own), name: own.name, playbook };
}

/** The fields that have a value. */
function written<T extends object>(part: T): { [Field in keyof T]?: Exclude<T[Field], undefined> } {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Field in keyof T]?: Exclude<T[Field], undefined> };
}

function bare<T>(map: Record<string, T>): Record<string, T> {
  const copy = { ...map };
  Object.setPrototypeOf(copy, null);
  return copy;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
