import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument } from '../../policy/document.ts';
import { loadPolicy } from '../../policy/load.ts';
import { placeholdersIn } from '../init/community.ts';
import { note, type Check } from './finding.ts';
import { playbooksIn } from './plan.ts';

/** Ids of the example that nobody has put their own in place of: everything is well with them, and nothing works. */
export const placeholders: Check = {
  name: 'placeholders',
  run: async ({ folder, policyPath }) => {
    // What is wrong with the policy itself, another check says.
    const policy = await loadPolicy(policyPath, { playbooksDir: playbooksIn(folder) }).catch(() => null);
    if (!policy) return [];
    const document = readDocument(readFileSync(policyPath, 'utf8'));
    return policy.workspaces.flatMap((workspace, index) => {
      const left = placeholdersIn(workspace);
      if (left.length === 0) return [];
      const message = `${workspace.name} still has ids of the example: ${left.join(', ')}; put in your own, or let "hearback init --force" find them with the tokens`;
      const { line, column } = document.at(['workspaces', index, 'id'], message);
      return [note(basename(policyPath), line, column, message)];
    });
  },
};
