import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument } from '../../policy/document.ts';
import { policyPaths } from '../../policy/policies.ts';
import type { Policy } from '../../policy/schema.ts';
import { typedHere } from '../frame/typed-here.ts';
import { placeholdersIn } from '../init/community.ts';
import { note, type Check, type Finding } from './finding.ts';
import { policiesIn } from './plan.ts';

/** Ids of the example that nobody has put their own in place of: everything is well with them, and nothing works. */
export const placeholders: Check = {
  name: 'placeholders',
  run: (looked, { env }) => {
    const policies = policiesIn(looked);
    if (!policies) return [];
    const command = typedHere(env, 'init --force');
    return policyPaths(looked.policyPath).flatMap((path, index) =>
      leftIn(path, policies.all[index], command),
    );
  },
};

function leftIn(path: string, policy: Policy | undefined, command: string): Finding[] {
  if (!policy) return [];
  const document = readDocument(readFileSync(path, 'utf8'));
  return policy.workspaces.flatMap((workspace, index) => {
    const left = placeholdersIn(workspace);
    if (left.length === 0) return [];
    const message = `${workspace.name} still has ids of the example: ${left.join(', ')}; put in your own, or let "${command}" find them with the tokens`;
    const { line, column } = document.at(['workspaces', index, 'id'], message);
    return [note(basename(path), line, column, message)];
  });
}
