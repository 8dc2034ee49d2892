import { existsSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../errors.ts';
import type { Around } from './load.ts';
import { isFolder, policiesNext, policyPaths, readPolicyFile, type PolicyFile } from './policies.ts';
import type { Policy } from './schema.ts';

/** How long a file has to rest before it is read (ms): editors write in several steps. */
const SETTLE_MS = 100;

/**
 * Calls `onChange` with every policy in force as soon as one of them is another, also when a playbook changed. A file with faults is
 * told to `onFault`, once for each content, and changes nothing: its communities go on by what it said last, and those of the other
 * files follow theirs. Content that is the same as before is not news, nor is what was in the files when the watch began.
 * @param path a policy file, or the folder of them
 * @returns a function that stops it; nothing is called afterwards.
 */
export function watchPolicies(
  path: string,
  onChange: (policies: readonly Policy[]) => void,
  onFault: (error: AppError) => void,
  around: Around = {},
): () => void {
  const look = createLook(path, around);
  let inForce = look().next;
  const lookAgain = () => {
    const { next, faults } = look();
    for (const fault of faults) onFault(fault);
    if (sameIn(next, inForce)) return;
    inForce = next;
    onChange([...next.values()]);
  };
  let timer: NodeJS.Timeout | undefined;
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(lookAgain, SETTLE_MS);
  };
  const watchers = watchersOf(path, around.playbooksDir ?? null, lookSoon);
  for (const watcher of watchers) watcher.on('error', (error) => onFault(asFault(error)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function watchersOf(path: string, playbooksDir: string | null, lookSoon: () => void) {
  const of = (folder: string) => watch(folder, lookSoon);
  const playbooks = playbooksDir !== null && existsSync(playbooksDir) ? [of(playbooksDir)] : [];
  if (isFolder(path)) return [of(path), ...playbooks];
  // The folder, not the file: most editors replace the file, and a watch on the old one would go blind.
  const own = watch(dirname(path), (_, changed) => {
    // Kubernetes swaps a link called `..data` beside the file instead.
    if (changed === null || changed === basename(path) || changed.startsWith('..')) lookSoon();
  });
  return [own, ...playbooks];
}

/** Looks at the files, and reads those that say something else than the last time. */
function createLook(path: string, around: Around) {
  let files = new Map<string, PolicyFile>();
  let inForce = new Map<string, Policy>();
  /** What was found wrong with which content. */
  let told = new Map<string, string>();
  return (): { next: Map<string, Policy>; faults: AppError[] } => {
    const paths = pathsNow();
    if (paths instanceof AppError) {
      const isNews = told.get(path) !== paths.message;
      told = new Map([[path, paths.message]]);
      return { next: inForce, faults: isNews ? [paths] : [] };
    }
    files = new Map(paths.map((each) => [each, readPolicyFile(each, around, files.get(each))]));
    const { next, faults } = policiesNext([...files.values()], inForce);
    const found = faults.map(({ path: of, fault }) => ({
      of,
      fault,
      key: `${fault.message}\n${files.get(of)?.content}`,
    }));
    const news = found.filter(({ of, key }) => told.get(of) !== key);
    told = new Map(found.map(({ of, key }) => [of, key]));
    // Files that were all renamed or replaced by ones with faults: nobody is left without any policy.
    if (next.size > 0) inForce = next;
    return { next: inForce, faults: news.map(({ fault }) => fault) };
  };

  function pathsNow(): string[] | AppError {
    try {
      return policyPaths(path);
    } catch (error) {
      return asFault(error);
    }
  }
}

function sameIn(a: ReadonlyMap<string, Policy>, b: ReadonlyMap<string, Policy>): boolean {
  return a.size === b.size && [...a].every(([path, policy]) => b.get(path) === policy);
}

function asFault(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(
    'CONFIG_INVALID',
    'The policy file can no longer be watched; restart to read changes.',
    'never',
    {
      cause: error,
    },
  );
}
