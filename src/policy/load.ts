import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import { crossFaults } from './cross-checks.ts';
import { readDocument, type Fault } from './document.ts';
import { schemaFaults } from './faults.ts';
import { policySchema, type Policy } from './schema.ts';
import { codeOf } from './system-code.ts';

/** A policy of a large community has some 20 KB; more than this is another file (bytes). */
const MAX_BYTES = 1_048_576;
/** More faults than anybody reads at once. */
const MAX_SHOWN = 50;

/**
 * Reads and checks the policy file.
 * @param templates names of the response templates, which steps are checked against; null: unchecked
 * @throws {AppError} CONFIG_INVALID, see `parsePolicy`; also when the file cannot be read, is no text or too long.
 */
export async function loadPolicy(path: string, templates: readonly string[] | null = null): Promise<Policy> {
  return parsePolicy(readPolicyText(path), basename(path), templates);
}

/**
 * The text of a policy file.
 * @throws {AppError} CONFIG_INVALID when it cannot be read, is not UTF-8 or has more than 1 MB.
 */
export function readPolicyText(path: string): string {
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
        ? 'does not exist; copy hearback.example.yaml to it, or name another file in HEARBACK_CONFIG'
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
 * @param templates as for `loadPolicy`
 * @throws {AppError} CONFIG_INVALID with every fault at once, one a line: `file:line:column  what is wrong; what to write`.
 */
export function parsePolicy(
  yamlText: string,
  fileName: string,
  templates: readonly string[] | null = null,
): Policy {
  const document = readDocument(yamlText);
  if (document.faults.length === 0 && (document.value === null || document.value === undefined)) {
    throw invalid(`${fileName}:1:1  the file is empty; start from hearback.example.yaml`);
  }
  const parsed = document.value === undefined ? null : policySchema.safeParse(document.value);
  const faults = [
    ...document.faults,
    ...(parsed?.error ? schemaFaults(parsed.error, document) : []),
    ...(parsed ? crossFaults(document, templates) : []),
  ];
  if (faults.length > 0 || !parsed?.success) throw invalid(listed(faults, fileName));
  return settled(parsed.data);
}

function listed(faults: Fault[], fileName: string): string {
  const inOrder = faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = inOrder.map(({ line, column, message }) => `${fileName}:${line}:${column}  ${message}`);
  const unique = [...new Set(lines)];
  const more = unique.length - MAX_SHOWN;
  return [...unique.slice(0, MAX_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError('CONFIG_INVALID', message, 'never', ...(cause === undefined ? [] : [{ cause }]));
}

/** Keys come from people: a kind called `constructor` must not be found where nobody wrote one. */
function settled(policy: Policy): Policy {
  const workspaces = policy.workspaces.map((workspace) => ({
    ...workspace,
    departments: bare(workspace.departments),
  }));
  return frozen({ ...policy, emojis: bare(policy.emojis), kinds: bare(policy.kinds), workspaces });
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
