import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { readDocument, type Path } from './document.ts';
import { planFaults, readPlan, type Around } from './load.ts';
import type { Policy } from './schema.ts';

/** Every policy in force: one a file, and each community in one of them. */
export interface Policies {
  readonly all: readonly Policy[];
  /** One file is for the whole record, communities that are in it no more included. Each file of a folder is for its own alone. */
  readonly isOne: boolean;
  /** The policy of a community. One that is in no file has a policy without communities: nothing of anybody's is seen by it. */
  of(workspaceId: WorkspaceId): Policy;
}

/** What a file said when it was read. */
export interface PolicyFile {
  path: string;
  /** All that its policy is made of; the same text is the same policy. */
  content: string;
  policy: Policy | AppError;
}

/** What another file says of the same thing, at its place in this one. */
interface Clash {
  path: string;
  line: number;
  column: number;
  message: string;
}

/** Puts policies together. None of them shares a community with another. */
export function policiesOf(all: readonly Policy[], isOne = all.length === 1): Policies {
  const homes = new Map(all.flatMap((policy) => policy.workspaces.map(({ id }) => [id, policy] as const)));
  const [first] = all;
  if (!first) throw new Error('There is no policy.');
  const nobodys: Policy = Object.freeze({ ...first, workspaces: [] });
  return { all, isOne, of: (workspaceId) => homes.get(workspaceId) ?? nobodys };
}

/**
 * The policy files of a path: the file, or every `.yaml` and `.yml` of the folder, by name.
 * @throws {AppError} CONFIG_INVALID when the folder has none
 */
export function policyPaths(path: string): string[] {
  if (!isFolder(path)) return [path];
  const names = readdirSync(path).filter((name) => /^[^.].*\.ya?ml$/i.test(name));
  if (names.length === 0)
    throw invalid(
      `${path}  is a folder without a policy; copy hearback.example.yaml into it, under a name that ends in .yaml`,
    );
  return names.toSorted().map((name) => join(path, name));
}

/** Whether the policies of a path are the files of a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads a policy file. @param known what it said before: the same text is not read again */
export function readPolicyFile(path: string, around: Around, known?: PolicyFile): PolicyFile {
  let content: string | null = null;
  try {
    const plan = readPlan(path, around);
    ({ content } = plan);
    return content === known?.content ? known : { path, content, policy: plan.policy() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A file that cannot be read has no content; why not is what can change.
    return { path, content: content ?? `cannot be read: ${error.message}`, policy: error };
  }
}

/**
 * Reads and checks the policy file of a path, or all those of its folder, and the playbooks.
 * @throws {AppError} CONFIG_INVALID with what is wrong in every file, see `parsePolicy`; also when two files speak of one community
 */
export function loadPolicies(path: string, around: Around = {}): Policies {
  const files = policyPaths(path).map((each) => readPolicyFile(each, around));
  const faults = files.flatMap(({ policy }) => (policy instanceof AppError ? [policy.message] : []));
  const read = readIn(files);
  const clashes = clashesIn(read).map(inWords);
  if (faults.length + clashes.length > 0) throw invalid([...faults, ...clashes].join('\n'));
  return policiesOf(
    read.map(({ policy }) => policy),
    !isFolder(path),
  );
}

/**
 * Everything wrong with the policies of a path and the playbooks, each at its place.
 * @throws {AppError} CONFIG_INVALID when a file cannot be read, is no text or too long
 */
export function policyFaults(
  path: string,
  around: Around,
): { file: string; line: number; column: number; message: string }[] {
  const paths = policyPaths(path);
  const clashes = clashesIn(readIn(paths.map((each) => readPolicyFile(each, around))));
  return [
    ...paths.flatMap((each) => planFaults(each, around)),
    ...clashes.map((clash) => ({ ...clash, file: basename(clash.path) })),
  ];
}

/**
 * Which policies are in force when their files say this. One with faults keeps what it had; so does one that takes something another
 * file has: whoever came first has it until they give it up.
 * @param before what is in force until now, by the paths
 */
export function policiesNext(
  files: readonly PolicyFile[],
  before: ReadonlyMap<string, Policy>,
): { next: Map<string, Policy>; faults: { path: string; fault: AppError }[] } {
  const faults = new Map<string, AppError>();
  const next = new Map<string, Policy>();
  const keep = (path: string, fault: AppError) => {
    faults.set(path, fault);
    const kept = before.get(path);
    if (kept) next.set(path, kept);
    else next.delete(path);
  };
  for (const { path, policy } of files)
    if (policy instanceof AppError) keep(path, policy);
    else next.set(path, policy);
  for (let clashes = clashesIn(entriesOf(next)); clashes.length > 0; clashes = clashesIn(entriesOf(next))) {
    const changed = clashes.filter(({ path }) => next.get(path) !== before.get(path));
    if (changed.length === 0) break;
    for (const clash of changed) keep(clash.path, invalid(inWords(clash)));
  }
  return { next, faults: [...faults].map(([path, fault]) => ({ path, fault })) };
}

type Read = Pick<PolicyFile, 'path'> & { policy: Policy };

function entriesOf(policies: ReadonlyMap<string, Policy>): Read[] {
  return [...policies].map(([path, policy]) => ({ path, policy }));
}

function readIn(files: readonly PolicyFile[]): Read[] {
  return files.flatMap(({ path, policy }) => (policy instanceof AppError ? [] : [{ path, policy }]));
}

/** What only one file can have: a community, and the name of a webhook, by which the operator's commands call it. */
function clashesIn(files: readonly Read[]): Clash[] {
  const claims = files.flatMap(({ path, policy }) => [
    ...policy.workspaces.map(({ id }, index) => ({
      path,
      at: ['workspaces', index, 'id'],
      what: `workspace ${id}`,
    })),
    ...policy.webhooks.map(({ name }, index) => ({
      path,
      at: ['webhooks', index, 'name'],
      what: `webhook ${name}`,
    })),
  ]);
  const groups = new Map<string, typeof claims>();
  for (const claim of claims) groups.set(claim.what, [...(groups.get(claim.what) ?? []), claim]);
  return [...groups.values()].filter(({ length }) => length > 1).flatMap((group) => clashesOf(group));
}

function clashesOf(group: readonly { path: string; at: Path; what: string }[]): Clash[] {
  const places = group.map(({ path, at }) => ({ path, ...placeOf(path, at) }));
  return group.flatMap(({ path, what }, index) => {
    const [own, other] = [places[index], places[index === 0 ? 1 : 0]];
    if (!own || !other) return [];
    const there = `${basename(other.path)}:${other.line}:${other.column}`;
    return [{ ...own, path, message: `the ${what} is also in ${there}; keep it in one of the two files` }];
  });
}

function placeOf(path: string, at: Path): { line: number; column: number } {
  try {
    const { line, column } = readDocument(readFileSync(path, 'utf8')).at(at, '');
    return { line, column };
  } catch {
    // What it said is in force still, and the file can no longer be read.
    return { line: 1, column: 1 };
  }
}

function inWords({ path, line, column, message }: Clash): string {
  return `${basename(path)}:${line}:${column}  ${message}`;
}

function invalid(message: string): AppError {
  return new AppError('CONFIG_INVALID', message, 'never');
}
