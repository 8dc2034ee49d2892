import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { loadPolicies, type Policies } from '../../policy/policies.ts';
import type { CliContext } from '../command.ts';
import { policyPathOf } from './policy-path.ts';

/** The policies as they are in their files now. @throws {AppError} CONFIG_INVALID with every fault */
export function readPolicies({ env }: Pick<CliContext, 'env'>): Policies {
  return loadPolicies(policyPathOf(env), { playbooksDir: join(packageRoot(), 'playbooks') });
}

/** The ids of every community there is. */
export function communitiesOf({ all }: Policies): string[] {
  return all.flatMap(({ workspaces }) => workspaces.map(({ id }) => id));
}
