import { existsSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../errors.ts';
import { readPlan, type Around } from './load.ts';
import type { Policy } from './schema.ts';

/** How long a file has to rest before it is read (ms): editors write in several steps. */
const SETTLE_MS = 100;

/**
 * Calls `onChange` with every new valid policy, also when a playbook changed. A file with faults is told to `onFault`, once for each content,
 * and changes nothing: whoever runs on the last good policy goes on. Content that is the same as before is not news,
 * nor is what was in the file when the watch began.
 * @returns a function that stops it; nothing is called afterwards.
 */
export function watchPolicy(
  path: string,
  onChange: (policy: Policy) => void,
  onFault: (error: AppError) => void,
  around: Around = {},
): () => void {
  let last = look(path, around);
  const lookAgain = () => {
    const now = look(path, around);
    if (now.content === last.content) return;
    last = now;
    if (now.policy instanceof AppError) onFault(now.policy);
    else onChange(now.policy);
  };
  let timer: NodeJS.Timeout | undefined;
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(lookAgain, SETTLE_MS);
  };
  // The folder, not the file: most editors replace the file, and a watch on the old one would go blind.
  const watchers = [
    watch(dirname(path), (_, changed) => {
      // Kubernetes swaps a link called `..data` beside the file instead.
      if (changed === null || changed === basename(path) || changed.startsWith('..')) lookSoon();
    }),
    ...(around.playbooksDir && existsSync(around.playbooksDir) ? [watch(around.playbooksDir, lookSoon)] : []),
  ];
  for (const watcher of watchers) watcher.on('error', (error) => onFault(asFault(error)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** What is in the files now. */
function look(path: string, around: Around): { content: string; policy: Policy | AppError } {
  let content: string | null = null;
  try {
    const plan = readPlan(path, around);
    ({ content } = plan);
    return { content, policy: plan.policy() };
  } catch (error) {
    const fault = asFault(error);
    // A file that cannot be read has no content; why not is what can change.
    return { content: content ?? `cannot be read: ${fault.message}`, policy: fault };
  }
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
