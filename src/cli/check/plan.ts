import { basename, join } from 'node:path';
import { AppError } from '../../errors.ts';
import type { Around } from '../../policy/load.ts';
import { loadPolicies, policyFaults, type Policies } from '../../policy/policies.ts';
import { playbookTexts, readPlaybooks } from '../../policy/playbooks.ts';
import { fault, type Finding, type Looked } from './finding.ts';

/** What Hearback would say of the policy and the playbooks when it starts. */
export function planFindings(policyPath: string, around: Around): Finding[] {
  try {
    return found(policyFaults(policyPath, around));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFIG_INVALID') throw error;
    // Its sentence begins with the file's path.
    const message = error.message.replace(`${policyPath}  `, '');
    const texts = playbookTexts(around.playbooksDir ?? '');
    const playbooks = readPlaybooks(texts, around.names ?? null);
    return [
      { level: 'fault', file: policyPath, line: null, column: null, message },
      ...found(playbooks.faults.map((each) => ({ ...each, file: each.file ?? basename(policyPath) }))),
    ];
  }
}

function found(
  faults: readonly { file: string; line: number; column: number; message: string }[],
): Finding[] {
  return faults.map(({ file, line, column, message }) => fault(file, line, column, message));
}

/** The policies, for what is looked at besides; null where they have faults, which another check tells. */
export function policiesIn({ policyPath, folder }: Pick<Looked, 'policyPath' | 'folder'>): Policies | null {
  try {
    return loadPolicies(policyPath, { playbooksDir: playbooksIn(folder) });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The folder of the playbooks. */
export function playbooksIn(folder: string): string {
  return join(folder, 'playbooks');
}
